using FirstContact.Agreements;
using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>The only SQL that writes notices.</summary>
internal static class NoticeRows
{
    /// <summary>How long what happened is listed.</summary>
    public static readonly Duration Kept = Duration.FromDays(90);

    private const int LongestWords = 200;

    /// <param name="shown">Whether it is listed in the app.</param>
    /// <param name="held">How the mail is held, if it is.</param>
    public static Statement Add(Entry entry, Told told, bool shown, Going? held, string words) => new("""
        insert into notice (entry, ticket, agreement, person, kind, why, actor, words, at, shown, due_at, gathered)
        select @entry, @ticket, @agreement, p.id, @kind, @why, @actor, @words, @at, @shown, @due, @gathered from person p where p.id = @person and p.active = 1
        on conflict (entry, person) do nothing
        """,
        ("@entry", entry.Position.Number), ("@ticket", entry.Subject == Agreement.Subject ? null : entry.Key), ("@agreement", entry.Subject == Agreement.Subject ? entry.Key : null), ("@person", told.Person), ("@kind", told.Kind), ("@why", told.Why), ("@actor", entry.Actor),
        ("@words", words.Length <= LongestWords ? words : words[..LongestWords] + "…"), ("@at", entry.At), ("@shown", shown ? 1 : 0), ("@due", held?.At), ("@gathered", held?.Course == Course.Gathered ? 1 : 0))
    { Rings = [NoticeModule.Topic(told.Person)] };

    /// <summary>Bundles all that is due for one person. Of several nodes only one takes the first of them, and with it the others.</summary>
    public static IReadOnlyList<Write> Bundle(PersonId person, long first, Instant now) =>
    [
        new Statement("update notice set bundle = @first where id = @first and bundle is null and read_at is null", ("@first", first)) { MustMeetOneRow = true },
        new Statement("update notice set bundle = @first where person = @person and due_at <= @now and bundle is null and read_at is null", ("@first", first), ("@person", person), ("@now", now)),
        LetterRows.QueueDigest(person, first, now),
    ];

    public static Statement HoldUntil(PersonId person, bool gathered, Instant at) => new(
        "update notice set due_at = @at where person = @person and due_at is not null and bundle is null and read_at is null and gathered = @gathered", ("@at", at), ("@person", person), ("@gathered", gathered ? 1 : 0));

    /// <summary>What was read in the app does not come by mail any more.</summary>
    public static Statement See(PersonId person, TicketId? ticket, AgreementId? agreement, long upTo, Instant now) => new(
        $"update notice set read_at = @now where person = @person and id <= @upTo and read_at is null {(ticket is null ? "" : "and ticket = @ticket")} {(agreement is null ? "" : "and agreement = @agreement")}",
        [("@now", now), ("@person", person), ("@upTo", upTo), .. ticket is { } one ? [("@ticket", one)] : Array.Empty<(string, object?)>(), .. agreement is { } other ? [("@agreement", other)] : Array.Empty<(string, object?)>()]);

    /// <summary>The last of a ticket is new again; no mail comes of that.</summary>
    public static Statement Unsee(PersonId person, TicketId ticket) => Unsee(person, "ticket", ticket.Value);

    public static Statement Unsee(PersonId person, AgreementId agreement) => Unsee(person, "agreement", agreement.Value);

    private static Statement Unsee(PersonId person, string on, long key) => new(
        $"update notice set read_at = null, due_at = null where person = @person and shown = 1 and id = (select max(id) from notice where person = @person and {on} = @key and shown = 1)", ("@person", person), ("@key", key));

    public static Statement Forget(Instant before, int most) => new($"delete from notice where id in (select id from notice where at < @before and (due_at is null or bundle is not null or read_at is not null) order by at limit {most})", ("@before", before));
}
