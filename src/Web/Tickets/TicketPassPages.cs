using FirstContact.Passes;

namespace FirstContact.Tickets;

/// <summary>What a mail asks of a customer, answered by its link: the same forms and commands as on the portal.</summary>
public static class TicketPassPages
{
    public static IServiceCollection AddTicketPasses(this IServiceCollection services) =>
        Enum.GetValues<TicketAsk>().Aggregate(services, (all, ask) => all.AddSingleton(Of(ask)));

    private static PassAct Of(TicketAsk ask) => new(ActByPass.Act(ask), visit => Screen(ask, visit), (visit, form) => Do(ask, visit, form), Home);

    private static async Task<IResult> Screen(TicketAsk ask, PassVisit visit, Form? typed = null, Error? no = null)
    {
        // Whoever may not see it any more has nothing to say there either.
        if (!(await visit.Desk.Ask(new ShowTicket(new(visit.Known.Pass.Key)), visit.Known.Caller)).Is(out var view, out _) || view.Ticket.AskedAt(ask) != visit.Known.Pass.Since)
            return await PassPages.Void(Of(ask), visit, PassErrors.MovedOn);
        return Show.Page<TicketPassPage, TicketPassModel>(new(ask, visit.At, view, visit.Known.Caller.Name, visit.Known.Pass.ExpiresAt, typed, no), no?.Status() ?? 200);
    }

    private static async Task<IResult> Do(TicketAsk ask, PassVisit visit, Form form)
    {
        var on = new TicketId(visit.Known.Pass.Key);
        TicketCommand does = ask switch
        {
            TicketAsk.Verify => new VerifyByCustomer(on, form.Word<CustomerOutcome>("outcome") ?? CustomerOutcome.NotYet, form["words"], form.Ticked("insist")),
            TicketAsk.Statement => form["outcome"] == "right" ? new ConfirmStatement(on) : new CorrectStatement(on, form["words"]),
            _ => new SayOnTicket(on, MessageKind.Reply, Visibility.Public, form["words"]),
        };
        var done = await visit.Desk.Do(new ActByPass(visit.Known.Pass.Id, does), visit.Known.Call);
        return done.Error switch
        {
            null => new SeeOther(visit.At),
            var no when no == PassErrors.Unknown || no == PassErrors.Used || no == PassErrors.Expired || no == PassErrors.MovedOn => await PassPages.Void(Of(ask), visit, no),
            var no => await Screen(ask, visit, form, Error.Of(no.All.Select(e => e.Field is null ? e : e.At("words")))),
        };
    }

    private static async Task<string> Home(PassVisit visit) =>
        (await visit.Desk.Ask(new DescribeTicket(new(visit.Known.Pass.Key)), visit.Known.Caller)).Is(out var ticket, out _) ? $"/t/{ticket.Ticket.Number}" : "/";
}

/// <param name="Who">In whose name it is answered.</param>
public sealed record TicketPassModel(TicketAsk Ask, string At, TicketView View, string Who, Instant Until, Form? Typed, Error? Error);
