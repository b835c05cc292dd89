using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>
/// Gives a ticket that nobody has to a member of its team, if the team wants that, or tells why it cannot; the timetable asks for it.
/// So it does with one that was reopened while its owner is away.
/// </summary>
public sealed record GiveTicket(TicketId On) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        var way = await work.Read.Way(ticket.Team);
        if (!way.IsAutomatic || !ticket.WantsSomebody) return ticket;
        var owner = await Owner(work, ticket);
        if (ticket.Assignee is not null && owner is null) return ticket;

        var members = await Members.Of(work.Read, way);
        var skill = (await work.Read.SkillNeeds()).Of(ticket.Category, ticket.Service);
        var choice = Choosing.Of(await work.Read.Team(ticket.Team), way.Details, members.All, skill, work.By.At, owner?.Id ?? await LaidDownBy(work, ticket));
        if (choice.Left is { } left) return work.Tickets.Change(ticket, ticket.LeaveWithTeam(left));

        var given = work.Tickets.Change(ticket, ticket.GiveTo(owner, choice.To!.Value, choice.Chosen!));
        if (given.Error is null && work.Writes.Count > 0) work.Ways.CountTurn(ticket.Team, choice.To.Value.Id, members.Given);
        return given;
    }

    /// <summary>Who has it and cannot go on with what has come back: away, or here no longer. Null when nobody has it, or somebody who is there.</summary>
    private static async Task<Named<PersonId>?> Owner(Work work, Ticket ticket) => ticket is { Assignee: { } owner, CustomerWord: CustomerWord.Reopened or CustomerWord.NotYet, CustomerSpokeAt: not null }
        ? await work.Read.One("select id, name from person where id = @id and (active = 0 or away_until > @now)", r => (Named<PersonId>?)new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), ("@id", owner), ("@now", work.By.At))
        : null;

    /// <summary>Whoever has laid it down in this team does not want it back.</summary>
    private static async Task<PersonId?> LaidDownBy(Work work, Ticket ticket) => (await work.Read.One(
        "select event, version, body from journal where subject = @ticket and key = @key and event in ('ticket.assigned', 'ticket.moved', 'ticket.handover-accepted') order by position desc limit 1",
        r => DeskModule.Catalogue.Read(r.GetString(0), r.GetInt32(1), r.GetString(2)), ("@ticket", Ticket.Subject), ("@key", ticket.Key))) is TicketAssigned { To: null, From: { } from } ? from.Id : null;
}
