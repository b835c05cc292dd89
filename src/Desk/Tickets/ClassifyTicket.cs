using FirstContact.Classifying;

namespace FirstContact.Tickets;

/// <summary>Says what it is about. What is blank stays as it was. What the desk thought, and showed, is agreed with or corrected by it.</summary>
public sealed record ClassifyTicket(TicketId On, string? Category, string? Service, string? RequestClass) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var (category, service, requestClass) = (await work.Read.FindCategory(Category), await work.Read.FindService(Service), await work.Read.FindClass(RequestClass));
        if (Error.Of(category.Error, service.Error, requestClass.Error) is { } no) return no;
        return await Change(work, async ticket =>
        {
            var from = await work.Read.Classification(ticket);
            var shown = work.By.Person == PersonId.Desk ? [] : await work.Read.ShownSuggestions(ticket.Title, ticket.Description);
            return ticket.Classify(from, new(category.Value ?? from.Category, service.Value is { } s ? new(s.Id, s.Name) : from.Service, requestClass.Value ?? from.Class), shown);
        });
    }
}
