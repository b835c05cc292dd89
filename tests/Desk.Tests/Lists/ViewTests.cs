using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Lists;

public sealed class ViewTests
{
    private static readonly SaveView Waiting = new(null, "Waiting at Network", Sharing.Nobody, null, [new("status", "waiting"), new("team", "Network")], ["number", "title"], "owner");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_view_is_saved_changed_and_removed(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var saved = await desk.Node.Done(Waiting, desk.Ada);
        var changed = await desk.Node.Done(Waiting with { Id = saved.Id, Name = "Waiting", Sharing = Sharing.Team, Team = "Network" }, desk.Ada);
        await desk.Node.Folds(new View { Id = saved.Id }, changed);
        Assert.Equal(changed, Assert.Single(await desk.Node.Asked(new ListViews(), desk.Ada)));

        var removed = await desk.Node.Done(new RemoveView(saved.Id), desk.Ada);
        await desk.Node.Folds(new View { Id = saved.Id }, removed);
        Assert.Empty(await desk.Node.Asked(new ListViews(), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_seen_by_those_with_whom_it_is_shared(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var mine = await desk.Node.Done(Waiting, desk.Ada);
        await desk.Refuses(ListErrors.ViewNotFound, new SaveView(new(99), "x", Sharing.Nobody, null, [], [], null), desk.Ada);
        Assert.Empty(await desk.Node.Asked(new ListViews(), desk.Grace));
        Assert.Equal(ListErrors.ViewNotFound, (await desk.Node.Desk.Ask(new ShowView(mine.Id), desk.Grace.Caller)).Error);

        await desk.Node.Done(Waiting with { Id = mine.Id, Sharing = Sharing.Team, Team = "Network" }, desk.Ada);
        Assert.Equal(mine.Id, (await desk.Node.Asked(new ShowView(mine.Id), desk.Grace)).Id);
        await desk.Refuses(ListErrors.ViewIsOthers, Waiting with { Id = mine.Id, Name = "Ours" }, desk.Grace);

        await desk.Node.Done(Waiting with { Id = mine.Id, Sharing = Sharing.Team, Team = "First Contact" }, desk.Ada);
        Assert.Empty(await desk.Node.Asked(new ListViews(), desk.Grace));
        await desk.Node.Done(Waiting with { Id = mine.Id, Sharing = Sharing.Everybody }, desk.Ada);
        Assert.Single(await desk.Node.Asked(new ListViews(), desk.Grace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_no_list_knows_is_refused_at_its_field(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Refuses(ListErrors.ConditionUnknown, Waiting with { Conditions = [new("colour", "red")] }, desk.Ada);
        await desk.Refuses(FilterErrors.StatusUnknown, Waiting with { Conditions = [new("status", "asleep")] }, desk.Ada);
        await desk.Refuses(ListErrors.ColumnUnknown, Waiting with { Columns = ["colour"] }, desk.Ada);
        await desk.Refuses(ListErrors.GroupUnknown, Waiting with { GroupBy = "colour" }, desk.Ada);
        await desk.Refuses(ListErrors.TeamUnknown, Waiting with { Sharing = Sharing.Team, Team = "Nowhere" }, desk.Ada);
        await desk.Node.Done(Waiting, desk.Ada);
        await desk.Refuses(ListErrors.NameTaken, Waiting with { Name = "waiting AT network" }, desk.Ada);
        Assert.Single(await desk.Node.Asked(new ListViews(), desk.Ada));
        await desk.Node.Done(Waiting, desk.Grace);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Its_count_is_of_now(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var all = await desk.Node.Done(new SaveView(null, "Labels", Sharing.Nobody, null, [new("q", "labels"), new("team", "First Contact")], [], null), desk.Ada);
        var mine = await desk.Node.Done(new SaveView(null, "Mine", Sharing.Nobody, null, [new("assignee", "me"), new("team", "First Contact")], [], null), desk.Ada);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new AssignTicket(ticket.Id, "me"), desk.Ada);
        await Patience.Until(async () => await desk.Node.Asked(new CountViews(), desk.Ada) is var counts && counts[mine.Id] == 1 && counts.ContainsKey(all.Id));
        await desk.Done(new AssignTicket(ticket.Id, ""), desk.Ada);
        await Patience.Until(async () => (await desk.Node.Asked(new CountViews(), desk.Ada))[mine.Id] == 0);
    }
}
