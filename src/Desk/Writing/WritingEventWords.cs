namespace FirstContact.Writing;

/// <summary>Every event of replies on their way, with the sentence that tells it.</summary>
public static class WritingEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ReplyQueued>("reply.queued", e => e.Scheduled ? $"wrote a reply that leaves later: {e.Leaves:uuuu-MM-dd HH:mm} UTC" : "sent a reply off"),
        EventWords.Of<ReplyTakenBack>("reply.taken-back", _ => "took the reply back before it left"),
        EventWords.Of<ReplyHurried>("reply.hurried", _ => "let the reply leave now"),
        EventWords.Of<ReplyLeft>("reply.left", _ => "let the reply leave"),
        EventWords.Of<ReplyStopped>("reply.stopped", e => $"did not let the reply leave: {e.Why}"),
    ];
}
