namespace FirstContact.Deskside;

/// <summary>Every event beside the desk: its stored name and the one sentence that tells it.</summary>
public static class DesksideEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<WalkUpRecorded>("walk-up.recorded", e => $"was {(e.Details.Called ? "called directly" : "stopped")} by {e.Details.Who}, and {(e.Details.Redirected ? "kindly led the way to the desk" : e.Details.Solved is null ? "helped on the spot" : "solved it on the spot")}: {e.Details.Words}"),
        EventWords.Of<WalkUpSeenTo>("walk-up.seen-to", e => $"has seen that {e.Who} is cared for"),
        EventWords.Of<DesksideRulesChanged>("deskside-rules.changed", e => $"changed what is said to whoever is led to the desk, and when to look again: after {e.To.Hours} h ({e.From.Hours} h before)"),
    ];
}
