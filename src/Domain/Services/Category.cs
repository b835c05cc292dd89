namespace FirstContact.Services;

/// <summary>What a contact is about, in the desk's own words: 'Label printing, printer'. Tickets carry it as opened, as current and as closed.</summary>
public sealed record Category : IAggregate<Category>
{
    public const int LongestName = 80;

    public static string Subject => "category";

    public CategoryId Id { get; init; }
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public bool Active { get; init; }

    public long Key => Id.Value;

    public static Decision Add(string name) => Wrong(name) is { } no ? no : new CategoryAdded(name.Trim());

    public Decision Rename(string name)
    {
        if (Wrong(name) is { } no) return no;
        return name.Trim() == Name ? Decision.Nothing : new CategoryRenamed(Name, name.Trim());
    }

    public Decision Retire() => Active ? new CategoryRetired() : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new CategoryRestored();

    public Category Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Category Changed(Event happened) => happened switch
    {
        CategoryAdded e => this with { Name = e.Name, Active = true },
        CategoryRenamed e => this with { Name = e.To },
        CategoryRetired => this with { Active = false },
        CategoryRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A category knows nothing of {happened.GetType().Name}."),
    };

    private static Error? Wrong(string name) =>
        name.IsBlank ? ServiceErrors.NameMissing : name.IsLongerThan(LongestName) ? ServiceErrors.NameTooLong : null;
}
