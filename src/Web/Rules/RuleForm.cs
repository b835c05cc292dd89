using System.Globalization;
using FirstContact.Lists;
using FirstContact.Tickets;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Rules;

/// <summary>A rule as its form has it: read from what was typed, and written for a form to begin with.</summary>
internal static class RuleForm
{
    public const string List = "then";

    public static RuleDefinition Read(Form form, DateTimeZone zone) => new(form["name"] ?? "", Trigger(form, zone), [.. from name in RuleConditions.Names let value = form[$"if.{name}"] where value is not null select new Condition(name, value)], ActionForm.Read(form, List));

    /// <summary>What stands in the form when it is opened.</summary>
    public static Form Of(RuleDefinition rule)
    {
        var fields = new Dictionary<string, StringValues> { ["name"] = rule.Name, ["when.kind"] = rule.When.Kind.ToString().ToLowerInvariant(), ["when.by"] = rule.When.By.ToString().ToLowerInvariant() };
        fields["when.event"] = rule.When.Events.ToArray();
        if (rule.When.Since is { } since) fields["when.since"] = since.ToString();
        if (rule.When.After is { } after) (fields["when.after"], fields["when.unit"]) = ActionWords.Unit(after) is var (n, unit) ? (n.ToString(CultureInfo.InvariantCulture), unit) : default;
        fields["when.day"] = rule.When.Days.Select(d => d.ToString()).ToArray();
        if (rule.When.Time is { } time) fields["when.time"] = time;
        if (rule.When.Zone is { } zone) fields["when.zone"] = zone;
        foreach (var c in rule.If) fields[$"if.{c.Name}"] = c.Value;
        ActionForm.Write(fields, List, rule.Then);
        return new(new FormCollection(fields));
    }

    private static RuleTrigger Trigger(Form form, DateTimeZone zone) => (form.Word<TriggerKind>("when.kind") ?? TriggerKind.Event) switch
    {
        TriggerKind.Event => new(TriggerKind.Event) { Events = form.All("when.event"), By = form.Word<ByWhom>("when.by") ?? ByWhom.Anybody },
        TriggerKind.After => new(TriggerKind.After) { Since = form.Word<Moment>("when.since"), After = ActionForm.Time(form, "when.after", "when.unit") },
        _ => new(TriggerKind.Schedule)
        {
            Days = [.. form.All("when.day").Select(d => Enum.TryParse<IsoDayOfWeek>(d, out var day) && Enum.IsDefined(day) ? day : IsoDayOfWeek.None)], Time = form["when.time"], Zone = form["when.zone"] ?? zone.Id,
        },
    };
}
