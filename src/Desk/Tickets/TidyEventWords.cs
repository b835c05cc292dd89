namespace FirstContact.Tickets;

/// <summary>The sentences of what stands beside a ticket. Other tickets are other people's: none of it is for customers.</summary>
internal static class TidyEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TicketLinked>("ticket.linked", e => $"{Linked(e)}: {e.Other.Title}"),
        EventWords.Of<TicketUnlinked>("ticket.unlinked", e => $"took the link to {e.Other.Number} off: {e.Other.Title}"),
    ];

    private static string Linked(TicketLinked e) => e.Relation switch
    {
        Relation.Parent => $"put it below {e.Other.Number}",
        Relation.Child => $"put {e.Other.Number} below it",
        Relation.DuplicateOf => $"marked it as a duplicate of {e.Other.Number}",
        Relation.DuplicatedBy => $"marked {e.Other.Number} as its duplicate",
        Relation.CausedBy => $"said that {e.Other.Number} caused it",
        Relation.Causes => $"said that it caused {e.Other.Number}",
        _ => $"linked it to {e.Other.Number}",
    };
}
