namespace FirstContact.Tickets;

/// <param name="Text">One task a line.</param>
/// <param name="Assignee">By e-mail address; 'me' for oneself; blank for whoever gets to it.</param>
public sealed record AddTasks(TicketId On, string? Text, string? Assignee, Instant? Due, bool Gates) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var assignee = await Colleagues.Find(work, Assignee);
        return await Change(work, ticket =>
        {
            var adding = ticket.AddTasks(work.By, (Text ?? "").Split('\n'), assignee.Value?.Person, Due, Gates);
            return Error.Of([.. adding.Error?.All ?? [], assignee.Error?.At("assignee")]) is { } no ? no : adding;
        });
    }
}
