using System.Globalization;

namespace FirstContact.Mail;

/// <summary>What came in, newest first, a page at a time.</summary>
/// <param name="State">Null for all.</param>
/// <param name="After">The last one of the page before.</param>
public sealed record ListMail(MailState? State = null, string? After = null, int Limit = 50) : IQuery<MailList>
{
    public const int MostRows = 200;

    public Permission Needs => MailPermissions.Manage;

    public async Task<Result<MailList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return MailListErrors.LimitInvalid;
        var after = long.MaxValue;
        if (!After.IsBlank && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return MailListErrors.CursorInvalid;
        var rows = await question.Read.List(
            $"{MailLine.Select} where m.id < @after {(State is null ? "" : "and m.state = @state")} order by m.id desc limit {Limit + 1}", MailLine.Fill,
            [("@after", after), .. State is null ? [] : (IEnumerable<(string, object?)>)[("@state", State)]]);
        return rows.Count > Limit ? new MailList(rows[..Limit], rows[Limit - 1].Id.Value.ToString(CultureInfo.InvariantCulture)) : new MailList(rows, null);
    }
}

public sealed record MailList(IReadOnlyList<MailLine> Rows, string? Next);

/// <param name="Machine">What told that a program wrote it; null for people.</param>
/// <param name="Checks">What a trusted server found out about the sender.</param>
/// <param name="Ticket">Its number.</param>
public sealed record MailLine(
    MailId Id, int Version, MailState State, string? Reason, string? Author, string? AuthorName, string? About, MailVia Via, string? Recipient, long Size, Instant KeptAt, Instant? SettledAt,
    string? Ticket, int? Message, string? Machine, string? Checks, string Hash)
{
    internal const string Select = """
        select m.id, m.version, m.state, m.reason, m.author, m.author_name, m.subject, m.via, m.recipient, m.size, m.kept_at, m.settled_at, t.id, t.kind, m.message, m.machine, m.checks, m.hash
        from mail m left join ticket t on t.id = m.ticket
        """;

    internal static MailLine Fill(System.Data.Common.DbDataReader r) => new(
        new(r.GetInt64(0)), r.GetInt32(1), r.Word<MailState>(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6), r.Word<MailVia>(7), r.TextOrNull(8), r.GetInt64(9), r.Instant(10), r.InstantOrNull(11),
        r.NumberOrNull(12) is { } ticket ? Tickets.TicketNumber.Of(r.Word<Tickets.TicketKind>(13), new(ticket)) : null, (int?)r.NumberOrNull(14), r.TextOrNull(15), r.TextOrNull(16), r.GetString(17));
}

public static class MailListErrors
{
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "mail.limit-invalid", $"Ask for 1 to {ListMail.MostRows} rows.", "limit");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "mail.cursor-invalid", "This does not come from a page of this list.", "after");
}
