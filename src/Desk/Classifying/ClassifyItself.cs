using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>Looks at new tickets of which nobody has said what they are about, where administrators want the desk to act by itself. Each is looked at once.</summary>
internal static class ClassifyItself
{
    private const int MostAtOnce = 200;
    private static readonly Call Timer = new(Caller.Desk, "classifying");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        List<TicketId> due;
        await using (var read = await database.Read(stop))
        {
            // Off, or nothing learned: no question at all.
            if (await read.Suggesting() is not { Rules.ApplyFrom: not null, Category.Report: not null }) return;
            due = await read.List($"select id from ticket where looked = 0 and status = 'New' and category is null order by id limit {MostAtOnce}", r => new TicketId(r.GetInt64(0)));
        }
        foreach (var id in due) await desk.Do(new SuggestForTicket(id), Timer, stop);
    }
}
