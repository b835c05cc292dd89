namespace FirstContact.Tickets;

public sealed class TagTicketTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Tags_come_and_go_and_what_is_told_of_it_is_the_same_fresh_or_read(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new TagTicket(ticket.Id, ["Line3", "urgent"], []), desk.Ada);
        var after = await desk.Done(new TagTicket(ticket.Id, ["wifi"], ["URGENT"]), desk.Ada);
        Assert.Equal(["line3", "wifi"], (await desk.RowIsItsStory(ticket.Id)).Tags);
        await desk.Refuses(TicketErrors.TooManyTags, new TagTicket(ticket.Id, [new string('t', 41)], []), desk.Ada);

        var fresh = await desk.Node.Asked(new DescribeTicket(ticket.Id, after), desk.Ada);
        var read = await desk.Node.Asked(new DescribeTicket(ticket.Id), desk.Ada);
        Assert.Equal((read.Ticket, read.Names, read.Team, read.Customer), (fresh.Ticket, fresh.Names, fresh.Team, fresh.Customer));
        Assert.Empty(read.Timeline);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new DescribeTicket(ticket.Id), desk.Ravi.Caller)).Error);
    }
}
