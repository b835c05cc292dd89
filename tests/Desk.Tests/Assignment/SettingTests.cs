using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class SettingTests
{
    private static readonly WayDetails Turns = WayDetails.Usual with { Way = AssignWay.RoundRobin };

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_way_of_a_team_is_kept_and_told(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.Balanced, most: 6);
        var details = new WayDetails(AssignWay.RoundRobin, 5, SkillDemand.Required, [new(plant.Members[1].Caller.Person, 0)]);
        var changed = await plant.Goes(details);
        Assert.Equal((2, details), (changed.Version, changed.Details));
        var shown = await plant.Desk.Node.Asked(new ShowTeamWay(plant.Team), plant.Members[0]);
        Assert.Equal((changed, false), (shown.Way, shown.May));
        Assert.Equal(["Aiko Tester", "Ben Tester", "Cem Tester"], shown.Members.Select(m => m.Person.Name));
        Assert.Equal(2, (await plant.Desk.Node.Folds(new TeamWay { Id = plant.Team }, changed)).Count);
        Assert.Equal([Errors.Stale], await plant.Desk.Node.Refused(new ChangeTeamWay(plant.Team, Turns), AssignmentDesk.SetUp with { Expects = 1 }));
        Assert.Equal([Errors.Stale], await plant.Desk.Node.Refused(new ChangeTeamWay(TeamId.FirstContact, Turns), AssignmentDesk.SetUp with { Expects = 1 }));
        Assert.Equal(new TeamWay { Id = TeamId.FirstContact }, (await plant.Desk.Node.Asked(new ShowTeamWay(TeamId.FirstContact), plant.Members[0])).Way);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_lead_says_how_his_own_team_assigns_and_no_other(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        var lead = TicketDesk.As(plant.Members[0].Caller.Person, "Aiko Tester", Role.Agent, Role.TeamLead);
        var coordinator = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.ServiceCoordinator);
        await plant.Desk.Node.Done(new ChangeTeamWay(plant.Team, Turns), lead);
        await plant.Desk.Node.Done(new ChangeTeamWay(plant.Team, WayDetails.Usual), coordinator);
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new ChangeTeamWay(TeamId.FirstContact, Turns), lead));
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new ChangeTeamWay(plant.Team, Turns), plant.Members[0]));
        Assert.True((await plant.Desk.Node.Asked(new ShowTeamWay(plant.Team), lead)).May);

        await plant.Desk.Node.Done(new ChangeAvailability(plant.Members[1].Caller.Person) { Hours = AssignmentDesk.Office }, lead);
        await plant.Desk.Node.Done(new ChangeAvailability(plant.Members[1].Caller.Person) { Taking = false }, coordinator);
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new ChangeAvailability(TestDatabase.Ada) { Taking = false }, lead));
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new ChangeAvailability(plant.Members[1].Caller.Person) { Taking = true }, plant.Members[0]));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_is_refused(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        var node = plant.Desk.Node;
        Assert.Equal([AssignmentErrors.MostInvalid], await node.Refused(new ChangeTeamWay(plant.Team, Turns with { Most = 0 }), AssignmentDesk.SetUp));
        Assert.Equal([AssignmentErrors.NotAMember.At("members[0].most")], await node.Refused(new ChangeTeamWay(plant.Team, Turns with { Members = [new(TestDatabase.Ada, 3)] }), AssignmentDesk.SetUp));
        Assert.Equal([PeopleErrors.TeamNotFound], await node.Refused(new ChangeTeamWay(new(99), Turns), AssignmentDesk.SetUp));
        Assert.Equal([PeopleErrors.NotFound], await node.Refused(new ChangeAvailability(new(99)) { Taking = false }, AssignmentDesk.SetUp));
        Assert.Equal([AssignmentErrors.ZoneUnknown, AssignmentErrors.SkillsInvalid], await node.Refused(new ChangeAvailability(plant.Members[0].Caller.Person) { Hours = AssignmentDesk.Office with { Zone = "Nowhere" }, Skills = [new('x', 61)] }, plant.Members[0]));
        Assert.Equal([TicketErrors.CategoryUnknown.At("category-99"), TicketErrors.ServiceUnknown.At("service-99")], await node.Refused(new ChangeSkillNeeds([new("vpn", Category: new(99)), new("vpn", Service: new(99))]), AssignmentDesk.SetUp));
        Assert.Equal([AssignmentErrors.NeedInvalid.At("category-1")], await node.Refused(new ChangeSkillNeeds([new(" ", Category: new(1))]), AssignmentDesk.SetUp));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_left_the_team_needs_no_exception_any_more(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        var details = Turns with { Members = [new(plant.Members[0].Caller.Person, 3), new(plant.Members[1].Caller.Person, 4)] };
        await plant.Goes(details);
        await plant.Desk.Node.Done(new LeaveTeam(plant.Team, "aiko@harrow.example"), AssignmentDesk.SetUp);
        Assert.Equal([new MemberMost(plant.Members[1].Caller.Person, 4)], (await plant.Goes(details)).Details.Members);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Somebodys_time_is_kept_and_told(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        var me = plant.Members[0];
        Assert.Equal((new Availability { Id = me.Caller.Person }, true), await Shown("me"));
        var said = await plant.Says(0, c => c with { Hours = AssignmentDesk.Office, Taking = false, Skills = ["vpn", "wi-fi"] });
        Assert.Equal((said, true), await Shown("me"));
        Assert.Equal((said, true), await Shown("aiko@harrow.example"));
        Assert.Equal(["vpn"], (await plant.Desk.Node.Asked(new ShowAvailability("me"), me)).TeamSkills);
        Assert.Equal(3, (await plant.Desk.Node.Folds(new Availability { Id = me.Caller.Person }, said)).Count);
        var again = await plant.Says(0, c => c with { Hours = new("", []) });
        Assert.Equal((null, false, 2), (again.Hours, again.Taking, again.Skills.Count));
        Assert.False((await plant.Desk.Node.Asked(new ShowAvailability($"{TestDatabase.Ada.Value}"), me)).May);
        Assert.Equal(PeopleErrors.NotFound, (await plant.Desk.Node.Desk.Ask(new ShowAvailability("nobody@harrow.example"), me.Caller)).Error);

        async Task<(Availability, bool)> Shown(string who) => await plant.Desk.Node.Asked(new ShowAvailability(who), me) is var view ? (view.Time, view.May) : default;
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Which_skill_is_asked_for_is_kept(string engine)
    {
        await using var plant = await AssignmentDesk.Fresh(engine, AssignWay.ByHand);
        Assert.Equal(SkillNeeds.Usual, await plant.Desk.Node.Asked(new ShowSkillNeeds(), plant.Members[0]));
        var changed = await plant.Desk.Node.Done(new ChangeSkillNeeds([new("vpn", Category: new(1))]), AssignmentDesk.SetUp);
        Assert.Equal(changed, await plant.Desk.Node.Asked(new ShowSkillNeeds(), plant.Members[0]));
        await plant.Desk.Node.Folds(SkillNeeds.Usual, changed);
    }
}
