namespace FirstContact.Tickets;

/// <summary>Several at the same moment: nothing lost, nothing doubled, and whoever was late is told.</summary>
public sealed class AtOnceTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_second_of_two_who_saw_the_same_is_told_and_shown_what_changed(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new GreetCustomer(ticket.Id, null), desk.Ada with { Expects = 1 });
        await desk.Refuses(Errors.Stale, new StateProblem(ticket.Id, "x"), desk.Grace with { Expects = 1 });
        await desk.Refuses(Errors.Stale, new ClassifyTicket(ticket.Id, "Printing", null, null), desk.Grace with { Expects = 1 });
        Assert.Equal(["greeted the customer"], (await desk.Node.Asked(new ShowChanges(ticket.Id, 1), desk.Grace)).Select(e => e.Sentence));
        Assert.Empty(await desk.Node.Asked(new ShowChanges(ticket.Id, 2), desk.Grace));
        Assert.Equal(2, (await desk.Node.Asked(new ShowChanges(ticket.Id, -5), desk.Grace)).Count);
        Assert.Equal(3, (await desk.Done(new StateProblem(ticket.Id, "x"), desk.Grace with { Expects = 2 })).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sixteen_write_on_one_ticket_and_every_word_is_kept(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => desk.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, $"note {i}"), desk.Ada))));
        var stored = await desk.RowIsItsStory(ticket.Id);
        Assert.Equal((17, 16), (stored.Version, stored.Messages));
        var said = (await desk.Show(ticket.Id)).Timeline.Select(e => e.Event).OfType<MessagePosted>().ToList();
        Assert.Equal(Enumerable.Range(1, 16), said.Select(m => m.No));
        Assert.Equal(16, said.Select(m => m.Body).Distinct().Count());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_sixteen_who_saw_the_same_one_is_first(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => desk.Node.Desk.Do(new StateProblem(ticket.Id, $"statement {i}"), desk.Ada with { Expects = 1 }))));
        Assert.Equal(15, results.Count(r => r.Error == Errors.Stale));
        Assert.Equal(2, (await desk.RowIsItsStory(ticket.Id)).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_request_sent_eight_times_at_once_does_once(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Done(TicketDesk.Asking(), desk.Helen with { Key = "k1" }))));
        Assert.Single(opened.Select(t => t.Id).Distinct());
        Assert.Single((await desk.Node.Asked(new ListTickets(new()), desk.Ada)).Rows);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_key_belongs_to_one_request_of_one_person(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var first = await desk.Done(TicketDesk.Asking(), desk.Helen with { Key = "k1" });
        await desk.Refuses(Errors.KeyReused, TicketDesk.Asking("Something else"), desk.Helen with { Key = "k1" });
        Assert.NotEqual(first.Id, (await desk.Done(TicketDesk.Asking("Something else"), desk.Ravi with { Key = "k1" })).Id);
        await desk.Refuses(Errors.KeyTooLong, TicketDesk.Asking(), desk.Helen with { Key = new('k', 201) });
        var said = new SayOnTicket(first.Id, MessageKind.Reply, Visibility.Public, "Hello?");
        await desk.Done(said, desk.Helen with { Key = "k2" });
        Assert.Equal(1, (await desk.Done(said, desk.Helen with { Key = "k2" })).Messages);
    }
}
