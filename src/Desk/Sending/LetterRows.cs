using FirstContact.Mail;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>What became of a letter. Sent means that our server took it; bounced that another said later that it did not arrive.</summary>
public enum LetterState { Waiting, Sending, Sent, Refused, GivenUp, Withheld, TakenBack, Bounced }

/// <summary>The only SQL that writes letters.</summary>
internal static class LetterRows
{
    /// <summary>How long the log is kept.</summary>
    public static readonly Duration Kept = Duration.FromDays(365);

    /// <summary>What has waited so long is no news any more.</summary>
    public static readonly Duration Oldest = Duration.FromDays(5);

    /// <summary>How long after a letter a report may come: servers give up after five days (RFC 5321 4.5.4.1), and say so at their next look.</summary>
    private static readonly Duration Reports = Duration.FromDays(6);

    /// <summary>What rings when a letter came back.</summary>
    public const string ReturnedTopic = "returned-letter";

    /// <summary>It did not arrive, and nobody has seen that yet; as its index says it.</summary>
    public const string Returned = "l.state in ('Bounced', 'Refused', 'GivenUp') and l.seen_at is null";

    private const string Due = "state in ('Waiting', 'Sending')";

    /// <param name="ticket">Null when it tells of an agreement, which its entry names.</param>
    /// <param name="mayStop">Whether its link may stop the next of its kind.</param>
    public static Statement Queue(long entry, TicketId? ticket, Told told, bool mayStop, Instant at) => new("""
        insert into letter (entry, ticket, person, kind, state, next_at, created_at, why, may_stop)
        select @entry, @ticket, p.id, @kind, 'Waiting', @at, @at, @why, @mayStop from person p where p.id = @person and p.active = 1
        on conflict (entry, person) do nothing
        """,
        ("@entry", entry), ("@ticket", ticket), ("@person", told.Person), ("@kind", told.Kind), ("@at", at), ("@why", told.Why), ("@mayStop", mayStop ? 1 : 0));

    /// <summary>One that gathers. Its bundle is taken in the same commit, so that no other node makes it too.</summary>
    public static Statement QueueDigest(PersonId person, long bundle, Instant at) => new("""
        insert into letter (person, kind, state, next_at, created_at, bundle, why, may_stop)
        select p.id, 'Digest', 'Waiting', @at, @at, @bundle, 'ChoseGathering', 1 from person p where p.id = @person and p.active = 1
        """, ("@person", person), ("@bundle", bundle), ("@at", at));

    /// <summary>What has happened so far is the past, of which nobody is to be told.</summary>
    public static Statement BeginHere(Database database) => new($"""
        insert into subscriber (name, "transaction", position) select 'letters', j."transaction", j.position from journal j
        where j.position = (select j.position from journal j order by {database.Sql("j.position desc", "j.\"transaction\" desc, j.position desc")} limit 1)
        on conflict (name) do update set "transaction" = excluded."transaction", position = excluded.position
        """);

    public static Statement QueueTest(PersonId person, Instant at) => new(
        "insert into letter (person, kind, state, next_at, created_at) values (@person, 'Test', 'Waiting', @at, @at)", ("@person", person), ("@at", at));

    /// <summary>To an address that is not its owner's yet.</summary>
    public static Statement QueueProof(PersonId person, string address, Instant at) => new(
        "insert into letter (person, kind, state, next_at, created_at, address) values (@person, 'Proof', 'Waiting', @at, @at, @address)", ("@person", person), ("@at", at), ("@address", address));

    /// <summary>Counts the attempt, so that of several nodes one makes it; should that one die, the next attempt is due when this one must be over.</summary>
    public static Statement Claim(DueLetter due, string address, string messageId, Instant until) => new($"""
        update letter set state = 'Sending', attempts = attempts + 1, next_at = @until, address = @address, message_id = coalesce(message_id, @message)
        where id = @id and attempts = @attempts and {Due}
        """,
        ("@id", due.Id), ("@attempts", due.Attempts), ("@address", address), ("@message", messageId), ("@until", until)) { MustMeetOneRow = true };

    /// <summary>The claim is given back: the server was not there, which is no word about this letter.</summary>
    public static Statement Release(long id, int attempt, Instant next, string? why) => new($"""
        update letter set state = 'Waiting', next_at = @next, answer = coalesce(@why, answer) where id = @id and attempts = @attempt and {Due}
        """, ("@id", id), ("@attempt", attempt), ("@next", next), ("@why", why));

    /// <param name="next">When it is tried again; null when this was the last try, or no other is needed.</param>
    public static Statement Made(long id, int attempt, LetterState state, SmtpAnswer? answer, string? why, Instant? next, Instant now) => new($"""
        update letter set state = @state, next_at = @next, finished_at = @finished, code = @code, answer = @answer where id = @id and attempts = @attempt and (state = 'Sending' {(state == LetterState.Sent ? "or state = 'TakenBack'" : "")})
        """,
        ("@id", id), ("@attempt", attempt), ("@state", state), ("@next", next), ("@finished", next is null ? now : null), ("@code", answer?.Code), ("@answer", why ?? answer?.ToString())) { Rings = state is LetterState.Refused or LetterState.GivenUp ? [ReturnedTopic] : [] };

