namespace FirstContact.People;

public sealed class TeamTests
{
    private static readonly Call Manager = Node.With(PeoplePermissions.ManageTeams, PeoplePermissions.See);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_team_from_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddTeam("Network", "Wires", ["dns"]), Manager);
        await node.Done(new ChangeTeam(added.Id) { Name = "Network and Access", Purpose = "Wires and doors", Skills = ["dns", "wifi"], FirstContact = true }, Manager);
        await node.Done(new JoinTeam(added.Id, TestDatabase.HelensAddress), Manager);
        await node.Done(new JoinTeam(added.Id, "1"), Manager);
        await node.Done(new LeaveTeam(added.Id, TestDatabase.HelensAddress), Manager);
        await node.Done(new RetireTeam(added.Id), Manager);
        var team = await node.Done(new RestoreTeam(added.Id), Manager);

        Assert.Equal(7, (await node.Folds(new Team { Id = added.Id }, team)).Count);
        var rows = await node.Asked(new ListTeams());
        Assert.Equal(new TeamRow(added.Id, 7, "Network and Access", "Wires and doors", ["dns", "wifi"], [TestDatabase.Ada], true, true, null), rows.Named("network AND access"));
        Assert.Equal(("First Contact", true), rows.Named("1") is { } first ? (first.Name, first.FirstContact) : default);
        Assert.Equal([new(TestDatabase.Ada, "Ada Byron")], (await node.Asked(new ShowTeam(added.Id))).Members);
        Assert.Null(rows.Named(null));
        Assert.Equal("Network and Access", Assert.Single((await node.Asked(new ShowPerson(TestDatabase.Ada))).Teams).Name);
        await using var read = await node.Database.Read();
        Assert.Equal([TestDatabase.Ada.Value], await read.List("select person from team_member where team = @team", r => r.GetInt64(0), ("@team", added.Id)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_done_to_a_team(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var network = await node.Done(new AddTeam("Network", "", []), Manager);
        Assert.Equal([PeopleErrors.TeamNameTaken], await node.Refused(new AddTeam(" network", "", []), Manager));
        Assert.Equal([PeopleErrors.TeamNameTaken], await node.Refused(new ChangeTeam(network.Id) { Name = "FIRST contact" }, Manager));
        Assert.Equal([PeopleErrors.PersonUnknown], await node.Refused(new JoinTeam(network.Id, "nobody@harrow.example"), Manager));
        Assert.Equal([PeopleErrors.PersonUnknown], await node.Refused(new LeaveTeam(network.Id, "99"), Manager));
        Assert.Equal([PeopleErrors.FirstContactStays], await node.Refused(new RetireTeam(TeamId.FirstContact), Manager));
        Assert.Equal([PeopleErrors.TeamNotFound], await node.Refused(new RestoreTeam(new(99)), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Several_changes_at_once_happen_all_or_not_at_all(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var before = await node.Asked(new ShowTeam(TeamId.FirstContact), Manager);
        Assert.Equal([PeopleErrors.FirstContactStays], await node.Refused(new ChangeTeam(TeamId.FirstContact) { Purpose = "Never kept", Active = false }, Manager));
        Assert.Equal(before.Team, (await node.Asked(new ShowTeam(TeamId.FirstContact), Manager)).Team);

        var unit = await node.Done(new AddUnit("Northgate", "Plants"), Manager);
        Assert.Equal([PeopleErrors.SegmentTooLong], await node.Refused(new ChangeUnit(unit.Id) { Segment = new string('x', 81), Active = false }, Manager));
        Assert.Equal(unit, await node.Done(new ChangeUnit(unit.Id), Manager));
        Assert.Equal(("Northgate", "Sea", false, 3), await node.Done(new ChangeUnit(unit.Id) { Segment = "Sea", Active = false }, Manager) is var now ? (now.Name, now.Segment, now.Active, now.Version) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_unit_from_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var added = await node.Done(new AddUnit("Northgate", "Plants"), Manager);
        await node.Done(new ChangeUnit(added.Id) { Name = "Eastmoor", Segment = "Plants" }, Manager);
        await node.Done(new RetireUnit(added.Id), Manager);
        Assert.Null((await node.Asked(new ListUnits(), Manager)).Named("Eastmoor"));
        var unit = await node.Done(new RestoreUnit(added.Id), Manager);

        Assert.Equal(4, (await node.Folds(new Unit { Id = added.Id }, unit)).Count);
        Assert.Equal(new UnitRow(added.Id, 4, "Eastmoor", "Plants", true, null, null), (await node.Asked(new ListUnits(), Manager)).Named("eastmoor"));
        Assert.Equal([PeopleErrors.UnitNameTaken], await node.Refused(new AddUnit("eastmoor ", ""), Manager));
        var other = await node.Done(new AddUnit("Lindholm", ""), Manager);
        Assert.Equal([PeopleErrors.UnitNameTaken], await node.Refused(new ChangeUnit(other.Id) { Name = "Eastmoor" }, Manager));
        Assert.Equal([PeopleErrors.UnitNotFound], await node.Refused(new RetireUnit(new(99)), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var first = TeamId.FirstContact;
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddTeam("N", "", []), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeTeam(first) { Name = "N" }, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new JoinTeam(first, "1"), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new LeaveTeam(first, "1"), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RetireTeam(first), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RestoreTeam(first), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddUnit("N", ""), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeUnit(new(1)) { Name = "N" }, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RetireUnit(new(1)), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RestoreUnit(new(1)), Node.With()));
    }
}
