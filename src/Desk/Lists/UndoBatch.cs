using FirstContact.Tickets;
using FirstContact.Writing;

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
        foreach (var item in batch.Items.Where(i => i.Version is not null)) items.Add(await Back(work, batch, item));
        return work.Batches.Change(batch, batch.Undo(work.By, [.. items]));
    }

    private static async Task<BatchItem> Back(Work work, Batch batch, BatchItem item)
    {
        var left = await BatchReplies.TakeBack(work, item.Replies);
        if (item.Back is null)
        {
            // What could be taken back is; nothing else was done.
            return item.Replies.Count > 0 && !left && !item.Stays ? item with { Replies = [] } : item with { Version = null, Refused = "What was said stays said." };
        }
        // A ticket that has come on by these words alone has not been changed by anybody.
        var expected = left ? item.Version + await BatchReplies.Versions(work.Read, work.By.Person, item.Ticket, batch.At) : item.Version;
        return (await ActOnTickets.One(work, new(item.Ticket), DeskJson.Read<List<TicketAction>>(item.Back), expected)).Item with { Stays = item.Stays || left };
    }
}
