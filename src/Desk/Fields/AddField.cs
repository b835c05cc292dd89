namespace FirstContact.Fields;

public sealed record AddField(FieldSaid Said) : Command<Field>
{
    public override Permission Needs => FieldPermissions.Manage;

    protected override Store<Field> StoreOf(Work work) => work.Fields;

    public override async Task<Result<Field>> Do(Work work)
    {
        var fields = await work.Read.Fields();
        var details = await Said.Details(work.Read);
        var adding = Field.Add(details.Value);
        var taken = fields.Any(f => string.Equals(f.Name, Said.Name?.Trim(), StringComparison.OrdinalIgnoreCase));
        return Error.Of([.. adding.Error?.All ?? [], .. details.Error?.All ?? [], taken ? FieldErrors.NameTaken : null, fields.Count(f => f.Active) >= Field.MostFields ? FieldErrors.TooMany : null]) is { } no
            ? no
            : await work.Fields.Create(adding);
    }
}

/// <summary>What an administrator says of a field: classes and categories by name or id.</summary>
public sealed record FieldSaid(
    string? Name, string? Label, string? Help, FieldKind? Kind, Seq<string> Choices, Seq<string> Classes, Seq<string> Categories, Seq<FieldMoment> Needed, bool ForCustomers, int Place)
{
    /// <summary>Whatever is not known is said beside; the rest is there all the same, so that all that is wrong is said at once.</summary>
    internal async Task<FieldLookup> Details(Reader read)
    {
        var (classes, categories, wrong) = (new List<Named<ClassId>>(), new List<Named<CategoryId>>(), new List<Error>());
        foreach (var name in Classes.Where(c => !c.IsBlank))
            if (FieldScopes.Class(await FieldScopes.Classes(read), name) is { } known) classes.Add(known);
            else wrong.Add(FieldErrors.ClassUnknown);
        foreach (var name in Categories.Where(c => !c.IsBlank))
            if (FieldScopes.Category(await FieldScopes.Categories(read), name) is { } known) categories.Add(known);
            else wrong.Add(FieldErrors.CategoryUnknown);
        return new(new(Name ?? "", Label ?? "", Help ?? "", Kind ?? (FieldKind)(-1), [.. Choices.Where(c => !c.IsBlank)], [.. classes.DistinctBy(c => c.Id)], [.. categories.DistinctBy(c => c.Id)], Needed, ForCustomers, Place), Error.Of(wrong));
    }
}

internal readonly record struct FieldLookup(FieldDetails Value, Error? Error);
