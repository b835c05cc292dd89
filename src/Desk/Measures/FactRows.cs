using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>Facts as rows: those of a ticket are replaced as a whole.</summary>
internal static class FactRows
{
    private static readonly string[] Tables = ["measure_ticket", "measure_visit", "measure_passing", "measure_bounce", "measure_fault", "measure_touch", "measure_help", "measure_asked"];

    private static readonly string[] Ticket =
    [
        "ticket", "position", "opened_at", "resolved_at", "ending", "packed", "resolved", "elsewhere", "team", "teams", "first_contact", "service", "unit", "impact", "priority", "overridden",
        "handovers", "bounces", "bounces_worked", "team_returns", "reopened", "taken_up_again", "took", "waited", "kind", "channel", "category", "first_word", .. Waits.Kinds.Select(k => $"wait_{k.ToString().ToLowerInvariant()}"),
    ];

    public static IEnumerable<Write> Of(Database database, IReadOnlyList<KeptFacts> facts)
    {
        if (facts.Count == 0) return [];
        // What was merged is counted in the ticket that goes on.
        var counted = facts.Where(f => f.Facts.Ending != Ending.Merged).ToList();
        var ids = database.Ids(facts.Select(f => f.Facts.Ticket.Value));
        Write[] writes =
        [
            .. Tables.Select(table => new Statement($"delete from {table} where ticket {database.IsAmong("@ids")}", ("@ids", ids))),
            new Rows("measure_ticket", Ticket, [.. facts.Select(Row)]),
            new Rows("measure_visit", ["ticket", "no", "team", "from_at", "asked", "worked"],
                [.. from f in facts from v in f.Facts.Visits.Index() select (object?[])[f.Facts.Ticket, v.Index, v.Item.Team, v.Item.From, v.Item.Asked ? 1 : 0, v.Item.Worked ? 1 : 0]]),
            new Rows("measure_passing", ["ticket", "no", "from_team", "to_team", "asked_at", "ended", "ended_at", "waited", "opened_at", "complete", "lacked", "reason"],
                [.. from f in counted from p in f.Facts.Passings.Index() select (object?[])[f.Facts.Ticket, p.Index, p.Item.From, p.Item.To, p.Item.At, p.Item.End, p.Item.EndedAt, Micros(p.Item.Waited), f.Facts.OpenedAt, p.Item.Complete is { } complete ? complete ? 1 : 0 : null, p.Item.Lacked.Count == 0 ? null : string.Join(',', p.Item.Lacked), p.Item.Reason]]),
            new Rows("measure_bounce", ["ticket", "worked", "no", "home", "away", "at", "opened_at"], [.. counted.SelectMany(Bounces)]),
            new Rows("measure_fault", ["ticket", "no", "kind", "team", "person", "at", "mended_at", "opened_at"],
                [.. from f in counted from fault in f.Facts.Faults.Index() select (object?[])[f.Facts.Ticket, fault.Index, fault.Item.Kind, fault.Item.Team, fault.Item.Person, fault.Item.At, fault.Item.MendedAt, f.Facts.OpenedAt]]),
            new Rows("measure_help", ["ticket", "no", "by_team", "for_team", "person", "at", "opened_at"],
                [.. from f in counted from h in f.Facts.Helps.Index() select (object?[])[f.Facts.Ticket, h.Index, h.Item.By, h.Item.For, h.Item.Person, h.Item.At, f.Facts.OpenedAt]]),
            new Rows("measure_touch", ["ticket", "person"], [.. from f in facts from person in f.Facts.Touched select (object?[])[f.Facts.Ticket, person]]),
            new Rows("measure_asked", ["ticket", "opened_at", "customer", "unit", "category", "service", "tried", "reproduced", "agreed", "solved"], [.. counted.Select(Asked)]),
        ];
        return writes.Where(w => w is not Rows { Values.Count: 0 });
    }

    private static object?[] Row(KeptFacts kept)
    {
        var f = kept.Facts;
        var (path, worked) = (f.Path, f.WorkedPath);
        return
        [
            f.Ticket, kept.Position, f.OpenedAt, f.ResolvedAt, f.Ending, PackedFacts.Of(kept), f.ResolvedAt is null ? 0 : 1, f.Elsewhere ? 1 : 0, f.Visits.Last(v => !v.Asked).Team,
            string.Join(',', f.Teams.Select(t => t.Value).Order()), kept.FirstContact ? 1 : 0, f.Service, kept.Unit, f.Impact, f.Priority.Rank, f.Overridden?.Rank,
            f.Handovers, Sequence.Bounces(path).Count(), Sequence.Bounces(worked).Count(), Sequence.Returns(path), f.Reopened, f.TakenUpAgain, Micros(f.Took), Micros(f.Waited.Total), f.Kind, f.Channel, f.Category, Micros(f.GreetedAt - f.OpenedAt),
            .. Waits.Kinds.Select(k => (object?)Micros(f.Waited[k])),
        ];
    }

    private static object?[] Asked(KeptFacts kept)
    {
        var f = kept.Facts;
        var reproduced = f.FirstTry is Reproduced.Reproduced && !f.Corrected;
        return
        [
            f.Ticket, f.OpenedAt, f.Customer, kept.Unit?.Value ?? 0, f.Category?.Value ?? 0, f.Category is null ? f.Service?.Value ?? 0 : 0,
            f.FirstTry is null ? 0 : 1, reproduced ? 1 : 0, reproduced && f.Agreed ? 1 : 0, f.SolvedByCustomer ? 1 : 0,
        ];
    }

    private static IEnumerable<object?[]> Bounces(KeptFacts kept) =>
        from worked in new[] { false, true }
        let visits = kept.Facts.Visits.Where(v => v.Worked || !worked).ToList()
        let begins = visits.Where((v, i) => i == 0 || visits[i - 1].Team != v.Team).ToList()
        from bounce in Sequence.Bounces([.. begins.Select(v => v.Team)]).Index()
        select (object?[])[kept.Facts.Ticket, worked ? 1 : 0, bounce.Index, bounce.Item.Home, bounce.Item.Away, begins[bounce.Item.At].From, kept.Facts.OpenedAt];

    private static long? Micros(Duration? duration) => duration is { } some ? some.BclCompatibleTicks / 10 : null;
}
