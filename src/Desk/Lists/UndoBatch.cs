using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>Puts back what was done to many, wherever nobody has changed the ticket since.</summary>
public sealed record UndoBatch(BatchId Id) : Command<Batch>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Batch> StoreOf(Work work) => work.Batches;

    public override async Task<Result<Batch>> Do(Work work)
    {
        if (!(await work.Batches.Load(Id.Value)).Is(out var batch, out var no)) return no;
        if (batch.Stands(work.By.Person, work.By.At) is { } late) return late;

        var items = new List<BatchItem>();
        foreach (var item in batch.Items.Where(i => i.Version is not null))
        {
            items.Add(item.Back is null
                ? item with { Version = null, Refused = "What was said stays said." }
                : (await ActOnTickets.One(work, new(item.Ticket), DeskJson.Read<List<TicketAction>>(item.Back), item.Version)).Item);
        }
        return work.Batches.Change(batch, batch.Undo(work.By, [.. items]));
    }
}
