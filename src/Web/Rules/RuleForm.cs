using System.Globalization;
using FirstContact.Lists;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Rules;

/// <summary>A rule as its form has it: read from what was typed, and written for a form to begin with.</summary>
internal static class RuleForm
{
    /// <summary>Rows for actions that are empty until the one before has been chosen.</summary>
    public const int Spare = 5;

    public static string Name(int action, string member) => RuleAction.At(action, member);

    /// <summary>Which field of a row says whom or what.</summary>
    public static string Field(ActionKind kind) => kind switch
    {
        ActionKind.Assignee or ActionKind.AskIn or ActionKind.Watch => "person",
        ActionKind.Impact or ActionKind.Urgency => "level",
        ActionKind.AddTags or ActionKind.RemoveTags => "tags",
        ActionKind.Wait => "waitFor",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How many rows there are: those that were typed, or sent.</summary>
    public static int Rows(Form form) => Enumerable.Range(0, Rule.MostActions + Spare).TakeWhile(i => form[Name(i, "kind")] is not null || form[Name(i, "row")] is not null).Count();

    /// <summary>How many of them are used: all up to the last one chosen.</summary>
    public static int Used(Form form) => Enumerable.Range(0, Rows(form)).LastOrDefault(i => form[Name(i, "kind")] is not null, -1) + 1;

    public static RuleDefinition Read(Form form, DateTimeZone zone) => new(form["name"] ?? "", Trigger(form, zone), [.. from name in RuleConditions.Names let value = form[$"if.{name}"] where value is not null select new Condition(name, value)], [.. Actions(form)]);

    /// <summary>What stands in the form when it is opened.</summary>
    public static Form Of(RuleDefinition rule)
    {
        var fields = new Dictionary<string, StringValues> { ["name"] = rule.Name, ["when.kind"] = rule.When.Kind.ToString().ToLowerInvariant(), ["when.by"] = rule.When.By.ToString().ToLowerInvariant() };
        fields["when.event"] = rule.When.Events.ToArray();
        if (rule.When.Since is { } since) fields["when.since"] = since.ToString();
        if (rule.When.After is { } after) (fields["when.after"], fields["when.unit"]) = RuleWords.Unit(after) is var (n, unit) ? (n.ToString(CultureInfo.InvariantCulture), unit) : default;
        fields["when.day"] = rule.When.Days.Select(d => d.ToString()).ToArray();
        if (rule.When.Time is { } time) fields["when.time"] = time;
        if (rule.When.Zone is { } zone) fields["when.zone"] = zone;
        foreach (var c in rule.If) fields[$"if.{c.Name}"] = c.Value;
        foreach (var (i, action) in rule.Then.Index())
        {
            fields[Name(i, "kind")] = action.Kind.ToString();
            if (action.Value is { } value) fields[Name(i, Field(action.Kind))] = value;
            if (action.Text is { } text) fields[Name(i, "text")] = text;
            if (action.For is { } wait) (fields[Name(i, "for")], fields[Name(i, "unit")]) = RuleWords.Unit(wait) is var (n, unit) ? (n.ToString(CultureInfo.InvariantCulture), unit) : default;
        }
        return new(new FormCollection(fields));
    }

    /// <summary>The same errors, each at the field of the form that it is about. Rows left empty are no actions and count for nothing.</summary>
    public static Error? At(Error? error, Form form)
    {
        if (error is null) return null;
        var rows = Enumerable.Range(0, Rows(form)).Where(i => form.Word<ActionKind>(Name(i, "kind")) is not null).ToList();
        return Error.Of(error.All.Select(e =>
        {
            for (var i = 0; i < rows.Count; i++)
                foreach (var member in new[] { "value", "text", "for" })
                    if (e.Field == RuleAction.At(i, member)) return e.At(Name(rows[i], member == "value" ? Field(form.Word<ActionKind>(Name(rows[i], "kind"))!.Value) : member));
            return e;
        }));
    }

    private static RuleTrigger Trigger(Form form, DateTimeZone zone) => (form.Word<TriggerKind>("when.kind") ?? TriggerKind.Event) switch
    {
        TriggerKind.Event => new(TriggerKind.Event) { Events = form.All("when.event"), By = form.Word<ByWhom>("when.by") ?? ByWhom.Anybody },
        TriggerKind.After => new(TriggerKind.After) { Since = form.Word<Moment>("when.since"), After = Time(form, "when.after", "when.unit") },
        _ => new(TriggerKind.Schedule)
        {
            Days = [.. form.All("when.day").Select(d => Enum.TryParse<IsoDayOfWeek>(d, out var day) && Enum.IsDefined(day) ? day : IsoDayOfWeek.None)], Time = form["when.time"], Zone = form["when.zone"] ?? zone.Id,
        },
    };

    private static IEnumerable<RuleAction> Actions(Form form) =>
        from i in Enumerable.Range(0, Rows(form))
        let kind = form.Word<ActionKind>(Name(i, "kind"))
        where kind is not null
        select new RuleAction(kind.Value) { Value = form[Name(i, Field(kind.Value))], Text = form[Name(i, "text")], For = Time(form, Name(i, "for"), Name(i, "unit")) };

    // What is no number is a time that nothing takes, so that it is refused and not left out.
    private static Duration? Time(Form form, string number, string unit) => form[number] is null ? null : form.Number(number) is not { } n ? Duration.Zero : form[unit] switch
    {
        "days" => Duration.FromDays(Math.Clamp(n, -1, 100_000)),
        "hours" => Duration.FromHours(Math.Clamp(n, -1, 1_000_000)),
        _ => Duration.FromMinutes(Math.Clamp(n, -1, 100_000_000)),
    };
}
