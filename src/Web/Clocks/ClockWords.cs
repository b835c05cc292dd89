using FirstContact.Agreements;
using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Clocks;

/// <summary>What was promised, in the words of the screen.</summary>
public static class ClockWords
{
    extension(IStringLocalizer words)
    {
        public string Promise(AgreementKind kind, Measure measure) => (kind, measure) switch
        {
            (_, Measure.FirstResponse) => words["First answer"],
            (_, Measure.NextResponse) => words["Next answer"],
            (_, Measure.UpdateRhythm) => words["News"],
            (_, Measure.Acceptance) => words["Yes or no to the handover"],
            (AgreementKind.Operational, _) => words["Solution by the team"],
            (AgreementKind.Underpinning, _) => words["The supplier's work"],
            _ => words["Solution"],
        };

        public string Cause(MissCause cause) => words[Capital(ClockEventWords.Of(cause))];

        public string Outcome(ClockOutcome outcome, bool paused) => outcome switch
        {
            ClockOutcome.Missed => words["missed"], ClockOutcome.Kept => words["kept"], ClockOutcome.Void => words["counts neither way"], _ => paused ? words["stands still"] : words["runs"],
        };
    }

    public static string Tag(ClockOutcome outcome) => outcome switch { ClockOutcome.Missed => "is-hot", ClockOutcome.Kept => "is-ok", _ => "" };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
