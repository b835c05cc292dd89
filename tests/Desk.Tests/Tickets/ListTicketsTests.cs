using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

public sealed class ListTicketsTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Pages_miss_nothing_and_repeat_nothing_in_any_order(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        // Three at each moment: the key, not the time alone, must carry the page on.
        for (var i = 0; i < 12; i++)
        {
            if (i % 3 == 0) desk.Clock.Pass(Duration.FromMinutes(1));
            var ticket = await desk.Done(TicketDesk.Asking($"Ticket {i}") with { Impact = i % 2 == 0 ? Level.Low : Level.High }, desk.Helen);
            if (i < 9) await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "soon") { Promise = desk.Clock.Now + Duration.FromHours(1 + i / 4) }, desk.Ada);
        }

        foreach (var sort in Enum.GetValues<TicketSort>())
        {
            var all = (await desk.Node.Asked(new ListTickets(new(), sort) { Counted = true }, desk.Ada));
            var paged = new List<long>();
            string? after = null;
            do
            {
                var page = await desk.Node.Asked(new ListTickets(new(), sort, after, Limit: 5), desk.Ada);
                paged.AddRange(page.Rows.Select(r => r.Id));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal((sort == TicketSort.News ? 9 : 12, paged.Count), ((int)all.Total!, all.Rows.Count));
            Assert.Equal(all.Rows.Select(r => r.Id), paged);
            Assert.Equal(InOrder(all.Rows, sort).Select(r => r.Id), paged);
        }
    }

    private static IEnumerable<TicketRow> InOrder(IEnumerable<TicketRow> rows, TicketSort sort) => sort switch
    {
        TicketSort.News => rows.OrderBy(r => r.PromisedAt).ThenBy(r => r.Id),
        // Nothing is agreed on this desk.
        TicketSort.Due => rows.OrderBy(r => r.Id),
        TicketSort.Opened => rows.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id),
        TicketSort.Updated => rows.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id),
        _ => rows.OrderBy(r => r.Priority.Rank).ThenBy(r => r.OpenedAt).ThenBy(r => r.Id),
    };

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_filter_keeps_its_own(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var start = desk.Clock.Now;
        var full = await desk.Done(TicketDesk.Asking("Full") with { Kind = TicketKind.Request, Service = "Labels", Category = "Printing", RequestClass = "Software", Impact = Level.High, Urgency = Level.High }, desk.Helen);
        await desk.Done(new ChangeTicket(full.Id) { Tags = ["floor 2"] }, desk.Ada);
        await desk.Done(new AssignTicket(full.Id, TicketDesk.Graces), desk.Ada);
        await desk.Done(new WaitOnTicket(full.Id, WaitFor.Other, "why not", false, null), desk.Grace);
        desk.Clock.Pass(Duration.FromDays(1));
        var plain = await desk.Open(desk.Ravi, "Plain");
        var over = await desk.Open(desk.Ravi, "Over");
        await desk.Done(new CancelTicket(over.Id, "x"), desk.Ravi);

        foreach (var only in (TicketFilter[])
        [
            new() { Status = "waiting" }, new() { Status = "waiting,closed" }, new() { Team = "network" }, new() { Assignee = TicketDesk.Graces }, new() { Customer = TicketDesk.Helens }, new() { Service = "labels" },
            new() { Category = "PRINTING" }, new() { RequestClass = "software" }, new() { Priority = "p1" }, new() { Kind = "request" }, new() { Tag = "Floor 2" }, new() { OpenedBefore = start + Duration.FromHours(1) },
            new() { Customer = $"{TestDatabase.Helen.Value}" },
        ]) Assert.Equal((only, "Full"), (only, string.Join(", ", await Titles(only, desk.Ada))));

        Assert.Equal(["Full"], await Titles(new() { Assignee = "me" }, desk.Grace));
        Assert.Equal(["Plain", "Over"], await Titles(new() { OpenedAfter = start + Duration.FromHours(1) }, desk.Ada));
        Assert.Equal(["Plain", "Over"], await Titles(new() { Assignee = "nobody" }, desk.Ada));
        Assert.Equal(["Full", "Plain"], await Titles(new() { Status = "open" }, desk.Ada));
        Assert.Equal(["Full", "Plain"], await Titles(new() { Status = "new, inProgress, waiting" }, desk.Ada));
        Assert.Equal(["Full", "Plain", "Over"], await Titles(new() { Status = "open,cancelled" }, desk.Ada));
        Assert.Equal(["Full", "Plain", "Over"], await Titles(new() { Status = "all" }, desk.Ada));
        Assert.Equal(["Plain"], await Titles(new() { Customer = TicketDesk.Ravis, Status = "open", Priority = "p3" }, desk.Ada));
        Assert.Equal(["Plain"], await Titles(new() { Customer = "me", Status = "open" }, desk.Ravi));
        Assert.Equal(plain.Number, (await desk.Node.Asked(new ListTickets(new() { Status = "new" }), desk.Ada)).Rows.Single().Number);

        async Task<IEnumerable<string>> Titles(TicketFilter filter, Call by) => (await desk.Node.Asked(new ListTickets(filter), by)).Rows.Select(r => r.Title);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_retired_is_still_looked_for(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var old = await desk.Done(TicketDesk.Asking("Old") with { Service = "Labels", Category = "Printing", RequestClass = "Software" }, desk.Helen);
        await desk.Open(desk.Ravi, "Another");
        var setUp = new Call(Caller.Desk, "test");
        await desk.Node.Done(new RetireTeam(old.Team), setUp);
        await desk.Node.Done(new RetireService(old.Service!.Value), setUp);
        await desk.Node.Done(new RetireCategory(old.Category!.Value), setUp);
        await desk.Node.Done(new RetireClass(old.Class!.Value), setUp);
        foreach (var filter in (TicketFilter[])[new() { Team = "Network" }, new() { Team = $"{old.Team.Value}" }, new() { Service = "labels" }, new() { Category = "printing" }, new() { RequestClass = "Software" }, new() { Q = "team:network" }])
            Assert.Equal((filter, "Old"), (filter, (await desk.Node.Asked(new ListTickets(filter), desk.Ada)).Rows.Single().Title));

        // Nobody can choose it any more.
        await desk.Refuses(TicketErrors.CategoryUnknown, TicketDesk.Asking() with { Category = "Printing" }, desk.Helen);
        await desk.Refuses(TicketErrors.TeamUnknown, new MoveTicket(old.Id, "Network"), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_no_filter_can_mean_is_refused_at_its_field(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await Refused(new ListTickets(new() { Status = "parked", Team = "Choir", Service = "Tea", Category = "Weather", RequestClass = "Wish", Customer = "x", Assignee = "y", Priority = "p9", Kind = "wish" }),
            FilterErrors.StatusUnknown, TicketErrors.TeamUnknown, TicketErrors.ServiceUnknown, TicketErrors.CategoryUnknown, TicketErrors.ClassUnknown, TicketErrors.PersonUnknown.At("customer"),
            TicketErrors.PersonUnknown.At("assignee"), TicketErrors.PriorityInvalid, FilterErrors.KindUnknown);
        foreach (var number in (string[])["1", "-1", "+1", "' or 1=1 --"])
            await Refused(new ListTickets(new() { Status = number, Kind = number }), FilterErrors.StatusUnknown, FilterErrors.KindUnknown);
        await Refused(new ListTickets(new(), Limit: 0), FilterErrors.LimitInvalid);
        await Refused(new ListTickets(new(), Limit: 201), FilterErrors.LimitInvalid);
        foreach (var sort in Enum.GetValues<TicketSort>())
            foreach (var cursor in (string[])["x", "1", "1.2.3.4", "a.b.c", "1.-2.3", "9223372036854775807.9223372036854775807", "1.9223372036854775807.1", "99999999999999999999.1"])
                await Refused(new ListTickets(new(), sort, cursor), FilterErrors.CursorInvalid);

        async Task Refused(ListTickets query, params Error[] errors) => Assert.Equal(errors, (await desk.Node.Desk.Ask(query, desk.Ada.Caller)).Error?.All);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Counts_stand_beside_the_navigation(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (one, two, three) = (await desk.Open(desk.Helen), await desk.Open(desk.Helen), await desk.Open(desk.Ravi));
        Assert.Equal(new TicketCounts(3, 3, 0, 0, 0), await desk.Node.Asked(new CountTickets(), desk.Ada));
        await desk.Resolve(one.Id);
        await desk.Done(new AssignTicket(two.Id, "me"), desk.Ada);
        await desk.Done(new WaitOnTicket(three.Id, WaitFor.Other, "x", false, null), desk.Ada);
        Assert.Equal(new TicketCounts(2, 1, 1, 1, 1), await desk.Node.Asked(new CountTickets(), desk.Ada));
        Assert.Equal(0, (await desk.Node.Asked(new CountTickets(), desk.Grace)).Mine);
    }
}
