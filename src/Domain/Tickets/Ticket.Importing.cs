namespace FirstContact.Tickets;

/// <summary>
/// What was done on another desk is taken over as it stood there. Our care policy did not hold then, so no step is asked
/// for, none is made up, and a close is marked as imported: it rests on no word that we have.
/// </summary>
public sealed partial record Ticket
{
    public const string Imported = "imported";

    public Decision TakeUpElsewhere() => Status == TicketStatus.New ? new TicketResumed(ResumedBy.Hand, Duration.Zero) : Decision.Nothing;

    public Decision ResolveElsewhere(By by, string? solution) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when TooLong(solution, "solution") is { } no => no,
        _ when by.At < OpenedAt => TicketErrors.BeforeOpened.At("resolvedAt"),
        _ => new TicketResolved(solution.IsBlank ? Imported : solution!.Trim(), null, by.At - OpenedAt),
    };

    public Decision CloseElsewhere(By by, Named<CategoryId>? category) => this switch
    {
        { Status: not TicketStatus.Resolved } => TicketErrors.NotResolved,
        _ when by.At < ResolvedAt => TicketErrors.BeforeOpened.At("closedAt"),
        _ => new TicketClosed(Verification.Waived, Imported, category, by.At - OpenedAt),
    };
}
