using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Priority comes from impact and urgency. An override is possible, carries its reason, and is seen by all.</summary>
public sealed partial record Ticket
{
    /// <summary>A fresh assessment; it ends an override.</summary>
    public Decision Assess(Level impact, Level urgency, PriorityMatrix matrix)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        return (impact, urgency) == (Impact, Urgency) ? Decision.Nothing : new ImpactAssessed(Impact, Urgency, Priority, impact, urgency, matrix.Of(impact, urgency));
    }

    public Decision Override(Priority to, string? reason)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        if (reason.IsBlank) return TicketErrors.ReasonMissing;
        if (TooLong(reason, "reason") is { } no) return no;
        return (to, reason!.Trim()) == (Priority, PriorityReason) ? Decision.Nothing : new PriorityOverridden(Priority, to, reason.Trim());
    }

    public Decision WithdrawOverride(PriorityMatrix matrix) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        { PriorityReason: null } => Decision.Nothing,
        _ => new OverrideWithdrawn(Priority, matrix.Of(Impact, Urgency)),
    };
}
