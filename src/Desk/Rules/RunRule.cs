using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>
/// One run: judges the ticket, does what the rule says, and writes all of it, with the run itself, in one transaction. Whoever
/// comes second, by another node or after a crash, finds that it is not due any more: nothing is ever done twice.
/// </summary>
public sealed record RunRule(long Due) : ICommand<RuleRun>
{
    /// <summary>So long a rule that asks for words waits for the search to have read them.</summary>
    private static readonly Duration SearchAwaited = Duration.FromMinutes(5);

    public Permission Needs => RulePermissions.Manage;

    public async Task<Result<RuleRun>> Do(Work work)
    {
        if (await DueRun.Find(work.Read, Due) is not { } due) return RuleErrors.NotDue;
        var entry = due.Entry is { } number ? await new JournalReader(DeskModule.Catalogue).At(work.Read, number) : null;
        if (!(await work.Rules.Load(due.Rule.Value)).Is(out var rule, out _) || !rule.Active || !(await work.Tickets.Load(due.Ticket.Value)).Is(out var ticket, out _)) return Settled(work, due, 0);
        var when = rule.Definition.When;
        if (entry is not null && !Is(when.By, entry, ticket)) return Settled(work, due, 0);
        if (when is { Kind: TriggerKind.After, Since: { } since } && RuleMoments.Of(ticket, since) != due.Mark) return Settled(work, due, 0);
        if (entry is not null && await WaitsForSearch(work, rule, due)) return RuleErrors.NotYet;

        if (!(await RuleFilter.Matches(work.Question, rule.Definition, ticket.Id)).Is(out var matches, out var unclear)) return await Stopped(work, due, rule, StopBecause.CannotRun, [], unclear.Message);
        if (!matches) return Settled(work, due, 0);
        var tried = await RuleTry.Of(work.Question, rule.Named, rule.Version, rule.Definition, ticket, work.By.At);
        if (tried.Did.All(d => d is { Happened.Count: 0, Refused: null, Sent: null }))
        {
            // A moment that has been looked at counts as seen, until something happens to the ticket.
            if (due.Mark is not null) Keep(work, due, rule, ticket.Version, [], [], []);
            return Settled(work, due, 0);
        }

        var chain = await Chain(work, due, entry);
        if (tried.Acts && chain.Contains(rule.Id)) return await Stopped(work, due, rule, StopBecause.FeedsItself, chain, null);
        if (chain.Count >= Rule.LongestChain) return await Stopped(work, due, rule, StopBecause.ChainTooLong, chain, null);

        // The run is told first, then what it did.
        var refused = tried.Did.Where(d => d.Refused is not null).Select(d => d.Refused!.Message).ToList();
        if (work.Tickets.Change(ticket, Ticket.ApplyRule(rule.Named, rule.Version, [.. refused])).Error is { } no) return no;
        var did = await RuleCommands.Do(work, rule.Named, rule.Version, rule.Definition, ticket.Id);
        Keep(work, due, rule, work.After<Ticket>(ticket.Key)!.Version, chain.Add(rule.Id), [.. did.SelectMany(d => d.Sentences(DeskModule.Catalogue))], refused);
        return Settled(work, due, did.Sum(d => d.Happened.Count));
    }

    public Task<Result<RuleRun>> Again(Work work, long subject) => Task.FromResult<Result<RuleRun>>(RuleErrors.NotDue);

    public long Subject(RuleRun answer) => answer.Id;

    /// <summary>Whose doing it was, as far as the rule minds.</summary>
    internal static bool Is(ByWhom by, Entry entry, Ticket ticket)
    {
        var byCustomer = entry.Event is MessagePosted said ? said.CustomersSide : entry.Actor == ticket.Customer;
        return by switch { ByWhom.Customer => byCustomer, ByWhom.Agent => !byCustomer && entry.Actor != PersonId.Desk, _ => true };
    }

    private static Result<RuleRun> Settled(Work work, DueRun due, int happened)
    {
        work.Write(new Statement("delete from rule_due where id = @id", ("@id", due.Id)) { MustMeetOneRow = true });
        return new RuleRun(due.Id, due.Rule, due.Ticket, happened);
    }

    private static async Task<Result<RuleRun>> Stopped(Work work, DueRun due, Rule rule, StopBecause why, Seq<RuleId> chain, string? detail)
    {
        var settled = Settled(work, due, 0);
        var rules = await work.Read.Rules();
        Seq<string> names = why == StopBecause.CannotRun ? [] : [.. chain.Add(rule.Id).Select(id => rules.FirstOrDefault(r => r.Id == id)?.Name ?? "a rule that is gone")];
        return work.Rules.Change(rule, rule.Stop(why, due.Ticket, names, detail)).Error is { } no ? no : settled;
    }

    private static void Keep(Work work, DueRun due, Rule rule, int left, Seq<RuleId> chain, IReadOnlyList<string> done, IReadOnlyList<string> refused) => work.Write(new Statement("""
        insert into rule_run (id, rule, version, ticket, entry, mark, at, left_version, chain, done, refused) values (@id, @rule, @version, @ticket, @entry, @mark, @at, @left, @chain, @done, @refused)
        """,
        ("@id", due.Id), ("@rule", due.Rule), ("@version", rule.Version), ("@ticket", due.Ticket), ("@entry", due.Entry), ("@mark", due.Mark), ("@at", work.By.At),
        ("@left", left), ("@chain", DeskJson.Write(chain)), ("@done", DeskJson.Write(done)), ("@refused", DeskJson.Write(refused))));

    /// <summary>The rules that led here: those behind the entry that set this one off, or behind the moment that time is counted from.</summary>
    private static async Task<Seq<RuleId>> Chain(Work work, DueRun due, Entry? entry)
    {
        var cause = entry?.Cause ?? (due.Mark is null ? null : await work.Read.One(
            "select cause from journal where subject = @ticket and key = @key and at = @mark order by position desc limit 1", r => r.GetString(0), ("@ticket", Ticket.Subject), ("@key", due.Ticket), ("@mark", due.Mark)));
        if (cause is null || !RuleCause.TryParse(cause, out var run)) return [];
        return await work.Read.One("select chain from rule_run where id = @id", r => DeskJson.Read<Seq<RuleId>>(r.GetString(0)), ("@id", run)) ?? [];
    }

    /// <summary>What has just been written can be searched a moment later: a condition on words must not be judged before.</summary>
    private static async Task<bool> WaitsForSearch(Work work, Rule rule, DueRun due)
    {
        if (rule.Definition.If.All(c => c.Name != "q") || due.QueuedAt < work.By.At - SearchAwaited) return false;
        return await work.Read.One($"""
            select 1 from subscriber s join journal j on j.position = @entry where s.name = 'search-index' and {JournalOrder.BehindSubscriber(work.Read.Database)}
            """, _ => true, ("@entry", due.Entry));
    }
}

/// <param name="Happened">How many entries it wrote beside its own.</param>
public sealed record RuleRun(long Id, RuleId Rule, TicketId Ticket, int Happened);

/// <summary>A run that is due: for an entry of the journal, or for a moment of the ticket.</summary>
internal sealed record DueRun(long Id, RuleId Rule, TicketId Ticket, long? Entry, Instant? Mark, Instant QueuedAt)
{
    public static Task<DueRun?> Find(Reader read, long id) => read.One("select id, rule, ticket, entry, mark, queued_at from rule_due where id = @id",
        r => new DueRun(r.GetInt64(0), new(r.GetInt64(1)), new(r.GetInt64(2)), r.NumberOrNull(3), r.InstantOrNull(4), r.Instant(5)), ("@id", id));
}
