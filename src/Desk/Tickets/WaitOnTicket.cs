using FirstContact.Agreements;

namespace FirstContact.Tickets;

/// <param name="Supplier">Which one, by name or id, where it waits for a supplier; blank where that is not known.</param>
public sealed record WaitOnTicket(TicketId On, WaitFor For, string? Reason, bool Contacted, Instant? Until, string? Supplier = null) : AgentCommand(On)
{
    /// <summary>What is needed before it may wait, filled at once.</summary>
    public Seq<FieldTyped> Fields { get; init; } = [];

    public override async Task<Result<Ticket>> Do(Work work)
    {
        var supplier = For == WaitFor.Supplier && !Supplier.IsBlank ? (await work.Read.Suppliers()).Known(Supplier) : null;
        if (For == WaitFor.Supplier && !Supplier.IsBlank && supplier is null) return AgreementErrors.SupplierUnknown;
        return await Change(work, ticket => this.Filling(work, ticket, Fields, (t, fields) => t.WaitFor(work.By, For, Reason, Contacted, Until, fields, supplier?.Named)));
    }
}
