using FirstContact.People;

namespace FirstContact.Tickets;

/// <param name="Person">By e-mail address or id; 'me' for oneself; blank lays the ticket down.</param>
public sealed record AssignTicket(TicketId On, string? Person) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Colleagues.Find(work, Person)).Is(out var to, out var no)) return no;
        return await Change(work, async ticket => ticket.Assign(await Colleagues.Named(work.Read, ticket.Assignee), to.Person));
    }
}

/// <summary>People who work on tickets.</summary>
internal sealed record Colleagues(Named<PersonId>? Person)
{
    public static async Task<Result<Colleagues>> Find(Work work, string? named)
    {
        if (named.IsBlank) return new Colleagues(Person: null);
        if (FindPerson.IsMe(named)) return new Colleagues(new Named<PersonId>(work.By.Person, work.Caller.Name));
        if (await FindPerson.Active(work.Read, named!) is not { } found) return TicketErrors.PersonUnknown;
        return await Serves(work.Read, found.Id) ? new Colleagues(found) : TicketErrors.NotAnAgent;
    }

    /// <summary>Whoever it was stays, even when that person has left meanwhile; whoever is new has to work here.</summary>
    public static async Task<Result<Colleagues>> FindOr(Work work, Named<PersonId>? now, string? named) =>
        now is { } one && !named.IsBlank && await FindPerson.ByAny(work.Read, named) is { } same && same.Id == one.Id ? new Colleagues(now) : await Find(work, named);

    public static async Task<Named<PersonId>?> Named(Reader read, PersonId? id) => id is { } known ? await FindPerson.ById(read, known) : null;

    private static async Task<bool> Serves(Reader read, PersonId person) =>
        DeskModule.RoleBook.Permissions(await FindPerson.Roles(read, person)).Contains(TicketPermissions.Work.Name);
}
