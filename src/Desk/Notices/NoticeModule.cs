using FirstContact.Agreements;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>The door of the slice: what people are told, and how they want it.</summary>
public static class NoticeModule
{
    private static readonly PolicyDocument<NoticeDefaults> Document = new(FirstContact.Notices.NoticeDefaults.Usual,
        defaults => DeskJson.Write(defaults.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<NoticeDefaultValues>(body) });

    extension(Work work)
    {
        public NoticeStore Notices => new(work);

        public PolicyStore<NoticeDefaults> NoticeDefaults => new(work, Document);
    }

    extension(Reader read)
    {
        public ValueTask<NoticeDefaults> NoticeDefaults() => Document.Kept(read);

        /// <summary>What is new for the caller, in figures. Every page asks; kept in memory until something happens to him.</summary>
        public ValueTask<NewsNow> NewsNow(Caller caller) => read.Kept(Topic(caller.Person), async r => new NewsNow(
            await r.List($"""
                select n.ticket, count(*), 0 from notice n join ticket t on t.id = n.ticket
                where n.person = @me and n.shown = 1 and n.read_at is null and {TicketStore.Visible(caller)} group by n.ticket
                union all select ticket, 0, 1 from notice_mute where person = @me
                """, row => (row.GetInt64(0), row.GetInt32(1), row.Flag(2)), ("@me", caller.Person)),
            await r.List($"select agreement, count(*) from notice where person = @me and shown = 1 and read_at is null and agreement {r.Database.IsAmong("@spoken")} group by agreement",
                row => (row.GetInt64(0), row.GetInt32(1)), ("@me", caller.Person), ("@spoken", r.Database.Ids((await r.SpokenFor(caller.Person)).Keys)))));
    }

    /// <summary>What rings when something happens to somebody.</summary>
    internal static string Topic(PersonId person) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"notice/{person.Value}");
}

/// <summary>What is new for somebody: how many notices on which tickets and agreements, and which tickets he has muted.</summary>
public sealed class NewsNow(IReadOnlyList<(long Ticket, int Unread, bool Muted)> rows, IReadOnlyList<(long Agreement, int Unread)> agreements)
{
    private readonly HashSet<long> _unread = [.. rows.Where(r => r.Unread > 0).Select(r => r.Ticket)], _muted = [.. rows.Where(r => r.Muted).Select(r => r.Ticket)];

    public int Tickets => _unread.Count;

    public int Agreements => agreements.Count;

    /// <summary>On so many tickets and agreements: that is what there is to look at.</summary>
    public int Matters => Tickets + Agreements;

    public int Notices { get; } = rows.Sum(r => r.Unread) + agreements.Sum(a => a.Unread);

    public bool Has(AgreementId agreement) => agreements.Any(a => a.Agreement == agreement.Value);

    public bool Has(TicketId ticket) => _unread.Contains(ticket.Value);

    public bool Muted(TicketId ticket) => _muted.Contains(ticket.Value);
}
