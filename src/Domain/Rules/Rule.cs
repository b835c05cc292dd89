namespace FirstContact.Rules;

/// <summary>What the desk does by itself: when something happens or a time has come, if a ticket is such, then some commands.</summary>
public sealed record Rule : IAggregate<Rule>
{
    public const int LongestName = 80, MostActions = 20;

    /// <summary>How many rules may follow from each other; longer chains are nobody's intention.</summary>
    public const int LongestChain = 10;

    public static string Subject => "rule";

    public RuleId Id { get; init; }

    /// <summary>Each run names it: what the rule said then is told by so many of its entries in the journal.</summary>
    public int Version { get; init; }

    public RuleDefinition Definition { get; init; } = new("", new(TriggerKind.Event), [], []);
    public bool Active { get; init; }

    /// <summary>What happened before does not set it off.</summary>
    public Instant ActiveSince { get; init; }

    /// <summary>Rules that the same event sets off run in this order.</summary>
    public int Place { get; init; }

    /// <summary>Why the desk itself has switched it off; null when it has not.</summary>
    public RuleStopped? Stopped { get; init; }

    /// <summary>Gone from all lists; its entries in the journal stay.</summary>
    public bool Removed { get; init; }

    public string Name => Definition.Name;
    public long Key => Id.Value;
    public Named<RuleId> Named => new(Id, Name);

    /// <param name="isEvent">Whether tickets have an event of this name that may set a rule off.</param>
    /// <param name="active">Whether it works at once: a copy is looked at first.</param>
    public static Decision Add(RuleDefinition definition, Func<string, bool> isEvent, int place, bool active) =>
        definition.Trimmed is var trimmed && trimmed.Wrong(isEvent) is { } no ? no : new RuleAdded(trimmed, place, active);

    public Decision Change(RuleDefinition definition, Func<string, bool> isEvent)
    {
        var to = definition.Trimmed;
        if (to.Wrong(isEvent) is { } no) return no;
        return to == Definition ? Decision.Nothing : new RuleChanged(Definition, to);
    }

    public Decision SwitchOn() => Active ? Decision.Nothing : new RuleSwitchedOn();

    public Decision SwitchOff() => Active ? new RuleSwitchedOff() : Decision.Nothing;

    /// <summary>The desk itself stops a rule that feeds itself or that it cannot understand any more.</summary>
    public Decision Stop(StopBecause why, TicketId? ticket, Seq<string> chain, string? detail) => Active ? new RuleStopped(why, ticket, chain, detail) : Decision.Nothing;

    public Decision MoveTo(int place) => place == Place ? Decision.Nothing : new RuleMoved(Place, place);

    public Decision Remove() => new RuleRemoved(Name);

    public Rule Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Rule Changed(Event happened, By by) => happened switch
    {
        RuleAdded e => this with { Definition = e.Definition, Place = e.Place, Active = e.Active, ActiveSince = by.At },
        RuleChanged e => this with { Definition = e.To },
        RuleSwitchedOn => this with { Active = true, ActiveSince = by.At, Stopped = null },
        RuleSwitchedOff => this with { Active = false },
        RuleStopped e => this with { Active = false, Stopped = e },
        RuleMoved e => this with { Place = e.To },
        RuleRemoved => this with { Active = false, Removed = true },
        _ => throw new NotSupportedException($"A rule knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>Why the desk has stopped a rule: what it does sets it off again; too many rules follow from each other; something that it names is gone.</summary>
public enum StopBecause { FeedsItself, ChainTooLong, CannotRun }
