using FirstContact.Tickets;

namespace FirstContact.Writing;

public sealed class DraftKeepingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_one_writes_is_kept_and_seen_by_colleagues_until_it_is_nothing_any_more(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Node.Done(new SaveDraft(ticket.Id, "note", [new("note", "Ask R")]), desk.Ada);
        await desk.Node.Done(new SaveDraft(ticket.Id, "note", [new("note", "Ask Ravi")]), desk.Ada);
        Assert.Equal("Ask Ravi", (await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Ada)).Mine!.Words);
        var others = Assert.Single((await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Grace)).Others);
        Assert.Equal(("Ada Byron", "Ask Ravi"), (others.Person.Name, others.Draft.Words));
        Assert.Equal([ticket.Number], (await desk.Node.Asked(new ListDrafts(), desk.Ada)).Select(d => d.Number));
        Assert.Empty(await desk.Node.Asked(new ListDrafts(), desk.Grace));
        Assert.Equal(1, (await desk.Show(ticket.Id)).Ticket.Version);

        await desk.Node.Done(new SaveDraft(ticket.Id, "note", [new("note", " ")]), desk.Ada);
        Assert.Equal((null, 0), (await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Ada)).Mine is var mine ? (mine, (await desk.Node.Asked(new ListDrafts(), desk.Ada)).Count) : default);
        await desk.Refuses(WritingErrors.DraftTooLong, new SaveDraft(ticket.Id, "note", [new("note", new string('x', Draft.LongestText + 1))]), desk.Ada);
        await desk.Refuses(TicketErrors.NotFound, new SaveDraft(new(99), "note", []), desk.Ada);
        await desk.Refuses(Errors.Forbidden, new SaveDraft(ticket.Id, "reply", []), desk.Helen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_colleague_goes_on_with_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Node.Done(new SaveDraft(ticket.Id, "reply", [new("reply", "I looked")]), desk.Ada);
        await desk.Node.Done(new SaveDraft(ticket.Id, "reply", [new("reply", "Hello Helen")]), desk.Grace);
        await desk.Node.Done(new TakeOverDraft(ticket.Id, desk.Ada.Caller.Person), desk.Grace);
        var writing = await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Grace);
        Assert.Equal(("Hello Helen\n\nI looked", 0), (writing.Mine!.Words, writing.Others.Count));
        await desk.Refuses(WritingErrors.DraftNotFound, new TakeOverDraft(ticket.Id, desk.Ada.Caller.Person), desk.Grace);
        Assert.Equal("Hello Helen\n\nI looked", (await desk.Node.Done(new TakeOverDraft(ticket.Id, desk.Grace.Caller.Person), desk.Grace)).Words);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_words_that_came_meanwhile_stop_an_answer(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var seen = desk.Ada with { Expects = 1 };
        await desk.Done(new TagTicket(ticket.Id, ["labels"], []), desk.Grace);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "Mine, from another window"), desk.Ada);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Hello"), seen);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "I know this one"), desk.Grace);
        await desk.Refuses(Errors.Stale, new SendReply(ticket.Id, "Hello again"), seen);
        // The customer cannot read the note, and is not stopped by it.
        await desk.Refuses(Errors.Stale, new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Well?"), desk.Helen with { Expects = 1 });
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Well?"), desk.Helen with { Expects = 4 });
        await desk.Refuses(Errors.Stale, new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "From the future"), desk.Ada with { Expects = 99 });
    }
}
