using System.Globalization;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Fields;

/// <summary>The classes and categories that a field may be asked for; the retired ones too, since old tickets have them.</summary>
internal static class FieldScopes
{
    public static async Task<IReadOnlyList<ClassRow>> Classes(Reader read) => await read.Classes();

    public static async Task<IReadOnlyList<CategoryRow>> Categories(Reader read) => await read.Categories();

    public static Named<ClassId>? Class(IEnumerable<ClassRow> classes, string named) =>
        classes.Where(c => Is(c.Details.Name, c.Id.Value, named)).Select(c => (Named<ClassId>?)new Named<ClassId>(c.Id, c.Details.Name)).FirstOrDefault();

    public static Named<CategoryId>? Category(IEnumerable<CategoryRow> categories, string named) =>
        categories.Where(c => Is(c.Name, c.Id.Value, named)).Select(c => (Named<CategoryId>?)new Named<CategoryId>(c.Id, c.Name)).FirstOrDefault();

    private static bool Is(string name, long id, string asked) =>
        string.Equals(name, asked.Trim(), StringComparison.OrdinalIgnoreCase) || asked.Trim() == id.ToString(CultureInfo.InvariantCulture);
}
