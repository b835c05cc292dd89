using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>The log of what is sent, newest first, a page at a time.</summary>
/// <param name="State">Null for all.</param>
/// <param name="After">The last one of the page before.</param>
public sealed record ListLetters(LetterState? State = null, string? After = null, int Limit = 50) : IQuery<LetterList>
{
    public const int MostRows = 200;

    public Permission Needs => SendingPermissions.Manage;

    public async Task<Result<LetterList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return LetterListErrors.LimitInvalid;
        var after = long.MaxValue;
        if (!After.IsBlank && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return LetterListErrors.CursorInvalid;
        var rows = await question.Read.List($"{LetterLine.Select} where l.id < @after {(State is null ? "" : "and l.state = @state")} order by l.id desc limit {Limit + 1}", LetterLine.Fill,
            [("@after", after), .. State is null ? [] : (IEnumerable<(string, object?)>)[("@state", State)]]);
        return rows.Count > Limit ? new LetterList(rows[..Limit], rows[Limit - 1].Id.ToString(CultureInfo.InvariantCulture)) : new LetterList(rows, null);
    }
}

public sealed record LetterList(IReadOnlyList<LetterLine> Rows, string? Next);

/// <summary>To whom what is said on a ticket went by mail, and what became of it. For those who serve: customers are not told of each other.</summary>
public sealed record ListTicketLetters(TicketId Ticket) : IQuery<IReadOnlyList<LetterLine>>
{
    private const int Most = 1000;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<LetterLine>>> Ask(Question question) =>
        await question.Read.List($"{LetterLine.Select} where l.ticket = @ticket order by l.id limit {Most}", LetterLine.Fill, ("@ticket", Ticket));
}

/// <param name="Address">Where it went, or is going.</param>
/// <param name="Answer">What the server said last, or why nothing was sent.</param>
public sealed record LetterLine(
    long Id, long? Entry, TicketId? Ticket, string? Number, Named<PersonId> Person, LetterKind Kind, LetterState State, int Attempts, Instant? NextAt, Instant CreatedAt, Instant? FinishedAt,
    string Address, string? MessageId, int? Code, string? Answer)
{
    internal const string Select = """
        select l.id, l.entry, l.ticket, t.kind, l.person, p.name, l.kind, l.state, l.attempts, l.next_at, l.created_at, l.finished_at, coalesce(l.address, p.email), l.message_id, l.code, l.answer, l.late_at, l.late_until
        from letter l join person p on p.id = l.person left join ticket t on t.id = l.ticket
        """;

    /// <summary>When another server said that it is late.</summary>
    public Instant? LateAt { get; init; }

    /// <summary>Until when that one tries, when it said so.</summary>
    public Instant? LateUntil { get; init; }

    public string To => $"{Person.Name} <{Address}>";

    internal static Task<LetterLine?> Of(Reader read, long id) => read.One($"{Select} where l.id = @id", r => (LetterLine?)Fill(r), ("@id", id));

    internal static LetterLine Fill(System.Data.Common.DbDataReader r)
    {
        var ticket = r.NumberOrNull(2) is { } t ? new TicketId(t) : (TicketId?)null;
        return new(r.GetInt64(0), r.NumberOrNull(1), ticket, ticket is { } known && r.WordOrNull<TicketKind>(3) is { } kind ? TicketNumber.Of(kind, known) : null, new(new(r.GetInt64(4)), r.GetString(5)),
            r.Word<LetterKind>(6), r.Word<LetterState>(7), r.GetInt32(8), r.InstantOrNull(9), r.Instant(10), r.InstantOrNull(11), r.GetString(12), r.TextOrNull(13), (int?)r.NumberOrNull(14), r.TextOrNull(15)) { LateAt = r.InstantOrNull(16), LateUntil = r.InstantOrNull(17) };
    }
}

public static class LetterListErrors
{
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "letter.limit-invalid", $"Ask for 1 to {ListLetters.MostRows} rows.", "limit");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "letter.cursor-invalid", "This does not come from a page of this log.", "after");
}
