namespace FirstContact.Tickets;

/// <summary>What needs this agent now, each with its reason; within a group the soonest or longest waiting first.</summary>
public sealed record NeedsMeNow : IQuery<IReadOnlyList<NeedsMe>>
{
    private const int MostOfEach = 50, MostOfMine = 200;

    // A promise for another day needs nobody yet. A task that is due later, or on a ticket of one's own and at no time, is no news yet.
    private static readonly Duration Soon = Duration.FromDays(1);
    private const string MyTasks = "k.assignee = @me and k.open = 1 and (k.due <= @soon or (k.due is null and (o.assignee is null or o.assignee <> @me)))";

    private const string MineOrOurs = "(t.assignee = @me or (t.assignee is null and t.team in (select team from team_member where person = @me)))";

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<NeedsMe>>> Ask(Question question)
    {
        // Each branch walks one short index: what I am to do on others' tickets, what is mine and open and wants something, what customers said on tickets that were done, what my teams have and nobody took; then what I was asked or called for, what is handed to my teams or came back, what I wrote and did not leave, what I had put aside and is back. What was missed and nobody has explained is asked for by itself.
        var mine = (await question.Read.List($"""
            select k.ticket, 'Task', k.text, k.due from ticket_task k join ticket o on o.id = k.ticket where {MyTasks}
            union all
            select id, 'Own', null, null from (
              select t.id from ticket t where t.assignee = @me and {TicketWhere.Open}
                and (t.promised_at <= @soon or t.customer_spoke_at is not null or t.woke_at is not null or t.returned_at is not null or t.given_at is not null) and not {TicketSnoozes.Sleeps}
              order by case when t.promised_at <= @soon then 0 else 1 end, t.promised_at, case when t.customer_spoke_at is null then 1 else 0 end, t.customer_spoke_at, t.id limit {MostOfMine}) mine
            union all
            select t.id, 'Own', null, null from ticket t where {TicketWhere.SpokenAfter}
              and (t.assignee = @me or (t.assignee is null and t.team in (select team from team_member where person = @me)))
            union all
            select id, 'Own', null, null from (
              select t.id from ticket t where t.assignee is null and t.status <> 'Waiting' and {TicketWhere.Open}
                and t.team in (select team from team_member where person = @me) and not {TicketSnoozes.Sleeps}
              order by t.priority, t.opened_at, t.id limit {MostOfEach}) nobodys
            union all
            select p.ticket, p.role, o.hands, null from ticket_person p join ticket o on o.id = p.ticket where p.person = @me and p.role in ('Asked', 'Checks', 'Mentioned', 'Bridges')
            union all
            select id, 'Handed', hands, null from ticket where handed_to in (select team from team_member where person = @me)
            union all
            select o.id, 'Hands', o.hands, null from ticket o where o.assignee = @me and o.status in ('New', 'InProgress', 'Waiting') and (o.returned_at is not null or o.given_at is not null)
            union all
            select t.id, 'Call', t.call_back, t.call_due from ticket t where t.call_due is not null and {TicketWhere.Open} and {MineOrOurs} and not {TicketSnoozes.Sleeps}
            union all
            select t.id, 'Parked', null, mf.at from measure_fault mf join ticket t on t.id = mf.ticket
            where mf.kind = 'ParkedInSilence' and mf.mended_at is null and mf.at <= @now and {TicketWhere.Open} and {MineOrOurs} and not {TicketSnoozes.Sleeps}
            union all
            select t.id, 'Due', c.clock, c.due_at from ticket t join ticket_clock c on c.ticket = t.id
            where t.assignee = @me and {TicketWhere.Open} and t.next_due is not null and c.told > 0 and c.state = 'Runs' and c.measure <> 'Acceptance' and c.due_at is not null and (c.outcome = 'Open' or c.cause is not null) and not {TicketSnoozes.Sleeps}
            union all
            select ticket, 'Stopped', stopped, leaves from reply where author = @me and state = 'Stopped'
            union all
            select ticket, 'Woke', woke_why, woke_at from ticket_snooze where person = @me and woke_at is not null
            """, r => new Mine(r.GetInt64(0), r.GetString(1), r.TextOrNull(2), r.InstantOrNull(3)), ("@me", question.Caller.Person), ("@soon", question.Now + Soon), ("@now", question.Now))).ToLookup(m => m.Ticket);
        var rows = mine.Count == 0 ? [] : await question.Read.List(
            $"{TicketRow.Select} where t.id {question.Read.Database.IsAmong("@ids")}", await TicketRow.Filler(question.Read), ("@ids", question.Read.Database.Ids(mine.Select(m => m.Key))));

        var needs = rows.Select(r => Of(r, question, [.. mine[r.Id]])).ToList();
        var called = await CalledFor.On(question, [.. needs.Where(n => n.Reason is Reason.CheckAsked or Reason.AskedIn or Reason.Mentioned or Reason.GivenToMe).Select(n => n.Ticket.Id)]);
        return new(
        [
            .. needs.Select(n => called.TryGetValue((n.Ticket.Id, n.Reason), out var by) ? n with { Since = by.At, About = by.Words, From = by.By, Of = by.Of } : n)
                .OrderBy(n => n.Reason).ThenBy(n => n.Reason is Reason.Unassigned ? n.Ticket.Priority.Rank : 0).ThenBy(n => n is { Reason: Reason.Task, Due: null }).ThenBy(n => n.Since),
        ], null);
    }

