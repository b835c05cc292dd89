namespace FirstContact.Lists;

/// <summary>A list of tickets that somebody put together and named: its conditions, order, columns and grouping, and who else sees it.</summary>
public sealed record View : IAggregate<View>
{
    public const int LongestName = 60, MostConditions = 20, MostColumns = 20, LongestWord = 200;

    public static string Subject => "view";

    public ViewId Id { get; init; }
    public int Version { get; init; }
    public PersonId Owner { get; init; }
    public string Name { get; init; } = "";
    public Sharing Sharing { get; init; }

    /// <summary>With whom it is shared, when that is one team.</summary>
    public Named<TeamId>? Team { get; init; }

    /// <summary>Filter and sort, named as in the queue's address.</summary>
    public Seq<Condition> Conditions { get; init; } = [];

    /// <summary>In the order in which they stand; none for the usual ones.</summary>
    public Seq<string> Columns { get; init; } = [];

    public string? GroupBy { get; init; }
    public bool Active { get; init; }

    public long Key => Id.Value;

    public ViewDetails Details => new(Name, Sharing, Team, Conditions, Columns, GroupBy);

    public static Decision Save(PersonId owner, ViewDetails details) => details.Wrong is { } no ? no : new ViewSaved(owner, details.Trimmed);

    /// <param name="tidies">May change what others made, once it is shared: somebody has to clear up after those who left.</param>
    public Decision Change(PersonId by, bool tidies, ViewDetails details)
    {
        if (Barred(by, tidies) is { } barred) return barred;
        if (details.Wrong is { } no) return no;
        return details.Trimmed is var to && to == Details ? Decision.Nothing : new ViewChanged(Details, to);
    }

    public Decision Remove(PersonId by, bool tidies) => Barred(by, tidies) is { } no ? no : new ViewRemoved();

    private Error? Barred(PersonId by, bool tidies) =>
        !Active ? ListErrors.ViewNotFound : by == Owner || (tidies && Sharing != Sharing.Nobody) ? null : ListErrors.ViewIsOthers;

    public View Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private View Changed(Event happened) => happened switch
    {
        ViewSaved e => With(e.Details) with { Owner = e.Owner, Active = true },
        ViewChanged e => With(e.To),
        ViewRemoved => this with { Active = false },
        _ => throw new NotSupportedException($"A view knows nothing of {happened.GetType().Name}."),
    };

    private View With(ViewDetails d) => this with { Name = d.Name, Sharing = d.Sharing, Team = d.Team, Conditions = d.Conditions, Columns = d.Columns, GroupBy = d.GroupBy };
}

/// <summary>With whom a view is shared.</summary>
public enum Sharing { Nobody, Team, Everybody }

/// <summary>One condition of a list, as its address carries it: status=waiting.</summary>
public sealed record Condition(string Name, string Value)
{
    public override string ToString() => $"{Name}={Value}";
}

/// <summary>All that somebody says about a view.</summary>
public sealed record ViewDetails(string Name, Sharing Sharing, Named<TeamId>? Team, Seq<Condition> Conditions, Seq<string> Columns, string? GroupBy)
{
    internal Error? Wrong => Error.Of(
        Name.IsBlank ? ListErrors.NameMissing : Name.IsLongerThan(View.LongestName) ? ListErrors.NameTooLong : null,
        Sharing == Sharing.Team && Team is null ? ListErrors.TeamMissing : null,
        Conditions.Count > View.MostConditions || Conditions.Any(c => c.Value.IsLongerThan(View.LongestWord)) ? ListErrors.TooMuch : null,
        Columns.Count > View.MostColumns ? ListErrors.TooManyColumns : null);

    internal ViewDetails Trimmed => this with { Name = Name.Trim(), Team = Sharing == Sharing.Team ? Team : null };
}
