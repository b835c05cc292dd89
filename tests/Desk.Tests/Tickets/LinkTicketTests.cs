namespace FirstContact.Tickets;

public sealed class LinkTicketTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Both_tickets_show_the_link_and_tell_of_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (one, other) = (await desk.Open(desk.Helen, "Labels come out blank"), await desk.Open(desk.Ravi, "The template was changed"));
        await desk.Done(new LinkTicket(one.Id, Relation.CausedBy, other.Number), desk.Ada);

        var (here, there) = (await desk.Show(one.Id), await desk.Show(other.Id));
        Assert.Equal([(Relation.CausedBy, other.Number, "The template was changed")], here.Links.Select(l => (l.Relation, l.Other.Number, l.Other.Title)));
        Assert.Equal([(Relation.Causes, one.Number, "Labels come out blank")], there.Links.Select(l => (l.Relation, l.Other.Number, l.Other.Title)));
        Assert.Equal($"said that {other.Number} caused it: The template was changed", here.Timeline[^1].Sentence);
        Assert.Equal($"said that it caused {one.Number}: Labels come out blank", there.Timeline[^1].Sentence);
        await desk.RowIsItsStory(one.Id);
        await desk.RowIsItsStory(other.Id);

        await desk.Done(new UnlinkTicket(other.Id, $"{one.Key}"), desk.Grace);
        (here, there) = (await desk.Show(one.Id), await desk.Show(other.Id));
        Assert.Empty(here.Links.Concat(there.Links));
        Assert.Equal($"took the link to {other.Number} off: The template was changed", here.Timeline[^1].Sentence);
        Assert.Equal(3, (await desk.RowIsItsStory(other.Id)).Version);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(0, await read.One("select count(*) from ticket_link", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_no_is_said_at_its_field_and_writes_nothing(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (top, middle, low) = (await desk.Open(desk.Helen), await desk.Open(desk.Helen), await desk.Open(desk.Helen));
        await desk.Done(new LinkTicket(middle.Id, Relation.Parent, top.Number), desk.Ada);
        await desk.Done(new LinkTicket(middle.Id, Relation.Child, low.Number), desk.Ada);

        Assert.Equal([LinkErrors.RelationMissing, LinkErrors.Unknown], await desk.Node.Refused(new LinkTicket(top.Id, null, "INC-999999"), desk.Ada));
        await desk.Refuses(LinkErrors.Unknown, new LinkTicket(top.Id, Relation.Related, "soon"), desk.Ada);
        await desk.Refuses(LinkErrors.Circle, new LinkTicket(top.Id, Relation.Parent, low.Number), desk.Ada);
        await desk.Refuses(LinkErrors.Circle, new LinkTicket(low.Id, Relation.Child, top.Number), desk.Ada);
        await desk.Refuses(LinkErrors.There, new LinkTicket(top.Id, Relation.Parent, middle.Number), desk.Ada);
        // The other one says no: it is the lower of the two.
        await desk.Refuses(LinkErrors.HasParent, new LinkTicket(top.Id, Relation.Child, low.Number), desk.Ada);
        await desk.Refuses(LinkErrors.Unknown, new UnlinkTicket(top.Id, null), desk.Ada);
        await desk.Refuses(LinkErrors.NotLinked, new UnlinkTicket(top.Id, low.Number), desk.Ada);
        await desk.Refuses(TicketErrors.NotFound, new LinkTicket(new(999), Relation.Related, low.Number), desk.Ada);
        await desk.Refuses(Errors.Stale, new LinkTicket(top.Id, Relation.Related, low.Number), desk.Ada with { Expects = 1 });
        Assert.Equal([2, 3, 2], new[] { await desk.RowIsItsStory(top.Id), await desk.RowIsItsStory(middle.Id), await desk.RowIsItsStory(low.Id) }.Select(t => t.Version));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Customers_neither_link_nor_see_other_peoples_tickets(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (hers, his) = (await desk.Open(desk.Helen), await desk.Open(desk.Ravi, "A secret of Ravi"));
        await desk.Done(new LinkTicket(hers.Id, Relation.DuplicateOf, his.Number), desk.Ada);
        var seen = await desk.Show(hers.Id, desk.Helen);
        Assert.Empty(seen.Links);
        Assert.DoesNotContain(seen.Timeline, e => e.Sentence.Contains("secret", StringComparison.Ordinal));
        await desk.Refuses(Errors.Forbidden, new LinkTicket(hers.Id, Relation.Related, his.Number), desk.Helen);
        await desk.Refuses(Errors.Forbidden, new UnlinkTicket(hers.Id, his.Number), desk.Helen);
    }

    /// <summary>Four tickets, and everybody puts each below the next at the same moment: each alone is right, all together would be a circle.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task Many_at_once_close_no_circle(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        for (var round = 0; round < 25; round++)
        {
            var ring = new List<Ticket>();
            for (var i = 0; i < 4; i++) ring.Add(await desk.Open(desk.Helen));
            var results = await Task.WhenAll(ring.Select((ticket, i) => Task.Run(() => desk.Node.Desk.Do(new LinkTicket(ticket.Id, Relation.Parent, ring[(i + 1) % ring.Count].Number), desk.Ada))));
            Assert.Equal([LinkErrors.Circle], results.Select(r => r.Error).OfType<Error>());
        }
    }
}
