using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>What time sets off: so long after a moment, or on certain days.</summary>
public sealed class TimeTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task So_long_after_a_moment_once_for_each(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var two = Duration.FromDays(2);
        var rule = await desk.Add("Silent", RuleDesk.After(Moment.LastWord, two), [RuleDesk.If("status", "open")], RuleDesk.Then(TicketVerb.Note, text: "Nobody has said a word for two days."));
        var (quiet, lively, closed) = (await desk.Desk.Open(desk.Helen), await desk.Desk.Open(desk.Helen), await desk.Desk.Open(desk.Helen));
        await desk.Desk.Done(new CancelTicket(closed.Id, "Found it"), desk.Helen);
        desk.Clock.Pass(two - Duration.FromMinutes(1));
        await desk.Desk.Done(new SayOnTicket(lively.Id, MessageKind.Reply, Visibility.Public, "We are on it."), desk.Ada);
        await desk.Runs();
        Assert.Empty(await desk.Log(rule));

        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Runs();
        Assert.Equal([quiet.Id], (await desk.Log(rule)).Select(r => r.Ticket));
        // An hour later, and a day later, it is still the same moment.
        desk.Clock.Pass(Duration.FromHours(30));
        await desk.Runs();
        Assert.Single(await desk.Log(rule));
        // A new word is a new moment.
        await desk.Desk.Done(new SayOnTicket(quiet.Id, MessageKind.Reply, Visibility.Public, "Sorry."), desk.Ada);
        desk.Clock.Pass(two);
        await desk.Runs();
        Assert.Equal(2, (await desk.Log(rule)).Count(r => r.Ticket == quiet.Id));
        Assert.Equal(3, (await desk.Log(rule)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_it_did_itself_is_no_new_moment_for_it(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var hour = Duration.FromHours(1);
        var rule = await desk.Add("Untouched", RuleDesk.After(Moment.Updated, hour), [RuleDesk.If("status", "open")], RuleDesk.Then(TicketVerb.Note, text: "Untouched for an hour."));
        var ticket = await desk.Desk.Open(desk.Helen);
        for (var i = 0; i < 5; i++)
        {
            desk.Clock.Pass(hour);
            await desk.Runs();
        }
        Assert.Equal(1, (await desk.Ticket(ticket)).Messages);
        Assert.True((await desk.Row(rule)).Active);
        await desk.Desk.Done(new ChangeTicket(ticket.Id) { Title = "Touched" }, desk.Ada);
        desk.Clock.Pass(hour);
        await desk.Runs();
        Assert.Equal(2, (await desk.Ticket(ticket)).Messages);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_moment_is_one_that_the_ticket_has(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var hour = Duration.FromHours(1);
        var rules = new Dictionary<Moment, Rule>();
        // Each that runs is an update; that moment has a test of its own.
        foreach (var moment in Enum.GetValues<Moment>().Except([Moment.Updated]))
            rules[moment] = await desk.Add($"After {moment}", RuleDesk.After(moment, hour), [RuleDesk.If("status", "all")], RuleDesk.Then(TicketVerb.Tag, moment.ToString()));
        var plain = await desk.Desk.Open(desk.Helen);
        var full = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Done(new SayOnTicket(full.Id, MessageKind.Reply, Visibility.Public, "Soon.") { Promise = desk.Clock.Now + hour }, desk.Ada);
        await desk.Desk.Done(new WaitOnTicket(full.Id, WaitFor.Supplier, "a part", false, null), desk.Ada);
        var resolved = await desk.Desk.Open(desk.Helen);
        await desk.Desk.Resolve(resolved.Id);
        desk.Clock.Pass(hour);
        await desk.Runs();
        Assert.Equal(["customerspoke", "lastword", "opened"], (await desk.Ticket(plain)).Tags.Order());
        Assert.Equal(["lastword", "opened", "waiting"], (await desk.Ticket(full)).Tags.Order());
        Assert.Equal(["lastword", "opened", "resolved"], (await desk.Ticket(resolved)).Tags.Order());
        desk.Clock.Pass(hour);
        await desk.Runs();
        Assert.Contains("promised", (await desk.Ticket(full)).Tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_schedule_runs_at_its_time_for_all_that_are_so_and_once(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        // It is a Sunday, nine o'clock.
        var rule = await desk.Add("Monday", new(TriggerKind.Schedule) { Days = [IsoDayOfWeek.Monday], Time = "07:30", Zone = "Europe/London" }, [RuleDesk.If("status", "open"), RuleDesk.If("assignee", "nobody")], RuleDesk.Then(TicketVerb.Note, text: "Who takes it?"));
        var (free, taken) = (await desk.Desk.Open(desk.Helen), await desk.Desk.Open(desk.Helen));
        await desk.Desk.Done(new AssignTicket(taken.Id, "me"), desk.Ada);
        desk.Clock.Now = Instant.FromUtc(2026, 11, 23, 7, 29);
        await desk.Runs();
        Assert.Empty(await desk.Log(rule));
        // The desk was down at half past and makes up for it; every node looks.
        desk.Clock.Now = Instant.FromUtc(2026, 11, 23, 8, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Desk.Runs("look-rules")));
        await desk.Runs();
        Assert.Equal([free.Id], (await desk.Log(rule)).Select(r => r.Ticket));
        desk.Clock.Now = Instant.FromUtc(2026, 11, 29, 23, 0);
        await desk.Runs();
        Assert.Single(await desk.Log(rule));
        desk.Clock.Now = Instant.FromUtc(2026, 11, 30, 7, 30);
        await desk.Runs();
        Assert.Equal(2, (await desk.Log(rule)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_names_what_is_gone_is_stopped_when_it_is_looked_at(string engine)
    {
        await using var desk = await RuleDesk.Fresh(engine);
        var rule = await desk.Add("Old", RuleDesk.After(Moment.Opened, Duration.FromHours(1)), [RuleDesk.If("status", "open"), RuleDesk.If("customer", TicketDesk.Ravis)], RuleDesk.Then(TicketVerb.Note, text: "x"));
        await desk.Node.Database.Commit([new Statement("update person set email = 'ravi@elsewhere.example' where email = @email", ("@email", TicketDesk.Ravis)), new Statement("update person_address set address = 'ravi@elsewhere.example' where address = @email", ("@email", TicketDesk.Ravis))]);
        desk.Clock.Pass(Duration.FromHours(1));
        await desk.Runs();
        Assert.Equal((StopBecause.CannotRun, TicketErrors.PersonUnknown.Message), (await desk.Row(rule)).Stopped is { } stopped ? (stopped.Why, stopped.Detail) : default);
    }
}
