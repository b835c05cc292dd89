using FirstContact.Tickets;
using FirstContact.Writing;

namespace FirstContact.Lists;

/// <summary>Does the same to each of these tickets, in one commit: each is done or left alone with its reason, and all can be undone as one.</summary>
public sealed record ActOnTickets(Seq<TicketId> Tickets, Seq<TicketAction> Actions) : Command<Batch>
{
    internal const string SoAlready = "It was so already.";

    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Batch> StoreOf(Work work) => work.Batches;

    public override async Task<Result<Batch>> Do(Work work)
    {
        if (Error.Of(
            Tickets.Count == 0 ? ListErrors.NothingChosen : Tickets.Count > Batch.Most ? ListErrors.TooMany : null,
            Actions.Count == 0 ? ListErrors.ActionMissing : Actions.Any(a => a.Do == TicketVerb.Webhook) ? ActionErrors.OnlyRules : null) is { } no) return no;

        var items = new List<BatchItem>();
        Error? first = null;
        foreach (var id in Tickets.Distinct())
        {
            var item = await One(work, id, Actions, null);
            items.Add(item.Item);
            first ??= item.No;
        }
        // When it can be done to none for what is wrong with the action itself, that is said at its field and nothing is kept.
        if (items.TrueForAll(i => i.Refused is not null) && first is { Field: not null }) return first;
        return await work.Batches.Create(Batch.Ran(string.Join(", ", Actions.Select(a => a.Said)), [.. items]));
    }

    /// <param name="expected">The version that the ticket must still have; null for whichever.</param>
    /// <param name="told">What the history says before what is done; nothing when nothing is done.</param>
    /// <param name="prepare">Makes of an action what is done to the ticket as it stands by then.</param>
    internal static async Task<(BatchItem Item, Error? No)> One(
        Work work, TicketId id, IEnumerable<TicketAction> actions, int? expected, Decision? told = null, Func<TicketAction, Ticket, Task<Result<TicketAction>>>? prepare = null)
    {
        if (!(await work.Tickets.Load(id.Value)).Is(out var before, out var missing)) return (new(id.Value, $"{id.Value}", null, missing.Message, null), missing);
        var (now, back, replies, stays) = (before, new List<TicketAction>(), new List<long>(), false);
        if (expected is { } version && version != before.Version) return (new(before.Key, before.Number, null, await Meanwhile(work, before), null), null);

        var mark = work.Mark;
        var begun = told is null ? before : now = work.Tickets.Change(before, told).Value!;
        Seq<TicketAction> all = [.. actions];
        foreach (var (i, action) in all.Index())
        {
            var (ready, unclear) = prepare is null ? action : await prepare(action, now);
            // What is cancelled is written to no more, so that what is said before is said at once.
            if (unclear is null && ready!.Do == TicketVerb.Reply && all.All(a => a.Do != TicketVerb.Cancel) && await BatchReplies.Queue(work, now, ready.Words) is { } waits)
            {
                if (waits.Is(out var reply, out unclear))
                {
                    replies.Add(reply.Key);
                    continue;
                }
            }
            var did = unclear is null ? await TicketActions.Do(work, ready!, id, all.Take(i)) : new(action, now, now, [], unclear);
            if (did.Refused is { } no)
            {
                // All of it or none: half a macro helps nobody.
                work.Return(mark, before);
                return (new(before.Key, before.Number, null, no.Message, null), no);
            }
            if (did.After! != now) back.InsertRange(0, action.Back(now, did.After!));
            stays |= did.After! != now && (action.Do.Speaks || action.Do == TicketVerb.AskIn);
            now = did.After!;
        }
        var nothing = now == begun && replies.Count == 0;
        if (nothing) work.Return(mark, before);
        return nothing
            ? (new(now.Key, now.Number, null, SoAlready, null), null)
            : (new(now.Key, now.Number, now.Version, null, Back(back)) { Replies = [.. replies], Stays = stays }, null);
    }

    private static string? Back(List<TicketAction> back) => back.Count == 0 ? null : DeskJson.Write(back);

    private static async Task<string> Meanwhile(Work work, Ticket ticket)
    {
        var who = await work.Read.One("""
            select p.name from journal j join person p on p.id = j.actor where j.subject = 'ticket' and j.key = @ticket order by j.position desc limit 1
            """, r => r.GetString(0), ("@ticket", ticket.Id));
        return $"Changed by {who} meanwhile.";
    }
}
