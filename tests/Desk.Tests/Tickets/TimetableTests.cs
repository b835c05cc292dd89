using FirstContact.Import;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class TimetableTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_waits_wakes_at_its_time(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (soon, open) = (await desk.Open(desk.Helen), await desk.Open(desk.Helen));
        await desk.Done(new WaitOnTicket(soon.Id, WaitFor.Supplier, "ordered", false, desk.Clock.Now + Duration.FromHours(1)), desk.Ada);
        await desk.Done(new WaitOnTicket(open.Id, WaitFor.Supplier, "ordered", false, null), desk.Ada);
        desk.Clock.Pass(Duration.FromMinutes(59));
        await desk.Runs("wake-tickets");
        Assert.Equal(TicketStatus.Waiting, (await desk.Show(soon.Id)).Ticket.Status);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Runs("wake-tickets");
        await desk.Runs("wake-tickets");
        var woke = await desk.Show(soon.Id);
        Assert.Equal((TicketStatus.InProgress, desk.Clock.Now, 3), (woke.Ticket.Status, woke.Ticket.WokeAt, woke.Ticket.Version));
        Assert.Equal(("timer", "FirstContact"), (woke.Timeline[^1].Cause, woke.Timeline[^1].Actor));
        Assert.Equal(TicketStatus.Waiting, (await desk.Show(open.Id)).Ticket.Status);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Silence_closes_and_a_word_does_not(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (silent, spoken, yet) = (await desk.Open(desk.Helen), await desk.Open(desk.Helen), await desk.Open(desk.Helen));
        await desk.Resolve(silent.Id);
        await desk.Resolve(spoken.Id);
        await desk.Done(new SayOnTicket(spoken.Id, MessageKind.Reply, Visibility.Public, "one moment"), desk.Helen);
        desk.Clock.Pass(DeskRules.Usual.Silence - Duration.FromSeconds(1));
        await desk.Resolve(yet.Id);
        await desk.Runs("close-silent");
        await desk.Done(new CloseSilent(silent.Id), desk.Ada);
        Assert.Equal(TicketStatus.Resolved, (await desk.Show(silent.Id)).Ticket.Status);
        Assert.Equal(desk.Clock.Now + Duration.FromSeconds(1), (await desk.Show(silent.Id)).ClosesAt);
        desk.Clock.Pass(Duration.FromSeconds(1));
        await desk.Runs("close-silent");
        await desk.Runs("close-silent");
        Assert.Equal(Verification.BySilence, Assert.IsType<TicketClosed>((await desk.Show(silent.Id)).Timeline[^1].Event).Verification);
        Assert.Equal([TicketStatus.Resolved, TicketStatus.Resolved], [(await desk.Show(spoken.Id)).Ticket.Status, (await desk.Show(yet.Id)).Ticket.Status]);
        await desk.RowIsItsStory(silent.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_nodes_wake_it_once(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new WaitOnTicket(ticket.Id, WaitFor.Supplier, "ordered", false, desk.Clock.Now + Duration.FromHours(1)), desk.Ada);
        desk.Clock.Pass(Duration.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Runs("wake-tickets")));
        Assert.Equal(3, (await desk.RowIsItsStory(ticket.Id)).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Keys_are_forgotten_after_two_days(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var first = await desk.Done(TicketDesk.Asking(), desk.Helen with { Key = "k" });
        desk.Clock.Pass(Duration.FromDays(2));
        await desk.Runs("forget-keys");
        Assert.Equal(first.Id, (await desk.Done(TicketDesk.Asking(), desk.Helen with { Key = "k" })).Id);
        desk.Clock.Pass(Duration.FromSeconds(1));
        await desk.Runs("forget-keys");
        Assert.NotEqual(first.Id, (await desk.Done(TicketDesk.Asking(), desk.Helen with { Key = "k" })).Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sessions_are_forgotten_a_month_after_their_end_and_tokens_in_use_never(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ended, left) = (await desk.Node.Done(new StartSession("Firefox"), desk.Helen), await desk.Node.Done(new StartSession("Chrome"), desk.Helen));
        var token = await desk.Node.Done(new CreateToken(TicketDesk.Adas, "Monitoring"), new(Caller.Desk, "test"));
        await desk.Node.Done(new EndSession(ended.Id), desk.Helen);
        desk.Clock.Pass(Duration.FromDays(30));
        await desk.Runs("forget-sessions");
        Assert.Equal([ended.Id, left.Id, token.Id], await Kept());
        desk.Clock.Pass(Duration.FromSeconds(1));
        await desk.Runs("forget-sessions");
        Assert.Equal([left.Id, token.Id], await Kept());
        // A browser that nobody came back to ran out by itself after two weeks.
        desk.Clock.Pass(Duration.FromDays(14));
        await desk.Runs("forget-sessions");
        Assert.Equal([token.Id], await Kept());

        async Task<List<long>> Kept()
        {
            await using var read = await desk.Node.Database.Read();
            return await read.List("select id from session order by id", r => r.GetInt64(0));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Files_that_nobody_imports_are_forgotten_after_a_week(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var runs = desk.Node.Get<ImportRuns>();
        var importer = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);
        var (left, taken) = (await Looked("text\nno sound\n"), await Looked("text\nno light\n"));
        Assert.Null(await runs.Go(taken, taken.Mapping, update: false, dryRun: false, importer));
        await Patience.Until(async () => (await Of(taken.Id)).State == RunState.Imported);
        desk.Clock.Pass(Duration.FromDays(7));
        await desk.Runs("forget-files");
        Assert.Equal(2, (await desk.Node.Asked(new ListImportRuns(), importer)).Count);
        desk.Clock.Pass(Duration.FromSeconds(1));
        await desk.Runs("forget-files");
        Assert.Equal(taken.Id, Assert.Single(await desk.Node.Asked(new ListImportRuns(), importer)).Id);
        Assert.Equal(ImportErrors.RunMissing, (await desk.Node.Desk.Ask(new ShowImportRun(left.Id), importer.Caller)).Error);

        async Task<ImportRun> Looked(string text)
        {
            var id = (await runs.Take(ImportKind.Tickets, "some.csv", System.Text.Encoding.UTF8.GetBytes(text), importer)).Value;
            await Patience.Until(async () => (await Of(id)).State == RunState.Checked);
            return await Of(id);
        }

        async Task<ImportRun> Of(long id) => (await desk.Node.Asked(new ShowImportRun(id), importer)).Run;
    }
}
