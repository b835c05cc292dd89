namespace FirstContact.Tickets;

/// <summary>Whether somebody else has said something on a ticket since it was looked at, that the one who looked may read.</summary>
internal static class SpokenSince
{
    /// <param name="seen">The version that was looked at; one that the ticket has not come to yet is none.</param>
    public static async Task<bool> Any(Question question, Ticket ticket, int seen)
    {
        if (seen < 0 || seen > ticket.Version) return true;
        var serves = question.Caller.May(TicketPermissions.SeeAll);
        var since = await new JournalReader(question.Catalogue).Of(question.Read, Ticket.Subject, ticket.Key, from: seen);
        return since.Any(e => e.Actor != question.Caller.Person && Ticket.IsWord(e.Event) && (serves || question.Catalogue.For(e.Event).ForCustomer(e.Event)));
    }
}