    private static NeedsMe Of(TicketRow ticket, Question asked, Mine[] mine) => ticket switch
    {
        { PromisedAt: { } promised } when ticket.AssigneeId == asked.Caller.Person && promised <= asked.Now + Soon => new(ticket, Reason.Promise, promised),
        _ when mine.Where(m => m.What == "Due").MinBy(m => m.At) is { } due => new(ticket, Reason.Agreed, due.At!.Value) { About = due.Text },
        _ when mine.FirstOrDefault(m => m.What == "Stopped") is { } stopped => new(ticket, Reason.ReplyStopped, stopped.At!.Value) { About = stopped.Text },
        _ when mine.FirstOrDefault(m => m.What == "Call") is { } call => new(ticket, Reason.CallBack, call.At!.Value) { CallBack = DeskJson.Read<CallBack>(call.Text!) },
        { CustomerSpokeAt: { } spoke } when ticket.AssigneeId == asked.Caller.Person || ticket.Status is TicketStatus.Resolved or TicketStatus.Closed => new(ticket, Reason.CustomerWaits, spoke),
        _ when mine.FirstOrDefault(m => m.What == "Handed") is { } handed && HandsOf(handed).Pending is { } pending => new(ticket, Reason.HandedOver, pending.At) { About = pending.Words.Asked, From = pending.From.Name },
        _ when mine.FirstOrDefault(m => m.What == "Hands") is { } hands && HandsOf(hands).Returned is { } returned => new(ticket, Reason.Returned, returned.At) { About = returned.Reason, From = returned.By.Name },
        _ when mine.FirstOrDefault(m => m.What == "Parked") is { } parked => new(ticket, Reason.ParkedInSilence, parked.At!.Value),
        _ when mine.FirstOrDefault(m => m.What == "Bridges") is { } bridges && HandsOf(bridges).Bounce is { } bounce => new(ticket, Reason.Bridge, bounce.At) { From = bounce.And.Name, About = bounce.Between.Name },
        _ when mine.Any(m => m.What == "Checks") => new(ticket, Reason.CheckAsked, ticket.UpdatedAt),
        _ when mine.Any(m => m.What == "Asked") => new(ticket, Reason.AskedIn, ticket.UpdatedAt),
        _ when mine.Any(m => m.What == "Mentioned") => new(ticket, Reason.Mentioned, ticket.UpdatedAt),
        _ when mine.FirstOrDefault(m => m.What == "Hands") is { } hands && HandsOf(hands).Given is { } given => new(ticket, Reason.GivenToMe, given.At),
        _ when mine.Where(m => m.What == "Task").MinBy(m => m.At ?? Instant.MaxValue) is { } task => new(ticket, Reason.Task, task.At ?? ticket.UpdatedAt) { About = task.Text, Due = task.At },
        _ when mine.FirstOrDefault(m => m.What == "Woke") is { } woke => new(ticket, Reason.WokeUp, woke.At!.Value) { Woke = Enum.Parse<SnoozeEnd>(woke.Text!) },
        { WokeAt: { } woke } => new(ticket, Reason.WokeUp, woke),
        _ => new(ticket, Reason.Unassigned, ticket.OpenedAt),
    };

    private static Hands HandsOf(Mine mine) => DeskJson.Read<Hands>(mine.Text!);

    /// <summary>What a ticket wants of me beside being mine: an answer, a task, or that it is back.</summary>
    private sealed record Mine(long Ticket, string What, string? Text, Instant? At);
}

/// <summary>In the order in which they come.</summary>
public enum Reason { Promise, Agreed, ReplyStopped, CallBack, CustomerWaits, HandedOver, Returned, Bridge, ParkedInSilence, CheckAsked, AskedIn, Mentioned, GivenToMe, Task, WokeUp, Unassigned }

public sealed record NeedsMe(TicketRow Ticket, Reason Reason, Instant Since)
{
    /// <summary>The clock of what was agreed, the task, what was asked of the team or of me, where I was called, why it came back, or why the reply did not leave; of two teams the one that has it now.</summary>
    public string? About { get; init; }

    /// <summary>The team that handed it over, or gave it back; the colleague who asked, called, or gave it to me; of two teams the one that had it.</summary>
    public string? From { get; init; }

    /// <summary>The team or the skill that was asked, when it was not I by name.</summary>
    public string? Of { get; init; }

    /// <summary>When the task is due.</summary>
    public Instant? Due { get; init; }

    /// <summary>Whom to call back, and how often it was tried.</summary>
    public CallBack? CallBack { get; init; }

    /// <summary>Why it is back, when it had been put aside.</summary>
    public SnoozeEnd? Woke { get; init; }
}
