using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Policies;

public static class PolicyErrors
{
    public static readonly Error ClassNotFound = new(Missing, "class.not-found", "There is no such class.");
    public static readonly Error ClassNameMissing = new(Invalid, "class.name-missing", "Give the class a name.", "name");
    public static readonly Error ClassNameTooLong = new(Invalid, "class.name-too-long", $"Keep the name within {RequestClass.LongestName} characters.", "name");
    public static readonly Error ClassNameTaken = new(Invalid, "class.name-taken", "Another class has this name.", "name");
    public static readonly Error PurposeTooLong = new(Invalid, "class.purpose-too-long", $"Keep the purpose within {RequestClass.LongestPurpose} characters.", "purpose");
    public static readonly Error MinutesInvalid = new(Invalid, "class.minutes-invalid", "Give the longest time in minutes, from 1 to 100,000, or leave it empty.", "longestMinutes");
    public static readonly Error BaselineInvalid = new(Invalid, "class.baseline-invalid", "Give the days from 1 to 1,000, or leave it empty.", "baselineAfterDays");
    public static readonly Error AtOnceNeedsNoApproval = new(Invalid, "class.at-once-with-approval", "What is acted on at once cannot wait for an approval.", "approval");
    public static readonly Error RanksInvalid = new(Invalid, "matrix.ranks-invalid", "Give nine priorities from 1 to 5.", "ranks");
    public static readonly Error RanksFall = new(Invalid, "matrix.ranks-fall", "More impact or more urgency must never make a ticket wait longer.", "ranks");
    public static readonly Error TooManyRules = new(Invalid, "care.too-many-rules", $"Keep the care policy within {CarePolicy.MostRules} rules.", "rules");
    public static readonly Error GeneralRuleMissing = new(Invalid, "care.general-rule-missing", "One rule has to hold for everything that no other rule names.", "rules");
    public static readonly Error RuleInvalid = new(Invalid, "care.rule-invalid", "A rule says something of each of the nine steps, and its priority is from 1 to 5.", "rules");
    public static readonly Error RuleTwice = new(Invalid, "care.rule-twice", "Two rules are for the same class and priority.", "rules");
    public static readonly Error RuleClassUnknown = new(Invalid, "care.rule-class-unknown", "There is no such class.", "rules");
    public static readonly Error OrganisationInvalid = new(Invalid, "desk.organisation-invalid", $"Say whose desk it is, within {DeskRules.LongestOrganisation} characters.", "organisation");
    public static readonly Error PhoneTooLong = new(Invalid, "desk.phone-too-long", $"Keep the phone number within {DeskRules.LongestPhone} characters.", "phone");
    public static readonly Error ReopenableInvalid = new(Invalid, "desk.reopenable-invalid", $"Give the days from 1 to {DeskRules.MostDays}.", "reopenableDays");
    public static readonly Error UndoInvalid = new(Invalid, "desk.undo-invalid", $"Give the seconds from 0 to {DeskRules.MostSeconds}.", "undoSeconds");
    public static readonly Error CallMinutesInvalid = new(Invalid, "call.minutes-invalid", "Give 1 minute to 7 days, in minutes.");
    public static readonly Error CallHoursInvalid = new(Invalid, "call.hours-invalid", $"Give 0 to {CallRules.MostHours} hours.", "joinHours");
    public static readonly Error BridgesTooMany = new(Invalid, "bridges.too-many", $"Keep it within {TeamBridges.Most} lines.", "bridges");
    public static readonly Error BridgeToItself = new(Invalid, "bridges.to-itself", "Choose another team: a team needs nobody to be brought together with itself.", "with");
    public static readonly Error BridgeTwice = new(Invalid, "bridges.twice", "Another line is about the same teams.", "team");
    public static readonly Error BridgeTeamUnknown = new(Invalid, "bridges.team-unknown", "There is no such team.", "team");
    public static readonly Error BridgePersonUnknown = new(Invalid, "bridges.person-unknown", "Nobody who works here has this address.", "person");
    public static readonly Error LinkInvalid = new(Invalid, "desk.link-invalid", $"Give the days from 1 to {DeskRules.MostLinkDays}.", "linkDays");
    public static readonly Error SilenceInvalid = new(Invalid, "desk.silence-invalid", $"Give the days from 1 to {DeskRules.MostDays}.", "silenceDays");
}
