using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Rules;

/// <summary>How a rule is told: when, if, then, each in words.</summary>
internal static class RuleWords
{
    private static readonly Dictionary<string, string> Events = new()
    {
        ["ticket.opened"] = "it is opened", ["ticket.message-posted"] = "something is written on it", ["ticket.assigned"] = "it is given to somebody", ["ticket.moved"] = "another team gets it",
        ["ticket.classified"] = "it is classified", ["ticket.impact-assessed"] = "its impact or urgency changes", ["ticket.priority-overridden"] = "its priority is overridden", ["ticket.override-withdrawn"] = "an override is taken back",
        ["ticket.tags-changed"] = "its tags change", ["ticket.retitled"] = "its title changes", ["ticket.customer-changed"] = "its customer changes", ["ticket.callback-changed"] = "its call-back changes",
        ["ticket.waiting"] = "it is set to wait", ["ticket.resumed"] = "it waits no longer", ["ticket.resolved"] = "it is resolved", ["ticket.closed"] = "it is closed", ["ticket.reopened"] = "it is reopened", ["ticket.cancelled"] = "it is cancelled",
        ["ticket.colleague-asked-in"] = "a colleague is asked in", ["ticket.colleague-answered"] = "an asked colleague has answered", ["ticket.watcher-added"] = "somebody watches it", ["ticket.watcher-removed"] = "somebody watches it no longer",
        ["ticket.news-promised"] = "news are promised", ["ticket.promise-kept"] = "promised news are given", ["ticket.customer-greeted"] = "the customer is greeted", ["ticket.problem-stated"] = "the problem is stated",
        ["ticket.statement-confirmed"] = "the customer agrees with the statement", ["ticket.statement-corrected"] = "the customer corrects the statement", ["ticket.reproduction-tried"] = "somebody tries to reproduce it",
        ["ticket.solution-proposed"] = "a solution is proposed", ["ticket.solution-selected"] = "a solution is selected", ["ticket.solution-executed"] = "the work is done", ["ticket.craft-verified"] = "the work is checked",
        ["ticket.customer-verified"] = "the customer says whether it works", ["ticket.step-skipped"] = "a step of care is skipped", ["ticket.macro-applied"] = "a macro is run on it",
    };

    /// <summary>What people most often wait for; the others stand behind them.</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["ticket.opened", "ticket.message-posted", "ticket.assigned", "ticket.moved", "ticket.classified", "ticket.tags-changed", "ticket.waiting", "ticket.resumed", "ticket.resolved", "ticket.closed", "ticket.reopened"];

    public static string Event(string name) => Events.GetValueOrDefault(name) ?? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' ');

    public static string Word(this Moment moment) => moment switch
    {
        Moment.Opened => "it was opened", Moment.Updated => "it last changed", Moment.LastWord => "the last word", Moment.CustomerSpoke => "the customer has been waiting for an answer",
        Moment.Waiting => "it was set to wait", Moment.Promised => "news were promised for", _ => "it was resolved",
    };

    public static string Word(this ByWhom by) => by switch { ByWhom.Customer => "by the customer", ByWhom.Agent => "by one of us", _ => "by anybody, rules too" };

    public static string Condition(string name) => name switch
    {
        "status" => "State", "team" => "Team", "assignee" => "Owner", "customer" => "Customer", "service" => "Service", "category" => "Category", "class" => "Class", "priority" => "Priority", "kind" => "Kind", "tag" => "Tag", _ => "Words in it",
    };

    public static string When(this IStringLocalizer words, RuleTrigger when) => when.Kind switch
    {
        TriggerKind.Event when when.By != ByWhom.Anybody => words["When {0}, {1}", string.Join(words[" or "], when.Events.Select(e => words[Event(e)])), words[when.By.Word()]],
        TriggerKind.Event => words["When {0}", string.Join(words[" or "], when.Events.Select(e => words[Event(e)]))],
        TriggerKind.After => words["{0} after {1}", words.Span(when.After ?? Duration.Zero), words[(when.Since ?? Moment.Opened).Word()]],
        _ => words["{0} at {1} ({2})", when.Days.Count == 7 ? words["Every day"] : string.Join(", ", when.Days.Select(d => words[d.ToString()])), when.Time ?? "", when.Zone ?? ""],
    };

    public static string If(this IStringLocalizer words, RuleDefinition rule) => rule.If.Count == 0
        ? words["on any ticket"]
        : words["if {0}", string.Join(words[" and "], rule.If.Select(c => c.Name == "q" ? words["it says {0}", c.Value] : words["{0} is {1}", words[Condition(c.Name)].Value.ToLower(System.Globalization.CultureInfo.CurrentUICulture), words[c.Value]]))];
}
