using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Deskside;

public static class DesksideErrors
{
    public static readonly Error NotFound = new(Missing, "walk-up.not-found", "There is no such walk-up.");
    public static readonly Error WhoMissing = new(Invalid, "walk-up.who-missing", "Say who it was: a name is enough.", "who");
    public static readonly Error WhoTooLong = new(Invalid, "walk-up.who-too-long", $"Keep the name within {WalkUp.LongestWho} characters.", "who");
    public static readonly Error WhoUnknown = new(Invalid, "walk-up.who-unknown", "Nobody here has this address. Give the name instead.", "who");
    public static readonly Error WhoAmbiguous = new(Invalid, "walk-up.who-ambiguous", "Several people match. Choose one, or say that it is none of them.", "who");
    public static readonly Error WordsMissing = new(Invalid, "walk-up.words-missing", "Say in a few words what it was.", "words");
    public static readonly Error WordsTooLong = new(Invalid, "walk-up.words-too-long", $"Keep it within {WalkUp.LongestWords} characters.", "words");
    public static readonly Error SaidMissing = new(Invalid, "walk-up.said-missing", "Leave a kind word for whoever is led to the desk.", "said");
    public static readonly Error SaidTooLong = new(Invalid, "walk-up.said-too-long", $"Keep it within {WalkUp.LongestSaid} characters.", "said");
    public static readonly Error SolvedMissing = new(Invalid, "walk-up.solved-missing", "Say what solved it, or do not say yet that it works.", "solved");
    public static readonly Error SolvedTooLong = new(Invalid, "walk-up.solved-too-long", $"Keep it within {WalkUp.LongestSolved} characters.", "solved");
    public static readonly Error SolvedAndLed = new(Invalid, "walk-up.solved-and-led", "It is either solved or led to the desk. Say that it was helped, or leave this empty.", "solved");
    public static readonly Error NeedsMore = new(Invalid, "walk-up.needs-more", "Before such a ticket is resolved the desk asks for more than fits here. Leave this empty: the ticket is then yours, and you resolve it there.", "solved");
    public static readonly Error TeamUnknown = new(Invalid, "walk-up.team-unknown", "Name one of your teams.", "team");
    public static readonly Error NotRedirected = new(Conflict, "walk-up.not-redirected", "It was helped on the spot: there is nothing to follow up.");
    public static readonly Error NotYours = new(Forbidden, "walk-up.not-yours", "Only who led somebody to the desk follows it up.");
    public static readonly Error HoursInvalid = new(Invalid, "walk-up.hours-invalid", $"Give hours from 1 to {DesksideRules.LongestHours}.", "hours");
}
