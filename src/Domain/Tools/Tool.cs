using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>Something that support is done with: a program, or a method that people go by. Whoever may not use it is told since when, by whom and why.</summary>
public sealed partial record Tool : IAggregate<Tool>
{
    public const int LongestName = 80, LongestLine = 120, LongestText = 4000;

    public static string Subject => "tool";

    public ToolId Id { get; init; }
    public int Version { get; init; }
    public ToolDetails Details { get; init; } = ToolDetails.Blank;

    /// <summary>The teams that must do without, each with its reason.</summary>
    public Seq<Withholding> Withheld { get; init; } = [];

    /// <summary>How work goes on from here in another tool.</summary>
    public Seq<Procedure> Procedures { get; init; } = [];

    /// <summary>How often somebody who may not use it has asked for it since it was last given to a team.</summary>
    public int Requests { get; init; }

    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;
    public Named<ToolId> Named => new(Id, Name);

    public static Decision Add(ToolDetails details, LaunchSchemes schemes) => details.Trimmed is var trimmed && trimmed.Wrong(schemes) is { } no ? no : new ToolAdded(trimmed);

    public Decision Change(ToolDetails details, LaunchSchemes schemes)
    {
        var to = details.Trimmed;
        // What was allowed when it was written must not hinder another change.
        if (to.Wrong(to.Link == Details.Link ? null : schemes) is { } no) return no;
        return to == Details ? Decision.Nothing : new ToolChanged(Details, to);
    }

    public Decision Retire() => Active ? new ToolRetired(Name) : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new ToolRestored(Name);

    public Tool Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Tool Changed(Event happened) => happened switch
    {
        ToolAdded e => this with { Details = e.Details, Active = true },
        ToolChanged e => this with { Details = e.To },
        ToolRetired => this with { Active = false },
        ToolRestored => this with { Active = true },
        ToolWithheld e => this with { Withheld = [.. Withheld.Where(w => w.Team.Id != e.Withholding.Team.Id), e.Withholding] },
        ToolGiven e => this with { Withheld = [.. Withheld.Where(w => w.Team.Id != e.Withholding.Team.Id)], Requests = 0 },
        ProcedureWritten e => this with { Procedures = [.. Procedures.Where(p => p.To.Id != e.Procedure.To.Id), e.Procedure] },
        ProcedureRemoved e => this with { Procedures = [.. Procedures.Where(p => p.To.Id != e.To.Id)] },
        ToolAskedFor => this with { Requests = Requests + 1 },
        _ => throw new NotSupportedException($"A tool knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>A tool is a program; a method is a way to work that needs none.</summary>
public enum ToolKind { Tool, Method }

/// <param name="Purpose">What it is for, in a word or two: tools of one purpose and platform overlap.</param>
/// <param name="WorkStyle">How one works with it: the customer watches, or nobody sits there.</param>
/// <param name="Standards">What whoever uses it keeps to.</param>
/// <param name="Metrics">By what one sees whether it serves.</param>
/// <param name="Link">What opens it, with places for device, ticket and customer; null for what is opened by hand.</param>
/// <param name="Teams">Who may use it; with no team and no role, everybody at the desk.</param>
public sealed record ToolDetails(
    string Name, ToolKind Kind, string Purpose, string Platform, string WorkStyle, string Standards, string Metrics, string? Link,
    Named<PersonId>? Owner, Seq<Named<TeamId>> Teams, Seq<Role> Roles)
{
    public static readonly ToolDetails Blank = new("", ToolKind.Tool, "", "", "", "", "", null, null, [], []);

    public bool IsForAll => Teams.Count + Roles.Count == 0;

    /// <param name="schemes">What links may begin with; null when this one is not to be judged.</param>
    internal Error? Wrong(LaunchSchemes? schemes) => Error.Of(
        Name.IsBlank ? ToolErrors.NameMissing : Name.IsLongerThan(Tool.LongestName) ? ToolErrors.NameTooLong : null,
        Purpose.IsBlank ? ToolErrors.PurposeMissing : Line(Purpose, "purpose"),
        Line(Platform, "platform"), Text(WorkStyle, "workStyle"), Text(Standards, "standards"), Text(Metrics, "metrics"),
        Link is { } link && schemes is not null ? LaunchLink.Wrong(link, schemes) : null);

    internal ToolDetails Trimmed => this with
    {
        Name = Name.Trim(), Purpose = Purpose.Trim(), Platform = Platform.Trim(), WorkStyle = WorkStyle.Trim(), Standards = Standards.Trim(), Metrics = Metrics.Trim(),
        Link = Link.IsBlank ? null : Link!.Trim(), Teams = [.. Teams.DistinctBy(t => t.Id)], Roles = [.. Roles.Distinct().Order()],
    };

    internal static Error? Line(string text, string field) => text.IsLongerThan(Tool.LongestLine) ? ToolErrors.LineTooLong.At(field) : null;

    internal static Error? Text(string text, string field) => text.IsLongerThan(Tool.LongestText) ? ToolErrors.TextTooLong.At(field) : null;
}
