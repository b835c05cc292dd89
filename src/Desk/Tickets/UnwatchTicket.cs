namespace FirstContact.Tickets;

public sealed record UnwatchTicket(TicketId On, string? Person) : TicketCommand(On)
{
    public override Permission Needs => TicketPermissions.TakePart;

    public override async Task<Result<Ticket>> Do(Work work) =>
        await WatchTicket.Watcher(work, Person) is { } watcher ? await Change(work, ticket => watcher.Id == work.By.Person || WatchTicket.MayInvite(work, ticket) ? ticket.Unwatch(watcher) : Errors.Forbidden) : TicketErrors.PersonUnknown;
}
