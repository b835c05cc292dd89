using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace FirstContact.Mail;

/// <summary>The only SQL that writes messages and their ids.</summary>
public sealed class MailStore(Work work) : Store<KeptMail>(work)
{
    /// <summary>What rings when a message begins or ceases to wait for somebody.</summary>
    public const string HeldTopic = "held-mail";

    private const int LongestId = 400;
    private const string Columns = "id, version, hash, size, via, mailbox, recipient, state, reason, ticket, message, kept_at, settled_at, team, class, released, unknown";

    protected override string Table => "mail";
    protected override Error NotFound => MailErrors.NotFound;

    protected override KeptMail Blank(long id) => new() { Id = new(id) };

    protected override Task<KeptMail?> Find(long id) => One(Work.Read, new(id));

    internal static Task<KeptMail?> One(Reader read, MailId id) => read.One($"select {Columns} from mail where id = @id", Of, ("@id", id));

    /// <summary>The same bytes, come by the same way.</summary>
    public Task<KeptMail?> Find(string hash, MailVia via, MailboxId? mailbox) => Work.Read.One(
        $"select {Columns} from mail where hash = @hash and via = @via and coalesce(mailbox, 0) = @mailbox", Of, ("@hash", hash), ("@via", via), ("@mailbox", mailbox?.Value ?? 0));

    /// <summary>Notes which ticket a Message-ID belongs to, so that what answers it finds the ticket. Whoever came first keeps it.</summary>
    /// <param name="entry">The entry of the journal that it tells, of mail that goes out.</param>
    /// <param name="isInternal">It is for colleagues: an answer to it is a note.</param>
    public void Remember(string messageId, TicketId ticket, bool outgoing, long? entry = null, bool isInternal = false) => Work.Write(Remembering(messageId, ticket, outgoing, Work.By.At, entry, isInternal));

    /// <summary>The same for who has no work at hand, as what sends.</summary>
    public static Statement Remembering(string messageId, TicketId ticket, bool outgoing, Instant at, long? entry = null, bool isInternal = false) => new(
        "insert into mail_message (message_id, ticket, entry, outgoing, internal, at) values (@id, @ticket, @entry, @outgoing, @internal, @at) on conflict do nothing",
        ("@id", Key(messageId)), ("@ticket", ticket), ("@entry", entry), ("@outgoing", outgoing ? 1 : 0), ("@internal", isInternal ? 1 : 0), ("@at", at));

    /// <summary>As it is kept: one that is longer than any index by its hash.</summary>
    internal static string Key(string messageId) => messageId.Length <= LongestId ? messageId : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));

    protected override (string, object?)[] Row(KeptMail m) =>
    [
        ("hash", m.Hash), ("size", m.Size), ("via", m.Via), ("mailbox", m.Mailbox), ("recipient", m.Recipient), ("state", m.State), ("reason", m.Reason),
        ("team", m.Team), ("class", m.Class), ("unknown", m.Unknown), ("released", m.Released ? 1 : 0), ("ticket", m.Ticket), ("message", m.Message), ("kept_at", m.KeptAt), ("settled_at", m.SettledAt),
    ];

    protected override IEnumerable<Write> Besides(KeptMail before, KeptMail after)
    {
        if (before.NeedsSomebody != after.NeedsSomebody) Work.Ring(HeldTopic);
        // It is due as soon as it waits.
        return before.State == after.State && before.Version > 0 ? [] :
            [new Statement("update mail set next_at = @next, attempts = 0 where id = @id", ("@id", after.Id), ("@next", after.State == MailState.Waiting ? Work.By.At : null))];
    }

    private static KeptMail Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Hash = r.GetString(2), Size = r.GetInt64(3), Via = r.Word<MailVia>(4), Mailbox = r.NumberOrNull(5) is { } mailbox ? new(mailbox) : null,
        Recipient = r.TextOrNull(6), State = r.Word<MailState>(7), Reason = r.TextOrNull(8), Ticket = r.NumberOrNull(9) is { } ticket ? new(ticket) : null,
        Message = (int?)r.NumberOrNull(10), KeptAt = r.Instant(11), SettledAt = r.InstantOrNull(12),
        Team = r.NumberOrNull(13) is { } team ? new(team) : null, Class = r.NumberOrNull(14) is { } requestClass ? new(requestClass) : null, Released = r.Flag(15), Unknown = r.WordOrNull<Unknown>(16),
    };
}
