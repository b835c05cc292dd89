using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Rules;

public static class RuleErrors
{
    public static readonly Error NotFound = new(Missing, "rule.not-found", "There is no such rule.");
    public static readonly Error NotDue = new(Missing, "rule.not-due", "This run is not due any more.");
    public static readonly Error NotYet = new(Conflict, "rule.not-yet", "The search has not read this far yet; the rule runs a moment later.");
    public static readonly Error NameMissing = new(Invalid, "rule.name-missing", "Say what the rule is for.", "name");
    public static readonly Error NameTooLong = new(Invalid, "rule.name-too-long", $"Keep the name within {Rule.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "rule.name-taken", "Another rule has this name.", "name");
    public static readonly Error EventsMissing = new(Invalid, "rule.events-missing", "Say what sets it off.", "when.events");
    public static readonly Error EventUnknown = new(Invalid, "rule.event-unknown", "One of these is no event that can set a rule off.", "when.events");
    public static readonly Error MomentMissing = new(Invalid, "rule.moment-missing", "Say from when time is counted.", "when.since");
    public static readonly Error AfterInvalid = new(Invalid, "rule.after-invalid", "Give a time from a minute to 400 days.", "when.after");
    public static readonly Error DaysMissing = new(Invalid, "rule.days-missing", "Choose the days.", "when.days");
    public static readonly Error TimeInvalid = new(Invalid, "rule.time-invalid", "Give a time of day like 07:30.", "when.time");
    public static readonly Error ZoneUnknown = new(Invalid, "rule.zone-unknown", "There is no such time zone. Name one like Europe/London.", "when.zone");
    public static readonly Error ConditionUnknown = new(Invalid, "rule.condition-unknown", "There is no such condition.");
    public static readonly Error ConditionTwice = new(Invalid, "rule.condition-twice", "Give each condition once.");
    public static readonly Error ValueTooLong = new(Invalid, "rule.value-too-long", $"Keep it within {RuleConditions.LongestValue} characters.");
    public static readonly Error NobodyIsMe = new(Invalid, "rule.nobody-is-me", "A rule is nobody: name the person by e-mail address.");
    public static readonly Error StatusMissing = new(Invalid, "rule.status-missing", "Say in which state the tickets are: otherwise it would go through all that were ever closed.", "if.status");
    public static readonly Error ActionsMissing = new(Invalid, "rule.actions-missing", "Say what it does.", "then");
    public static readonly Error TooManyActions = new(Invalid, "rule.too-many-actions", $"Keep it to {Rule.MostActions} actions.", "then");
    public static readonly Error WebhookUnknown = new(Invalid, "rule.webhook-unknown", "There is no such webhook.");
    public static readonly Error WebhookIsOff = new(Conflict, "rule.webhook-is-off", "The webhook is off.");
}
