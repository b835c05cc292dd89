using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>
/// What a rule would have done, with nothing written: for events, each of the last of them on its ticket as it was then; for what goes by
/// time, the tickets that it would take up now.
/// </summary>
/// <param name="Self">The rule that is being changed; null for a new one.</param>
public sealed record TrialRule(RuleDefinition Definition, RuleId? Self = null) : IQuery<RuleTrial>
{
    public const int MostLooked = 200, MostShown = 50;
    private const int Days = 90;

    // Rare events are not looked for in the whole journal of a large desk.
    private const int MostRead = 300_000;

    public Permission Needs => RulePermissions.Manage;

    public async Task<Result<RuleTrial>> Ask(Question question)
    {
        var work = new Work(question.Read, new(question.Caller, "trial"), question.Now, question.Catalogue);
        var named = Definition.Name.IsBlank ? Definition with { Name = "trial" } : Definition;
        if (!(await AddRule.Sound(work, named, Self)).Is(out var rule, out var no)) return no;
        var asDesk = question with { Caller = Caller.Desk };
        return rule.When.Kind == TriggerKind.Event ? await Past(asDesk, rule) : await Present(asDesk, rule);
    }

    private static async Task<Result<RuleTrial>> Past(Question question, RuleDefinition rule)
    {
        // By the name of the event and not by the subject, as where rules are queued: the last entries are looked through, and not all tickets.
        var found = await question.Read.List($"""
            select j.position, j.key from journal j
            where substr(j.event, 1, 7) = 'ticket.' and j.at >= @since and j.position > (select coalesce(max(position), 0) from journal) - {MostRead}
              and j.event in ({question.Read.Database.Sql("select value from json_each(@events)", "select jsonb_array_elements_text(cast(@events as jsonb))")})
            order by j.position desc limit {MostLooked}
            """,
            r => (Position: r.GetInt64(0), Ticket: r.GetInt64(1)), ("@since", question.Now - Duration.FromDays(Days)), ("@events", DeskJson.Write(rule.When.Events)));
        var lives = (await new JournalReader(question.Catalogue).OfMany(question.Read, Ticket.Subject, found.Select(f => f.Ticket).Distinct())).ToLookup(e => e.Key);
        var (lines, matched) = (new List<TrialLine>(), 0);
        foreach (var (position, id) in found)
        {
            var life = lives[id].TakeWhile(e => e.Position.Number <= position).ToList();
            var then = life.Aggregate(new Ticket { Id = new(id) }, (state, e) => state.Apply(e.Event, new(e.Actor, e.At)));
            if (life.Count == 0 || !RunRule.Is(rule.When.By, life[^1], then)) continue;
            if (!(await RuleFilter.Matched(question, rule, then)).Is(out var matches, out var no)) return no;
            if (!matches) continue;
            matched++;
            if (lines.Count < MostShown) lines.Add(await Line(question, rule, then, life[^1].At));
        }
        return new RuleTrial(found.Count, matched, lines);
    }

    private static async Task<Result<RuleTrial>> Present(Question question, RuleDefinition rule)
    {
        if (!(await LookRules.Tickets(question, rule, MostLooked)).Is(out var found, out var no)) return no;
        var work = new Work(question.Read, new(Caller.Desk, "trial"), question.Now, question.Catalogue);
        var lines = new List<TrialLine>();
        foreach (var id in found.Take(MostShown))
            if ((await work.Tickets.Load(id)).Is(out var ticket, out _)) lines.Add(await Line(question, rule, ticket, question.Now));
        return new RuleTrial(found.Count, found.Count, lines);
    }

    private static async Task<TrialLine> Line(Question question, RuleDefinition rule, Ticket state, Instant at)
    {
        var tried = await RuleTry.Of(question, new(default, rule.Name), 0, rule, state, at);
        return new(state.Id, state.Number, state.Title, at, [.. tried.Did.SelectMany(d => d.Sentences(question.Catalogue))], [.. tried.Did.Where(d => d.Refused is not null).Select(d => d.Refused!.Message)]);
    }
}

/// <param name="Looked">How many events, or tickets, were looked at.</param>
/// <param name="Matched">On how many of them it would have run.</param>
public sealed record RuleTrial(int Looked, int Matched, IReadOnlyList<TrialLine> Lines);

/// <param name="At">When it would have run.</param>
/// <param name="Done">What would have happened, in sentences; nothing when all was as asked already.</param>
public sealed record TrialLine(TicketId Ticket, string Number, string Title, Instant At, Seq<string> Done, Seq<string> Refused);
