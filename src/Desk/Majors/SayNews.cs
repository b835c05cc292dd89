using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>The last news of a major incident, said on one of its tickets in the name of who leads; exactly once, however many nodes try.</summary>
public sealed record SayNews(MajorId Id, TicketId On) : Command<Ticket>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.LoadAny(On)).Is(out var ticket, out var gone)) return gone;
        if (!(await work.Majors.Load(Id.Value)).Is(out var major, out var missing)) return missing;
        if (await MajorParts.Told(work.Read, Id, On) is not { } told) return MajorErrors.NotPart;
        if (told >= major.News) return ticket;
        work.Write(new Statement("update major_ticket set told = @news where major = @major and ticket = @ticket and told = @was", ("@news", major.News), ("@major", Id), ("@ticket", On), ("@was", told)) { MustMeetOneRow = true });
        // What has ended meanwhile is left in peace.
        if (!ticket.IsOpen && ticket.Status != TicketStatus.Resolved) return ticket;
        var joined = told == 0 && ticket.Id != major.Ticket.Id && !work.Happened.OfType<TicketJoinedMajor>().Any() && await MajorParts.Unannounced(work.Read, Id, On) ? work.Tickets.Change(ticket, Ticket.JoinMajor(major.Named)) : ticket;
        return joined.Is(out var now, out var no) ? work.Tickets.Change(now, now.Say(work.By, serves: true, MessageKind.Reply, Visibility.Public, MajorParts.Words(major), [], null)) : no;
    }
}

/// <summary>The tickets that wait for a major incident.</summary>
internal static class MajorParts
{
    private const int MostAtOnce = 200;

    /// <summary>Where the last news were not said yet, whether it is over and looked back at or not: of each major incident its index has these alone. The join and the plus keep the engines from walking all parts instead.</summary>
    internal static readonly string Due = $"select m.id, p.ticket, m.lead from major m cross join major_ticket p where p.major = m.id and p.told < m.news order by +p.ticket limit {MostAtOnce}";

    /// <summary>Up to which news it was said on a ticket; null when the ticket is no part of it.</summary>
    public static async Task<int?> Told(Reader read, MajorId major, TicketId ticket) =>
        await read.One("select told from major_ticket where major = @major and ticket = @ticket", r => (int?)r.GetInt32(0), ("@major", major), ("@ticket", ticket));

    /// <summary>It came in by its service, and its timeline does not say so yet.</summary>
    public static async Task<bool> Unannounced(Reader read, MajorId major, TicketId ticket) =>
        !await read.List("select body from journal where subject = 'ticket' and key = @ticket and event = 'ticket.joined-major'", r => DeskJson.Read<TicketJoinedMajor>(r.GetString(0)).Major.Id, ("@ticket", ticket)).Contains(major);

    public static string Words(MajorIncident major) => major.IsRunning ? $"**{major.Details.Title}**\n\n{major.LastWords}" : $"**It works again: {major.Details.Title}**\n\n{major.LastWords}";

    private static async Task<bool> Contains(this Task<List<MajorId>> list, MajorId major) => (await list).Contains(major);

    /// <summary>The news are told in the name of who leads, so he needs what telling takes.</summary>
    public static bool MayLead(Caller caller) => caller.May(TicketPermissions.Work) && caller.May(MajorPermissions.Run);

    /// <summary>Says what is new on every ticket that waits, in the name of who leads; where he has left or may not any more, the desk says it itself.</summary>
    public static async Task Tell(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        List<(MajorId, TicketId, PersonId)> due;
        var callers = new Dictionary<PersonId, Caller>();
        await using (var read = await database.Read(stop))
        {
            due = await read.List(Due,
                r => (new MajorId(r.GetInt64(0)), new TicketId(r.GetInt64(1)), new PersonId(r.GetInt64(2))));
            foreach (var lead in due.Select(d => d.Item3).Distinct()) callers[lead] = await FindPerson.AsCaller(read, lead, DeskModule.RoleBook) is var caller && MayLead(caller) ? caller : Caller.Desk;
        }
        foreach (var (major, ticket, lead) in due) await desk.Do(new SayNews(major, ticket), new(callers[lead], "major"), stop);
    }
}
