using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>When, if, then.</summary>
/// <param name="If">All have to be true of the ticket.</param>
/// <param name="Then">Done in this order.</param>
public sealed record RuleDefinition(string Name, RuleTrigger When, Seq<Condition> If, Seq<TicketAction> Then)
{
    internal RuleDefinition Trimmed => new(
        (Name ?? "").Trim(), When.Trimmed,
        [.. If.Where(c => !c.Value.IsBlank).Select(c => new Condition(c.Name.Trim(), c.Value.Trim()))],
        [.. Then.Select(a => a.Trimmed())]);

    internal Error? Wrong(Func<string, bool> isEvent) => Error.Of(
    [
        Name.IsBlank ? RuleErrors.NameMissing : Name.IsLongerThan(Rule.LongestName) ? RuleErrors.NameTooLong : null,
        .. When.Wrong(isEvent),
        .. If.Select(c => RuleConditions.Wrong(c)?.At(RuleConditions.At(c.Name))),
        .. If.GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => RuleErrors.ConditionTwice.At(RuleConditions.At(g.Key))),
        // Whatever goes by time goes through all tickets, and most of them were closed long ago.
        When.Kind != TriggerKind.Event && If.All(c => c.Name != "status") ? RuleErrors.StatusMissing : null,
        Then.Count == 0 ? RuleErrors.ActionsMissing : Then.Count > Rule.MostActions ? RuleErrors.TooManyActions : null,
        .. Then.SelectMany((a, i) => a.Wrong("then", i)),
    ]);
}

/// <summary>Conditions as the queue's address has them: <c>team=Network</c>.</summary>
public static class RuleConditions
{
    public const int LongestValue = 500;

    public static readonly IReadOnlyList<string> Names = ["status", "team", "assignee", "customer", "service", "category", "class", "priority", "kind", "tag", "q"];

    /// <summary>Where an error about a condition belongs.</summary>
    public static string At(string name) => $"if.{name}";

    internal static Error? Wrong(Condition condition) =>
        !Names.Contains(condition.Name) ? RuleErrors.ConditionUnknown
        : condition.Value.IsLongerThan(LongestValue) ? RuleErrors.ValueTooLong
        : condition.Name is "assignee" or "customer" && string.Equals(condition.Value, "me", StringComparison.OrdinalIgnoreCase) ? RuleErrors.NobodyIsMe
        : null;
}

public enum TriggerKind { Event, After, Schedule }

/// <summary>Whose doing sets a rule off.</summary>
public enum ByWhom { Anybody, Customer, Agent }

/// <summary>The moments of a ticket that time is counted from.</summary>
public enum Moment { Opened, Updated, LastWord, CustomerSpoke, Waiting, Promised, Resolved }

/// <summary>An event; so long after a moment of the ticket; or certain days at a time.</summary>
public sealed record RuleTrigger(TriggerKind Kind)
{
    private static readonly Duration ShortestAfter = Duration.FromMinutes(1), LongestAfter = Duration.FromDays(400);

    /// <summary>Any of these events of a ticket.</summary>
    public Seq<string> Events { get; init; } = [];

    public ByWhom By { get; init; }

    public Moment? Since { get; init; }
    public Duration? After { get; init; }

    public Seq<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>On the clock of <see cref="Zone"/>: 07:30.</summary>
    public string? Time { get; init; }

    public string? Zone { get; init; }

    /// <summary>The next time of a schedule behind a moment.</summary>
    public Instant? Next(Instant behind)
    {
        if (Kind != TriggerKind.Schedule || Clock(Time) is not { } time || DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone ?? "") is not { } zone) return null;
        var today = behind.InZone(zone).Date;
        return Enumerable.Range(0, 8).Select(today.PlusDays).Where(day => Days.Contains(day.DayOfWeek))
            .Select(day => (Instant?)(day + time).InZoneLeniently(zone).ToInstant()).FirstOrDefault(at => at > behind);
    }

    internal RuleTrigger Trimmed => Kind switch
    {
        TriggerKind.Event => new(Kind) { Events = [.. Events.Select(e => e.Trim()).Where(e => e.Length > 0).Distinct()], By = By },
        TriggerKind.After => new(Kind) { Since = Since, After = After },
        _ => new(Kind) { Days = [.. Days.Distinct().Order()], Time = Time?.Trim(), Zone = Zone?.Trim() },
    };

    internal IEnumerable<Error?> Wrong(Func<string, bool> isEvent) => Kind switch
    {
        TriggerKind.Event => [Events.Count == 0 ? RuleErrors.EventsMissing : Events.Any(e => !isEvent(e)) ? RuleErrors.EventUnknown : null],
        TriggerKind.After => [Since is null ? RuleErrors.MomentMissing : null, After is null || After < ShortestAfter || After > LongestAfter ? RuleErrors.AfterInvalid : null],
        _ =>
        [
            Days.Count == 0 || Days.Contains(IsoDayOfWeek.None) ? RuleErrors.DaysMissing : null,
            Clock(Time) is null ? RuleErrors.TimeInvalid : null,
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone ?? "") is null ? RuleErrors.ZoneUnknown : null,
        ],
    };

    private static LocalTime? Clock(string? text) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text ?? "") is { Success: true } time ? time.Value : null;
}
