using System.Data.Common;
using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>What was missed, the newest first, with the causes that were said.</summary>
/// <param name="Cause">One of the causes, or 'none' for what nobody has explained; blank for all.</param>
/// <param name="Agreement">Of this one only.</param>
public sealed record ListMisses(string? Cause = null, AgreementId? Agreement = null, string? After = null, int Limit = 50) : IQuery<MissList>
{
    public const int MostRows = 200;
    private const string None = "none";

    public Permission Needs => ClockPermissions.SeeMisses;

    public async Task<Result<MissList>> Ask(Question question)
    {
        var read = question.Read;
        var where = new List<string> { "c.outcome = 'Missed'", TicketStore.Visible(question.Caller) };
        var args = new List<(string, object?)> { ("@me", question.Caller.Person) };
        var wrong = new List<Error>();
        if (Agreement is { } agreement) { where.Add("c.agreement = @agreement"); args.Add(("@agreement", agreement)); }
        if (!Cause.IsBlank)
        {
            if (string.Equals(Cause, None, StringComparison.OrdinalIgnoreCase)) where.Add("c.cause is null");
            else if (char.IsLetter(Cause![0]) && Enum.TryParse<MissCause>(Cause, true, out var cause)) { where.Add("c.cause = @cause"); args.Add(("@cause", cause)); }
            else wrong.Add(ClockErrors.CauseUnknown);
        }
        if (!After.IsBlank)
        {
            if (After!.Split('.', 3) is [var micros, var id, var clock] && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= Columns.Micros(Instant.MaxValue) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            {
                where.Add("(c.decided_at, c.ticket, c.clock) < (@afterAt, @afterId, @afterClock)");
                args.AddRange([("@afterAt", Columns.FromMicros(at)), ("@afterId", key), ("@afterClock", clock)]);
            }
            else wrong.Add(ClockErrors.CursorInvalid);
        }
        if (Error.Of(wrong) is { } no) return no;
        var limit = Math.Clamp(Limit, 1, MostRows);
        var agreements = (await read.Agreements()).ToDictionary(a => a.Id);
        var rows = await read.List($"""
            select c.ticket, t.kind, t.title, c.clock, c.kind, c.measure, c.agreement, c.version, c.target, c.worked, c.decided_at, c.ended_at, c.cause, c.words, m.name
            from ticket_clock c join ticket t on t.id = c.ticket join team m on m.id = t.team
            where {string.Join(" and ", where)} order by c.decided_at desc, c.ticket desc, c.clock desc limit {limit + 1}
            """,
            r => new Miss(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.GetString(3), r.Word<AgreementKind>(4), r.Word<Measure>(5), new(new(r.GetInt64(6)), agreements.GetValueOrDefault(new(r.GetInt64(6)))?.Title ?? ""), r.GetInt32(7),
                Duration.FromTicks(r.GetInt64(8) * 10), Duration.FromTicks(r.GetInt64(9) * 10), r.Instant(10), r.InstantOrNull(11), r.WordOrNull<MissCause>(12), r.TextOrNull(13), Owed(r, agreements) ?? r.GetString(14)), [.. args]);
        var since = question.Now - Duration.FromDays(90);
        var causes = await read.List($"select c.cause, count(*) from ticket_clock c join ticket t on t.id = c.ticket where c.outcome = 'Missed' and c.decided_at >= @since and {TicketStore.Visible(question.Caller)} {(Agreement is null ? "" : "and c.agreement = @agreement")} group by c.cause",
            r => (Cause: r.WordOrNull<MissCause>(0), Times: r.GetInt32(1)), [("@since", since), ("@me", question.Caller.Person), .. Agreement is { } one ? [("@agreement", one)] : Array.Empty<(string, object?)>()]);
        var page = rows.Count > limit ? rows[..limit] : rows;
        return new MissList(page, [.. causes.OrderByDescending(c => c.Times)], rows.Count > limit ? page[^1].Cursor : null);
    }

    /// <summary>The team or the supplier that owed it to another one; null where it was promised to customers.</summary>
    private static string? Owed(DbDataReader r, Dictionary<AgreementId, Agreement> agreements) =>
        r.Word<AgreementKind>(4) != AgreementKind.Service && agreements.TryGetValue(new(r.GetInt64(6)), out var agreed) ? agreed.Parties.Provider.Name : null;
}

/// <param name="Causes">Of the last ninety days, the most frequent first; null for what nobody has explained.</param>
public sealed record MissList(IReadOnlyList<Miss> Rows, IReadOnlyList<(MissCause? Cause, int Times)> Causes, string? Next);

/// <param name="Due">When it was due.</param>
/// <param name="EndedAt">When it was done after all; null while it is not.</param>
/// <param name="Team">Who had promised it: a team, a supplier; of what was promised to customers the team that has the ticket.</param>
public sealed record Miss(TicketId Ticket, string Number, string Title, string Clock, AgreementKind Kind, Measure Measure, Named<AgreementId> Agreement, int Version, Duration Target, Duration Worked, Instant Due, Instant? EndedAt, MissCause? Cause, string? Words, string Team)
{
    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(Due)}.{Ticket.Value}.{Clock}");
}
