namespace FirstContact.Occasions;

/// <summary>Every event of what is watched: its stored name and the one sentence that tells it.</summary>
public static class OccasionEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<OccasionPlanned>("occasion.planned", e => $"planned {e.Details.Title}, {e.Details.Place}, {e.Details.Starts:uuuu-MM-dd HH:mm} UTC"),
        EventWords.Of<OccasionChanged>("occasion.changed", e => $"changed {Changed(e.From, e.To)} of {e.To.Title}"),
        EventWords.Of<OccasionTested>("occasion.tested", e => e.Ok ? $"tested it: it works{(e.Words.Length == 0 ? "" : $". {e.Words}")}" : $"tested it: it does not work. {e.Words}"),
        EventWords.Of<OccasionLinked>("occasion.linked", e => $"linked {e.Ticket}"),
        EventWords.Of<OccasionUnlinked>("occasion.unlinked", e => $"took the link to {e.Ticket} off"),
        EventWords.Of<OccasionCalledOff>("occasion.called-off", e => $"called it off: {e.Why}"),
        EventWords.Of<OccasionPlannedAgain>("occasion.planned-again", _ => "planned it again"),
    ];

    private static string Changed(OccasionDetails from, OccasionDetails to) => string.Join(", ", ((string?[])
    [
        from.Title == to.Title ? null : $"the title ({from.Title} before)", from.Place == to.Place ? null : $"the place ({from.Place} before)",
        from.Starts == to.Starts && from.Ends == to.Ends ? null : $"the time ({from.Starts:uuuu-MM-dd HH:mm} UTC before)", from.Contact == to.Contact ? null : "the contact",
        from.Watcher == to.Watcher && from.Team == to.Team ? null : "who watches", from.TestAt == to.TestAt && from.Tester == to.Tester ? null : "the test", from.WarnHours == to.WarnHours ? null : "the warning", from.Notes == to.Notes ? null : "the notes",
    ]).OfType<string>());
}
