using FirstContact.Passes;

namespace FirstContact.Tickets;

/// <summary>
/// Does what a pass allows, as its person and by the command that the portal uses: so that person's permissions hold, and all rules. The pass is used up
/// only when it is done.
/// </summary>
public sealed record ActByPass(PassId By, TicketCommand Does) : TicketCommand(Does?.On ?? default)
{
    public override Permission Needs => TicketPermissions.TakePart;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await TakePass.Of(work, By)).Is(out var pass, out var no)) return no;
        if (AskOf(Does) is not { } ask || pass.Act != Act(ask) || pass.Key != On.Value) return PassErrors.Unknown;
        var done = await Act(work, pass, ask);
        // Of two presses at once the other was first, and has moved the ticket on: what is true is that it has been said.
        return done.Error is null || !await TakePass.IsUsed(work, By) ? done : PassErrors.Used;
    }

    private async Task<Result<Ticket>> Act(Work work, Pass pass, TicketAsk ask)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var no)) return no;
        if (ticket.Customer != work.By.Person || ticket.AskedAt(ask) != pass.Since) return PassErrors.MovedOn;
        return work.Caller.May(Does.Needs) ? await Does.Do(work) : Errors.Forbidden;
    }

    /// <summary>The name of the act that a pass for it bears.</summary>
    public static string Act(TicketAsk ask) => ask switch { TicketAsk.Verify => "ticket.verify", TicketAsk.Statement => "ticket.statement", _ => "ticket.answer" };

    /// <summary>Which commands answer what; no pass does any other.</summary>
    private static TicketAsk? AskOf(TicketCommand does) => does switch
    {
        VerifyByCustomer => TicketAsk.Verify,
        ConfirmStatement or CorrectStatement => TicketAsk.Statement,
        SayOnTicket { Kind: MessageKind.Reply, Visibility: Visibility.Public } => TicketAsk.Answer,
        _ => null,
    };
}
