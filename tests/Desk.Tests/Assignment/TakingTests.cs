using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class TakingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_next_is_the_most_urgent_then_what_was_promised_then_the_oldest(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.PullNext);
        var old = await plant.Open("Old");
        plant.Desk.Clock.Pass(Duration.FromMinutes(1));
        var promised = await plant.Open("Promised");
        await plant.Desk.Done(new SayOnTicket(promised.Id, MessageKind.Reply, Visibility.Public, "Soon") { Promise = plant.Desk.Clock.Now + Duration.FromHours(2) }, plant.Desk.Ada);
        var urgent = await plant.Open("Urgent", o => o with { Impact = Level.High });
        var waits = await plant.Open("Waits", o => o with { Impact = Level.High, Urgency = Level.High });
        await plant.Desk.Done(new WaitOnTicket(waits.Id, WaitFor.Supplier, "ordered", false, null), plant.Desk.Ada);
        var elsewhere = await plant.Desk.Open(plant.Desk.Helen);
        var aside = await plant.Open("Aside", o => o with { Impact = Level.High, Urgency = Level.High });
        await plant.Desk.Done(new SnoozeTicket(aside.Id, plant.Desk.Clock.Now + Duration.FromHours(3)), plant.Members[0]);

        Assert.Equal([urgent.Id, promised.Id, old.Id, null], [await Next(plant), await Next(plant), await Next(plant), await Next(plant)]);
        Assert.Null((await plant.Of(elsewhere)).Assignee);
        Assert.Equal(aside.Id, await Next(plant, 1));
        var taken = await plant.Desk.RowIsItsStory(urgent.Id);
        Assert.Equal((plant.Members[0].Caller.Person, new ChosenWhy(AssignWay.PullNext, 3, 3)), (taken.Assignee, taken.Chosen));
        Assert.Equal("asked for the next one and got it: the most urgent of 3 that suit, of 3 that nobody had", (await plant.Desk.Show(urgent.Id)).Timeline[^1].Sentence);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Ten_who_press_at_once_get_ten_different_ones_on_two_nodes(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.PullNext, members: 10);
        for (var i = 0; i < 8; i++) await plant.Open($"No {i}");
        await using var other = await Node.Start(plant.Desk.Node.Connection, plant.Desk.Clock);
        var got = await Task.WhenAll(plant.Members.Select((m, i) => Task.Run(() => (i % 2 == 0 ? plant.Desk.Node : other).Done(new TakeNext(), m))));
        var taken = got.Select(g => g.Ticket?.Id).OfType<TicketId>().ToList();
        Assert.Equal((8, 8, 2), (taken.Count, taken.Distinct().Count(), got.Count(g => g.Ticket is null)));
        foreach (var (ticket, by) in got.Zip(plant.Members).Where(g => g.First.Ticket is not null).Select(g => (g.First.Ticket!, g.Second)))
            Assert.Equal((by.Caller.Person, 3), ((await plant.Of(ticket)).Assignee, (await plant.Of(ticket)).Version));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_others_can_do_better_comes_last_or_not_at_all(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.PullNext);
        await plant.Desk.Node.Done(new ChangeSkillNeeds([new("vpn", Category: new(1)), new("nobody's", Service: new(1))]), AssignmentDesk.SetUp);
        await plant.Says(1, c => c with { Skills = ["vpn"] });
        var asking = await plant.Open("Remote", o => o with { Category = "Printing", Impact = Level.High });
        var (plain, nobodys) = (await plant.Open(), await plant.Open("Labels", o => o with { Service = "Labels" }));
        await plant.Goes(WayDetails.Usual with { Way = AssignWay.PullNext, Skill = SkillDemand.Required });
        Assert.Equal([plain.Id, nobodys.Id, null], [await Next(plant), await Next(plant), await Next(plant)]);
        await plant.Goes(WayDetails.Usual with { Way = AssignWay.PullNext });
        await plant.Open();
        Assert.NotEqual(asking.Id, await Next(plant));
        Assert.Equal(asking.Id, await Next(plant));

        await plant.Desk.Done(new AssignTicket(asking.Id, null), plant.Members[0]);
        Assert.Equal(asking.Id, await Next(plant, 1));
        Assert.Equal((true, "vpn"), ((await plant.Of(asking)).Chosen!.Skilled, (await plant.Of(asking)).Chosen!.Skill));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nobody_helps_himself_where_somebody_gives_out_by_hand_or_where_he_is_not_a_member(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        await plant.Open();
        Assert.Null(await Next(plant));
        Assert.False((await plant.Desk.Node.Asked(new ShowPulling(), plant.Members[0])).Offered);
        await plant.Goes(WayDetails.Usual with { Way = AssignWay.PullNext });
        Assert.Null((await plant.Desk.Node.Done(new TakeNext(), plant.Desk.Ada)).Ticket);
        Assert.Equal(new(Offered: true, Taking: true), await plant.Desk.Node.Asked(new ShowPulling(), plant.Members[0]));
        await plant.Says(0, c => c with { Taking = false });
        Assert.Equal(new(Offered: true, Taking: false), await plant.Desk.Node.Asked(new ShowPulling(), plant.Members[0]));
        // Whoever asks gets, whatever the desk may give him by itself.
        Assert.NotNull(await Next(plant));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_press_sent_twice_takes_once(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.PullNext);
        await plant.Open();
        await plant.Open();
        var me = plant.Members[0] with { Key = "k" };
        Assert.Equal((await plant.Desk.Node.Done(new TakeNext(), me)).Ticket!.Id, (await plant.Desk.Node.Done(new TakeNext(), me)).Ticket!.Id);
        Assert.NotNull(await Next(plant));
        Assert.Null(await Next(plant));
    }

    private static async Task<TicketId?> Next(AssignmentDesk plant, int member = 0) => (await plant.Desk.Node.Done(new TakeNext(), plant.Members[member])).Ticket?.Id;
}
