using System.Diagnostics;

namespace FirstContact.Rules;

/// <summary>
/// Queues what time sets off. Whoever queues moves the next look in the same transaction, so that of several nodes one does; a moment sets
/// a rule off once, and what a rule itself has done counts as no new moment for it.
/// </summary>
internal static class LookRules
{
    private const int MostAtOnce = 1000;
    private static readonly Duration Between = Duration.FromSeconds(30);

    // A look takes this share of the time at most: conditions that lead through millions of tickets are looked at more seldom.
    private const int RestsFor = 50;

    public static async Task Queue(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        foreach (var rule in await Due(database, clock.GetCurrentInstant(), stop))
        {
            var now = clock.GetCurrentInstant();
            var since = Stopwatch.GetTimestamp();
            var found = await Find(database, rule, now, stop);
            if (found.Error is { } unclear)
            {
                await desk.Do(new StopRule(rule.Id, unclear.Message), new(Caller.Desk, "timer"), stop);
                continue;
            }
            var rest = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(since)) * RestsFor;
            var next = rule.When.Kind == TriggerKind.Schedule ? rule.When.Next(now) : now + Duration.Max(Between, rest);
            await database.Commit([
                new Statement("update rule set look_at = @next where id = @id and look_at = @was and active = 1", ("@id", rule.Id), ("@next", next), ("@was", rule.LookAt)) { MustMeetOneRow = true },
                Queued(database, rule, found.Value!, now),
            ], stop);
        }
    }

    /// <summary>Tickets that are so, and for which the time has come; <paramref name="most"/> at most.</summary>
    internal static async Task<Result<IReadOnlyList<long>>> Tickets(Question question, RuleDefinition rule, int most, params (string Condition, (string, object?)[] Args)[] besides)
    {
        if (!(await RuleFilter.Of(rule.If).Where(question)).Is(out var where, out var no)) return no;
        var order = "t.id desc";
        if (rule.When is { Kind: TriggerKind.After, Since: { } moment, After: { } after })
        {
            order = $"{RuleMoments.Column(moment)}, t.id";
            where.And($"{RuleMoments.Column(moment)} <= @before", ("@before", question.Now - after));
        }
        foreach (var (condition, args) in besides) where.And(condition, args);
        return await question.Read.List($"select t.id from ticket t {where.Sql} order by {order} limit {most}", r => r.GetInt64(0), [.. where.Args]);
    }

    private static async Task<IReadOnlyList<Looking>> Due(Database database, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List("select id, definition, look_at from rule where look_at <= @now and active = 1 and removed = 0 order by look_at",
            r => new Looking(new(r.GetInt64(0)), DeskJson.Read<RuleDefinition>(r.GetString(1)), r.Instant(2)), ("@now", now));
    }

    private static async Task<Result<IReadOnlyList<long>>> Find(Database database, Looking rule, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var question = new Question(read, Caller.Desk, now, DeskModule.Catalogue);
        if (rule.When is not { Kind: TriggerKind.After, Since: { } moment }) return await Tickets(question, rule.Definition, MostAtOnce);
        return await Tickets(question, rule.Definition, MostAtOnce, ($"""
            not exists (select 1 from rule_run n where n.rule = @rule and n.ticket = t.id and (n.mark = {RuleMoments.Column(moment)} or n.left_version = t.version))
            and not exists (select 1 from rule_due d where d.rule = @rule and d.ticket = t.id)
            """, [("@rule", rule.Id)]));
    }

    private static Statement Queued(Database database, Looking rule, IReadOnlyList<long> tickets, Instant now)
    {
        // A schedule's moment is its own time; another's is the ticket's.
        var mark = rule.When is { Kind: TriggerKind.After, Since: { } moment } ? RuleMoments.Column(moment) : database.Sql("@mark", "cast(@mark as timestamptz)");
        return new($"""
            insert into rule_due (rule, ticket, mark, queued_at, next_at)
            select @rule, t.id, {mark}, @now, @now from ticket t
            where t.id {database.IsAmong("@tickets")}
            order by t.id on conflict do nothing
            """,
            ("@rule", rule.Id), ("@mark", rule.LookAt), ("@now", now), ("@tickets", database.Ids(tickets)));
    }

    private sealed record Looking(RuleId Id, RuleDefinition Definition, Instant LookAt)
    {
        public RuleTrigger When => Definition.When;
    }
}