    /// <summary>It is not sent at all.</summary>
    public static Statement Withhold(DueLetter due, LetterState state, string why, Instant now) => new($"""
        update letter set state = @state, next_at = null, finished_at = @now, answer = @why where id = @id and attempts = @attempts and {Due}
        """, ("@id", due.Id), ("@attempts", due.Attempts), ("@state", state), ("@why", why), ("@now", now));

    public static Statement WithholdAll(string why, Instant now) => new($"""
        update letter set state = 'Withheld', next_at = null, finished_at = @now, answer = @why where {Due} and next_at <= @now
        """, ("@why", why), ("@now", now));

    public static Statement Again(long id, Instant now) => new(
        "update letter set state = 'Waiting', attempts_before = attempts, next_at = @now, created_at = @now, finished_at = null, seen_at = null, late_at = null, late_until = null, nobody = 0 where id = @id and state not in ('Waiting', 'Sending')", ("@id", id), ("@now", now));

    public static Statement TakeBack(long id, Instant now) => new(
        $"update letter set state = 'TakenBack', next_at = null, finished_at = @now where id = @id and {Due}", ("@id", id), ("@now", now)) { MustMeetOneRow = true };

    /// <summary>
    /// What another server says of a letter: that it came back, or is late. One goes to one person, so its Message-ID tells which, wherever it was passed on to. A report
    /// without one means the newest to that address; as anybody can write such a report, none of them stops the address.
    /// </summary>
    public static IEnumerable<Write> Reported(MailBounced report, Instant at)
    {
        if (!report.Failed && !report.Late) yield break;
        var set = report.Failed ? "state = 'Bounced', answer = @why, nobody = @nobody" : "late_at = @at, late_until = @until";
        var which = report switch
        {
            { Of: not null } => "message_id = @message",
            { Address: not null } => "id = (select n.id from letter n where lower(n.address) in (@address, @passed) and n.state = 'Sent' and n.finished_at > @since order by n.finished_at desc, n.id desc limit 1)",
            _ => null,
        };
        if (which is null) yield break;
        yield return new Statement($"update letter set {set} where {which} and state = 'Sent'",
        [
            .. report.Failed ? (IEnumerable<(string, object?)>)[("@why", report.Why), ("@nobody", report.Permanent && report.Of is not null ? 1 : 0)] : [("@at", at), ("@until", report.Until)],
            .. report.Of is { } id ? (IEnumerable<(string, object?)>)[("@message", id)]
                : [("@address", report.Address!.ToLowerInvariant()), ("@passed", (report.PassedOnTo ?? report.Address)!.ToLowerInvariant()), ("@since", at - Reports)],
        ]) { Rings = [ReturnedTopic, .. report.Ticket is { } ticket ? (IEnumerable<string>)[$"{Ticket.Subject}/{ticket.Value}"] : []] };
    }

    public static Statement See(LetterLine line, Instant now) => new(
        "update letter set seen_at = @now where id <= @id and person = @person and ticket = @ticket and seen_at is null and state in ('Bounced', 'Refused', 'GivenUp')", ("@id", line.Id), ("@person", line.Person.Id), ("@ticket", line.Ticket), ("@now", now)) { Rings = [ReturnedTopic] };

    public static Statement Forget(Instant before, int most) => new($"""
        delete from letter where id in (select id from letter where state not in ('Waiting', 'Sending') and finished_at < @before order by id limit {most})
        """, ("@before", before));
}

/// <summary>One letter that is due.</summary>
internal sealed record DueLetter(long Id, long? Entry, TicketId? Ticket, PersonId Person, LetterKind Kind, int Attempts, int AttemptsBefore, string? MessageId, Instant CreatedAt)
{
    /// <summary>What it gathers.</summary>
    public long? Bundle { get; init; }

    public Because? Why { get; init; }

    /// <summary>Whether its link may stop the next of its kind.</summary>
    public bool MayStop { get; init; }

    /// <summary>What has waited longest first.</summary>
    public static async Task<IReadOnlyList<DueLetter>> All(Database database, Instant now, int most)
    {
        await using var read = await database.Read();
        return await read.List($"""
            select id, entry, ticket, person, kind, attempts, attempts_before, message_id, created_at, bundle, why, may_stop from letter
            where state in ('Waiting', 'Sending') and next_at <= @now order by next_at, id limit {most}
            """,
            r => new DueLetter(r.GetInt64(0), r.NumberOrNull(1), r.NumberOrNull(2) is { } ticket ? new(ticket) : null, new(r.GetInt64(3)), r.Word<LetterKind>(4), r.GetInt32(5), r.GetInt32(6), r.TextOrNull(7), r.Instant(8)) { Bundle = r.NumberOrNull(9), Why = r.WordOrNull<Because>(10), MayStop = r.Flag(11) },
            ("@now", now));
    }
}
