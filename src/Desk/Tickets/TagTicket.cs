namespace FirstContact.Tickets;

/// <summary>Some tags more and some less, whichever it has.</summary>
public sealed record TagTicket(TicketId On, Seq<string> Add, Seq<string> Remove) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.ChangeTags(
        [.. ticket.Tags.Where(t => !Remove.Contains(t, StringComparer.OrdinalIgnoreCase)), .. Add]));
}
