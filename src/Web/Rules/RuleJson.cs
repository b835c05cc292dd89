using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <param name="Kind">event, after or schedule.</param>
/// <param name="After">How long after the moment, ISO 8601: PT48H.</param>
/// <param name="Time">Of day, 07:30.</param>
/// <param name="Zone">The desk's own when nothing is said.</param>
public sealed record RuleTriggerBody(TriggerKind Kind = TriggerKind.Event, string[]? Events = null, ByWhom By = ByWhom.Anybody, Moment? Since = null, string? After = null, IsoDayOfWeek[]? Days = null, string? Time = null, string? Zone = null)
{
    internal static RuleTriggerBody Of(RuleTrigger t) => t.Kind switch
    {
        TriggerKind.Event => new(t.Kind, [.. t.Events], t.By),
        TriggerKind.After => new(t.Kind, Since: t.Since, After: t.After is { } after ? ActionBody.Iso(after) : null),
        _ => new(t.Kind, Days: [.. t.Days], Time: t.Time, Zone: t.Zone),
    };
}

public sealed record RuleStoppedJson(StopBecause Why, long? Ticket, Seq<string> Chain, string? Detail);

public sealed record RuleJson(long Id, int Version, int Place, string Name, bool Active, RuleStoppedJson? Stopped, RuleTriggerBody When, IReadOnlyDictionary<string, string> If, IReadOnlyList<ActionBody> Then, Instant? LastRunAt)
{
    internal static RuleJson Of(RuleLine line) => new(
        line.Row.Id.Value, line.Row.Version, line.Row.Place, line.Row.Name, line.Row.Active, line.Row.Stopped is { } s ? new(s.Why, s.Ticket?.Value, s.Chain, s.Detail) : null,
        RuleTriggerBody.Of(line.Told.When), line.Told.If.ToDictionary(c => c.Name, c => c.Value), [.. line.Told.Then.Select(ActionBody.Of)], line.LastRun);
}

public sealed record RuleVersionJson(int Version, Instant At, string By, string Sentence, string? Name, RuleTriggerBody? When, IReadOnlyDictionary<string, string>? If, IReadOnlyList<ActionBody>? Then)
{
    internal static RuleVersionJson Of(RuleVersion v) => v.Definition is { } d
        ? new(v.Version, v.At, v.By, v.Sentence, d.Name, RuleTriggerBody.Of(d.When), d.If.ToDictionary(c => c.Name, c => c.Value), [.. d.Then.Select(ActionBody.Of)])
        : new(v.Version, v.At, v.By, v.Sentence, null, null, null, null);
}

public sealed record RuleRunJson(long Id, int Version, long Ticket, string Number, Instant At, Seq<string> Done, Seq<string> Refused, Seq<RuleId> Chain)
{
    internal static RuleRunJson Of(RuleRunLine r) => new(r.Id, r.Version, r.Ticket.Value, r.Number, r.At, r.Done, r.Refused, r.Chain);
}

/// <param name="Looked">How many events, or tickets, were looked at.</param>
/// <param name="Matched">On how many it would have run.</param>
public sealed record RuleTrialJson(int Looked, int Matched, IReadOnlyList<TrialLineJson> Items)
{
    internal static RuleTrialJson Of(RuleTrial t) => new(t.Looked, t.Matched, [.. t.Lines.Select(l => new TrialLineJson(l.Ticket.Value, l.Number, l.Title, l.At, l.Done, l.Refused))]);
}

public sealed record TrialLineJson(long Ticket, string Number, string Title, Instant At, Seq<string> Done, Seq<string> Refused);

/// <summary>A rule as a program writes it.</summary>
internal static class RuleReading
{
    /// <param name="now">What stays where nothing is given.</param>
    public static Result<RuleDefinition> Of(string? name, RuleTriggerBody? when, IReadOnlyDictionary<string, string?>? conditions, IReadOnlyList<ActionBody?>? then, RuleDefinition? now, DateTimeZone zone)
    {
        if (!ActionBody.Read(then, "then").Is(out var actions, out var no)) return no;
        return new RuleDefinition(
            name ?? now?.Name ?? "",
            when is null ? now?.When ?? new(TriggerKind.Event) : new(when.Kind)
            {
                Events = [.. when.Events ?? []], By = when.By, Since = when.Since, After = ActionBody.Read(when.After), Days = [.. when.Days ?? []], Time = when.Time, Zone = when.Kind == TriggerKind.Schedule ? when.Zone ?? zone.Id : null,
            },
            conditions is null ? now?.If ?? [] : [.. conditions.Where(c => !c.Value.IsBlank).Select(c => new Condition(c.Key, c.Value!))],
            then is null ? now?.Then ?? [] : actions);
    }
}
