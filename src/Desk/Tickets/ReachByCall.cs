using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Called back, and reached.</summary>
/// <param name="Words">What was said; blank for nothing worth writing down.</param>
/// <param name="Caller">Who it was, by e-mail address, where the number was nobody's.</param>
public sealed record ReachByCall(TicketId On, string? Words, string? Caller = null) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var who = Caller.IsBlank ? null : await FindPerson.ByEmail(work.Read, Caller!);
        var from = who is null ? null : await FindPerson.ByAny(work.Read, ticket.Customer.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var reached = ticket.ReachByCall(work.By, Words, from, who);
        return !Caller.IsBlank && who is null ? Error.Of([.. reached.Error?.All.Where(e => e.Field != "caller") ?? [], CallErrors.CallerUnknown])! : reached;
    });
}
