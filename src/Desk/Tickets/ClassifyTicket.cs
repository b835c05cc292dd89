namespace FirstContact.Tickets;

/// <summary>Says what it is about. What is blank stays as it was.</summary>
public sealed record ClassifyTicket(TicketId On, string? Category, string? Service, string? RequestClass) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var (category, service, requestClass) = (await work.Read.FindCategory(Category), await work.Read.FindService(Service), await work.Read.FindClass(RequestClass));
        if (Error.Of(category.Error, service.Error, requestClass.Error) is { } no) return no;
        return await Change(work, async ticket =>
        {
            var from = await work.Read.Classification(ticket);
            return ticket.Classify(from, new(category.Value ?? from.Category, service.Value is { } s ? new(s.Id, s.Name) : from.Service, requestClass.Value ?? from.Class));
        });
    }
}
