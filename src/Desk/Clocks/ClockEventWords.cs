using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Every event of clocks: its stored name and the one sentence that tells it.</summary>
public static class ClockEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<PromiseNeared>("ticket.promise-neared", e => $"saw that {e.Share} % of the time are used up: {e.What}{To(e.Told)}"),
        EventWords.Of<PromiseMissed>("ticket.promise-missed", e => e.Share > TicketClock.Missed ? $"saw that the missed promise has taken {e.Share} % of its time: {e.What}{To(e.Told)}" : $"saw that a promise was missed: {e.What}{To(e.Told)}"),
        EventWords.Of<MissExplained>("ticket.miss-explained", e => $"said why a promise was missed ({e.What}): {Of(e.Cause)}{(e.Words is { } words ? $". {words}" : "")}"),
    ];

    /// <summary>A cause as it follows 'because'.</summary>
    public static string Of(MissCause cause) => cause switch
    {
        MissCause.OtherTeam => "another team was waited for", MissCause.Supplier => "a supplier was waited for", MissCause.TooFewPeople => "too few people were there", MissCause.Misjudged => "it was misjudged",
        MissCause.Knowledge => "knowledge was lacking", MissCause.Access => "a tool or access was lacking", MissCause.CameLate => "it came to the team late", MissCause.PromiseWrong => "the promise was wrong", _ => "something else",
    };

    private static string To(Seq<Named<PersonId>> told) => told.Count == 0 ? "" : $"; {string.Join(", ", told.Select(t => t.Name))} {(told.Count == 1 ? "was" : "were")} told";
}
