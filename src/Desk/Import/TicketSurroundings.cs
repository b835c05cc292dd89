using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Import;

/// <summary>All that the lines of a file may name, loaded once, and what is still to be made for them.</summary>
internal sealed class TicketSurroundings
{
    private readonly List<Named<CategoryId>> _newCategories = [];
    private Named<PersonId>? _newCustomer;

    private TicketSurroundings(KnownPeople people, IReadOnlyList<TeamRow> teams, IReadOnlyList<ServiceRow> services, IReadOnlyList<ClassRow> classes, PriorityMatrix matrix, IReadOnlyList<Field> fields) =>
        (People, Teams, Services, Classes, Matrix, Fields) = (people, teams, services, classes, matrix, fields);

    public KnownPeople People { get; }
    public IReadOnlyList<TeamRow> Teams { get; }
    public IReadOnlyList<ServiceRow> Services { get; }
    public IReadOnlyList<ClassRow> Classes { get; }
    public PriorityMatrix Matrix { get; }
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>By name; the retired ones too, since old tickets were about them.</summary>
    public Dictionary<string, Named<CategoryId>> Categories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whose tickets they are when the file does not say.</summary>
    public Named<PersonId> UnknownCustomer { get; private set; }

    public IEnumerable<string> Creates => [.. _newCategories.Select(c => $"category {c.Name}"), .. _newCustomer is { } c ? [$"person {c.Name}"] : (string[])[]];

    /// <param name="pretend">In a dry run no numbers are drawn.</param>
    public static async Task<TicketSurroundings> Load(Work work, IEnumerable<CsvLine> lines, ImportColumns columns, bool pretend)
    {
        var read = work.Read;
        var all = new TicketSurroundings(await KnownPeople.Load(read), await read.Teams(), await read.Services(), await read.Classes(), await read.PriorityMatrix(), [.. (await read.Fields()).Where(f => columns.Has(FieldModule.Column(f.Name)))]);
        foreach (var category in await read.Categories()) all.Categories[category.Name] = new(category.Id, category.Name);

        var (names, anonymous) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), false);
        foreach (var line in lines)
        {
            if (columns.Value(line, "category") is { } name && !all.Categories.ContainsKey(name) && Category.Add(name).Error is null) names.Add(name);
            anonymous |= columns.Value(line, "customer") is null or UnknownPerson.Email;
        }
        var ids = pretend || names.Count == 0 ? new long[names.Count] : await read.Database.NextIds(read, Category.Subject, names.Count);
        all._newCategories.AddRange(names.Zip(ids, (name, id) => new Named<CategoryId>(new(id), name)));
        foreach (var made in all._newCategories) all.Categories[made.Name] = made;

        if (!anonymous) return all;
        if (all.People.ByEmail(UnknownPerson.Email) is { } here) all.UnknownCustomer = here;
        else
        {
            all._newCustomer = all.UnknownCustomer = new(new(pretend ? 0 : await read.Database.NextId(read, Person.Subject)), UnknownPerson.Name);
            all.People.Add(UnknownPerson.Email, all.UnknownCustomer);
        }
        return all;
    }

    public void Create(Work work)
    {
        foreach (var made in _newCategories) work.Categories.Create(made.Id.Value, Category.Add(made.Name));
        if (_newCustomer is { } customer) work.People.Create(customer.Id.Value, UnknownPerson.Made);
    }
}
