using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>Several actions under one name, done to a ticket whole or not at all.</summary>
public sealed record Macro : IAggregate<Macro>
{
    public const int LongestName = 80, MostActions = 20;

    /// <summary>What its form and the API call the list of actions.</summary>
    public const string Actions = "actions";

    public static string Subject => "macro";

    public MacroId Id { get; init; }

    /// <summary>A preview names it: what it says by now may be something else.</summary>
    public int Version { get; init; }

    public MacroDetails Details { get; init; } = new("", null, []);
    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;
    public Named<MacroId> Named => new(Id, Name);

    public static Decision Add(MacroDetails details) => details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new MacroAdded(trimmed);

    public Decision Change(MacroDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new MacroChanged(Details, to);
    }

    public Decision Retire() => Active ? new MacroRetired(Name) : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new MacroRestored(Name);

    public Macro Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Macro Changed(Event happened) => happened switch
    {
        MacroAdded e => this with { Details = e.Details, Active = true },
        MacroChanged e => this with { Details = e.To },
        MacroRetired => this with { Active = false },
        MacroRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A macro knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Team">Whose it is; null for all.</param>
/// <param name="Actions">Done in this order, each on what the one before has left.</param>
public sealed record MacroDetails(string Name, Named<TeamId>? Team, Seq<TicketAction> Actions)
{
    internal Error? Wrong => Error.Of(
    [
        MacroErrors.OfName(Name, Macro.LongestName),
        Actions.Count == 0 ? MacroErrors.ActionsMissing : Actions.Count > Macro.MostActions ? MacroErrors.TooManyActions : null,
        .. Actions.SelectMany((a, i) => (IEnumerable<Error?>)
        [
            a.Do == TicketVerb.Webhook ? ActionErrors.OnlyRules.At(TicketAction.At(Macro.Actions, i, "do")) : null,
            .. a.Wrong(Macro.Actions, i),
        ]),
    ]);

    internal MacroDetails Trimmed => new(Name.Trim(), Team, [.. Actions.Select(a => a.Trimmed(blocks: true))]);
}
