using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>'I bent a rule for a customer': by whoever did it, from the ticket, in words of his own.</summary>
/// <param name="Rule">The name of a known rule or process, or what one calls it.</param>
/// <param name="MayName">Whether one may be named where it is told to all.</param>
public sealed record RecordException(TicketId On, string? Rule, string? Instead, string? Why, bool MayName) : Command<CustomerException>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        var process = (await work.Read.Processes()).Known(Rule);
        var customer = await work.Read.One("select name, email from person where id = @id", r => Reviewing.Unnamed(r.GetString(0), r.GetString(1), ticket.Number), ("@id", ticket.Customer)) ?? Unnamed.Nobody;
        var recording = CustomerException.Record(new(ticket.Id, ticket.Number), new(process?.Named, Rule ?? "", Instead ?? "", Why ?? ""), MayName, customer);
        if (!(await work.Exceptions.Create(recording)).Is(out var made, out var no)) return no;
        return work.Tickets.Change(ticket, Ticket.BendRule(made.Id, made.Details.Rule, made.Details.Instead, made.Details.Why)).Is(out _, out var refused) ? made : refused;
    }
}
