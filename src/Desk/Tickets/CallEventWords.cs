namespace FirstContact.Tickets;

/// <summary>The sentences of calls that nobody took.</summary>
internal static class CallEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<CallMissed>("ticket.call-missed", e => $"wrote down a missed call from {e.Number}{(e.VoiceMail ? ", with voice mail" : "")}; to be called back by {e.Due:uuuu-MM-dd HH:mm} UTC", _ => true),
        EventWords.Of<CallTried>("ticket.call-tried", e => $"called back and reached nobody{(e.Attempt == 1 ? "" : $", for the {Ordinal(e.Attempt)} time")}; tries again at {e.Again:uuuu-MM-dd HH:mm} UTC", _ => true),
        EventWords.Of<CallReached>("ticket.call-reached", e => e.Attempts == 1 ? "called back, and reached the customer" : $"called back, and reached the customer at the {Ordinal(e.Attempts)} attempt", _ => true),
        EventWords.Of<CallRulesChanged>("call-rules.changed", e => $"changed the rules for missed calls: called back within {e.To.DueMinutes} minutes, tried again after {e.To.RetryMinutes}, joined for {e.To.JoinHours} hours"),
    ];

    private static string Ordinal(int n) => n switch { 2 => "second", 3 => "third", _ => $"{n}th" };
}
