namespace FirstContact.Tickets;

/// <summary>What came out when somebody asked: answers to what is asked of its category, and where and since when it is so.</summary>
public sealed record UnderstandTicket(TicketId On, Told Told) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
        (await Told.Reading(work, (await work.Read.Classification(ticket)).Category)).Is(out var verb, out var no) ? verb(ticket) : no);
}
