using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Lets somebody see the ticket and hear of it; 'me' or blank for oneself. A customer may add people to a ticket of his own.</summary>
public sealed record WatchTicket(TicketId On, string? Person) : TicketCommand(On)
{
    public override Permission Needs => TicketPermissions.TakePart;

    public override async Task<Result<Ticket>> Do(Work work) =>
        await Watcher(work, Person) is { } watcher ? await Change(work, ticket => MayInvite(work, ticket) ? ticket.Watch(watcher) : Errors.Forbidden) : TicketErrors.PersonUnknown;

    /// <summary>Whoever only looks on does not decide who else may.</summary>
    internal static bool MayInvite(Work work, Ticket ticket) => ticket.Customer == work.By.Person || work.Caller.May(TicketPermissions.SeeAll);

    internal static async Task<Named<PersonId>?> Watcher(Work work, string? person) =>
        person.IsBlank || FindPerson.IsMe(person) ? new(work.By.Person, work.Caller.Name) : await FindPerson.ByEmail(work.Read, person!);
}
