namespace FirstContact.People;

/// <summary>A business unit: whom its people belong to, and who is charged for them.</summary>
public sealed record Unit : IAggregate<Unit>
{
    public const int LongestName = 80, LongestSegment = 80;

    public static string Subject => "unit";

    public UnitId Id { get; init; }
    public int Version { get; init; }
    public string Name { get; init; } = "";

    /// <summary>What units are told apart by in the figures: a market, a site, a line of business. May be blank.</summary>
    public string Segment { get; init; } = "";

    /// <summary>What its people read letters in, unless they say otherwise; null when nobody has said it.</summary>
    public string? Language { get; init; }

    /// <summary>Where its people are; null when nobody has said it.</summary>
    public string? Zone { get; init; }

    public bool Active { get; init; }

    public long Key => Id.Value;

    public UnitDetails Details => new(Name, Segment) { Language = Language, Zone = Zone };

    public static Decision Add(UnitDetails details) =>
        details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new UnitAdded(trimmed);

    public Decision Change(UnitDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new UnitChanged(Details, to);
    }

    public Decision Retire() => Active ? new UnitRetired() : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new UnitRestored();

    public Unit Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Unit Changed(Event happened) => happened switch
    {
        UnitAdded e => With(e.Details) with { Active = true },
        UnitChanged e => With(e.To),
        UnitRetired => this with { Active = false },
        UnitRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A unit knows nothing of {happened.GetType().Name}."),
    };

    private Unit With(UnitDetails d) => this with { Name = d.Name, Segment = d.Segment, Language = d.Language, Zone = d.Zone };
}

/// <summary>What an administrator says about a business unit.</summary>
public sealed record UnitDetails(string Name, string Segment)
{
    /// <summary>What its people read letters in, by its code.</summary>
    public string? Language { get; init; }

    /// <summary>Where its people are, by its name in the time zone database.</summary>
    public string? Zone { get; init; }

    internal Error? Wrong => Error.Of(
        Name.IsBlank ? PeopleErrors.NameMissing : Name.IsLongerThan(Unit.LongestName) ? PeopleErrors.UnitNameTooLong : null,
        Segment.IsLongerThan(Unit.LongestSegment) ? PeopleErrors.SegmentTooLong : null,
        Languages.Wrong(Language), Zones.Wrong(Zone));

    internal UnitDetails Trimmed => new((Name ?? "").Trim(), (Segment ?? "").Trim()) { Language = Languages.Of(Language), Zone = Zones.Of(Zone) };
}
