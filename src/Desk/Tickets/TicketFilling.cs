using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>What a ticket has for the places in prepared words, for whoever says them.</summary>
internal sealed class TicketFilling(TicketView view, Caller agent, DeskRuleValues desk)
{
    public static async Task<TicketFilling> Of(Question question, Ticket ticket) => new(
        await DescribeTicket.Of(question, ticket, [], RelatedTicket.None), question.Caller, (await question.Read.DeskRules()).Values);

    /// <summary>Words without places cost nothing.</summary>
    public static async Task<string?> Fill(Question question, Ticket ticket, string? text) =>
        TicketPlaces.Any(text) ? (await Of(question, ticket)).Fill(text!) : text;

    public string Fill(string text) => TicketPlaces.Fill(text, Value);

    private string? Value(string place) => place switch
    {
        "customer.name" => view.Customer.Name,
        "customer.firstName" => First(view.Customer.Name),
        "customer.email" => view.Customer.Email,
        "customer.phone" => view.Ticket.Callback ?? view.Customer.Phone,
        "customer.unit" => view.Customer.Unit,
        "ticket.number" => view.Ticket.Number,
        "ticket.title" => view.Ticket.Title,
        "ticket.priority" => view.Ticket.Priority.ToString(),
        "agent.name" => agent.Name,
        "agent.firstName" => First(agent.Name),
        "assignee.name" => view.Assignee?.Name,
        "assignee.firstName" => view.Assignee is { } assignee ? First(assignee.Name) : null,
        "team.name" => view.Team.Name,
        "service.name" => view.Names.Service?.Name,
        "category.name" => view.Names.Category?.Name,
        "class.name" => view.Names.Class?.Name,
        "desk.name" => desk.Organisation,
        "desk.phone" => desk.Phone,
        _ => null,
    };

    private static string First(string name) => name.Split(' ')[0];
}
