using System.Xml;
using FirstContact.Lists;

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
        TriggerKind.After => new(t.Kind, Since: t.Since, After: t.After is { } after ? RuleReading.Iso(after) : null),
        _ => new(t.Kind, Days: [.. t.Days], Time: t.Time, Zone: t.Zone),
    };
}

/// <param name="Value">Whom or what: a team, an address, p1 to p5, low to high, tags with commas …</param>
/// <param name="Text">Words, or the reason.</param>
/// <param name="For">How long a wait lasts at most, ISO 8601.</param>
public sealed record RuleActionBody(ActionKind Kind, string? Value = null, string? Text = null, string? For = null)
{
    internal static RuleActionBody Of(RuleAction a) => new(a.Kind, a.Value, a.Text, a.For is { } time ? RuleReading.Iso(time) : null);
}

public sealed record RuleStoppedJson(StopBecause Why, long? Ticket, Seq<string> Chain, string? Detail);

public sealed record RuleJson(long Id, int Version, int Place, string Name, bool Active, RuleStoppedJson? Stopped, RuleTriggerBody When, IReadOnlyDictionary<string, string> If, IReadOnlyList<RuleActionBody> Then, Instant? LastRunAt)
{
    internal static RuleJson Of(RuleLine line) => new(
        line.Row.Id.Value, line.Row.Version, line.Row.Place, line.Row.Name, line.Row.Active, line.Row.Stopped is { } s ? new(s.Why, s.Ticket?.Value, s.Chain, s.Detail) : null,
        RuleTriggerBody.Of(line.Told.When), line.Told.If.ToDictionary(c => c.Name, c => c.Value), [.. line.Told.Then.Select(RuleActionBody.Of)], line.LastRun);
}

public sealed record RuleVersionJson(int Version, Instant At, string By, string Sentence, string? Name, RuleTriggerBody? When, IReadOnlyDictionary<string, string>? If, IReadOnlyList<RuleActionBody>? Then)
{
    internal static RuleVersionJson Of(RuleVersion v) => v.Definition is { } d
        ? new(v.Version, v.At, v.By, v.Sentence, d.Name, RuleTriggerBody.Of(d.When), d.If.ToDictionary(c => c.Name, c => c.Value), [.. d.Then.Select(RuleActionBody.Of)])
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
    public static RuleDefinition Of(string? name, RuleTriggerBody? when, IReadOnlyDictionary<string, string?>? conditions, RuleActionBody[]? then, RuleDefinition? now, DateTimeZone zone) => new(
        name ?? now?.Name ?? "",
        when is null ? now?.When ?? new(TriggerKind.Event) : new(when.Kind)
        {
            Events = [.. when.Events ?? []], By = when.By, Since = when.Since, After = Read(when.After), Days = [.. when.Days ?? []], Time = when.Time, Zone = when.Kind == TriggerKind.Schedule ? when.Zone ?? zone.Id : null,
        },
        conditions is null ? now?.If ?? [] : [.. conditions.Where(c => !c.Value.IsBlank).Select(c => new Condition(c.Key, c.Value!))],
        then is null ? now?.Then ?? [] : [.. then.Select(a => new RuleAction(a.Kind) { Value = a.Value, Text = a.Text, For = Read(a.For) })]);

    public static string Iso(Duration time) => XmlConvert.ToString(time.ToTimeSpan());

    // What cannot be read is a time that nothing takes, so that it is refused at its field.
    private static Duration? Read(string? text)
    {
        if (text.IsBlank) return null;
        try { return Duration.FromTimeSpan(XmlConvert.ToTimeSpan(text!)); }
        catch (Exception e) when (e is FormatException or OverflowException) { return Duration.Zero; }
    }
}
