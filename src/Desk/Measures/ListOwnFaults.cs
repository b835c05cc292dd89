using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>What went wrong where I had a hand in it, newest first: for oneself alone, and there is no other way to ask for a person's.</summary>
public sealed record ListOwnFaults(int Limit = 100) : IQuery<OwnFaults>
{
    public const int MostRows = 200;

    public Permission Needs => MeasurePermissions.See;

    public async Task<Result<OwnFaults>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return FilterErrors.LimitInvalid;
        var me = question.Caller.Person;
        var faults = await question.Read.List($"""
            select f.ticket, t.kind, t.title, f.kind, f.at, f.mended_at from measure_fault f join ticket t on t.id = f.ticket
            where f.person = @me and f.at <= @now order by f.at desc, f.ticket desc limit {Limit}
            """,
            r => new OwnFault(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Word<FaultKind>(3), r.Instant(4), r.InstantOrNull(5)),
            ("@me", me), ("@now", question.Now));
        var shared = await question.Read.One("""
            select count(*), coalesce(sum(m.resolved), 0), coalesce(sum(case when m.ending = 'Works' then 1 else 0 end), 0), coalesce(sum(case when m.taken_up_again > 0 then 1 else 0 end), 0)
            from measure_touch x join measure_ticket m on m.ticket = x.ticket where x.person = @me and m.ending <> 'Merged'
            """, r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), ("@me", me));
        var helped = await question.Read.One("select count(*) from measure_help h where h.person = @me", r => r.GetInt32(0), ("@me", me));
        return new OwnFaults(faults, (int)shared.Item1, (int)shared.Item2, (int)shared.Item3, (int)shared.Item4) { Helped = helped };
    }
}

/// <param name="Touched">Tickets that I did something on; of them resolved, closed because it works, and taken up again: their result is mine as it is everybody's who touched them.</param>
public sealed record OwnFaults(IReadOnlyList<OwnFault> Faults, int Touched, int Resolved, int Works, int TakenUpAgain)
{
    /// <summary>Questions of colleagues that I answered.</summary>
    public int Helped { get; init; }
}

public sealed record OwnFault(TicketId Ticket, string Number, string Title, FaultKind Kind, Instant At, Instant? MendedAt);
