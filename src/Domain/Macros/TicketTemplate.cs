using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>What a new ticket begins with; whoever opens it still changes everything.</summary>
public sealed record TicketTemplate : IAggregate<TicketTemplate>
{
    public const int LongestName = 80;

    public static string Subject => "ticket-template";

    public TicketTemplateId Id { get; init; }
    public int Version { get; init; }
    public TemplateDetails Details { get; init; } = new("", null, new());
    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;

    public static Decision Add(TemplateDetails details) => details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new TicketTemplateAdded(trimmed);

    public Decision Change(TemplateDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new TicketTemplateChanged(Details, to);
    }

    public Decision Retire() => Active ? new TicketTemplateRetired(Name) : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new TicketTemplateRestored(Name);

    public TicketTemplate Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private TicketTemplate Changed(Event happened) => happened switch
    {
        TicketTemplateAdded e => this with { Details = e.Details, Active = true },
        TicketTemplateChanged e => this with { Details = e.To },
        TicketTemplateRetired => this with { Active = false },
        TicketTemplateRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A ticket template knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Team">Whose it is; null for all.</param>
public sealed record TemplateDetails(string Name, Named<TeamId>? Team, TicketPreset Preset)
{
    internal Error? Wrong => Error.Of([MacroErrors.OfName(Name, TicketTemplate.LongestName), .. Preset.Wrong, Preset == new TicketPreset() ? MacroErrors.NothingPreset : null]);

    internal TemplateDetails Trimmed => new(Name.Trim(), Team, Preset.Trimmed);
}

/// <summary>What of a ticket is said beforehand; null leaves it to whoever opens it.</summary>
public sealed record TicketPreset
{
    public TicketKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public Named<ClassId>? Class { get; init; }
    public Named<CategoryId>? Category { get; init; }
    public Named<ServiceId>? Service { get; init; }

    /// <summary>Who works on it.</summary>
    public Named<TeamId>? Team { get; init; }

    public Level? Impact { get; init; }
    public Level? Urgency { get; init; }
    public Seq<string> Tags { get; init; } = [];

    /// <summary>Its checklist, in order.</summary>
    public Seq<string> Tasks { get; init; } = [];

    internal IEnumerable<Error?> Wrong =>
    [
        Title.IsLongerThan(Ticket.LongestTitle) ? TicketErrors.TitleTooLong : null,
        Description.IsLongerThan(Ticket.LongestText) ? TicketErrors.DescriptionTooLong : null,
        Tags.Count > Ticket.MostTags || Tags.Any(t => t.Length > Ticket.LongestTag) ? TicketErrors.TooManyTags : null,
        Tasks.Any(t => t.Length > Ticket.LongestTask) ? TaskErrors.TextTooLong.At("tasks") : Tasks.Count > Ticket.MostTasks ? TaskErrors.TooMany.At("tasks") : null,
    ];

    internal TicketPreset Trimmed => this with
    {
        Title = Title.IsBlank ? null : Title!.Trim(), Description = Description.IsBlank ? null : Description!.Trim(),
        Tags = [.. Tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()], Tasks = [.. Tasks.Select(t => t.Trim()).Where(t => t.Length > 0)],
    };
}
