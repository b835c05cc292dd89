namespace FirstContact.Standards;

/// <summary>Every event of the published standards: its stored name and the one sentence that tells it.</summary>
public static class StandardEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<StandardsChanged>("standards.changed", e => $"changed {Changed(e.From, e.To)} of the published standards"),
        EventWords.Of<StandardsCommented>("standards-comment.said", e => $"said of the standards{(e.Group.Length > 0 ? $" for {e.Group}" : "")}: {e.Words}"),
        EventWords.Of<StandardsAnswered>("standards-comment.answered", e => $"answered: {e.Words}"),
        EventWords.Of<StandardsCommentHidden>("standards-comment.hidden", e => $"took the comment away: {e.Reason}"),
    ];

    private static string Changed(StandardsWords from, StandardsWords to) => string.Join(", ", ((string?[])
    [
        from.Open == to.Open ? null : to.Open switch { Openness.Hidden => "who may read (now nobody)", Openness.SignedIn => "who may read (now everybody who signs in)", _ => "who may read (now everybody)" },
        from.Philosophy == to.Philosophy ? null : "the philosophy", from.Exclusions == to.Exclusions ? null : "the exclusions", from.OnMiss == to.OnMiss ? null : "what happens on a miss", from.Shown == to.Shown ? null : "which agreements are shown",
    ]).OfType<string>());
}
