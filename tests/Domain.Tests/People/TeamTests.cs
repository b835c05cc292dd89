namespace FirstContact.People;

public sealed class TeamTests
{
    private static readonly TeamDetails Network = new("Network", "Wires and air", ["dns", "wifi"]);
    private static readonly Named<PersonId> Jonas = new(new(7), "Jonas Weber");
    private static readonly Story<Team> ATeam = new Story<Team>(new Team { Id = new(4) }).Given(new TeamAdded(Network));
    private static readonly Story<Team> FirstContact = new Story<Team>(new Team { Id = TeamId.FirstContact }).Given(new TeamAdded(new("First Contact", "", [])));

    [Fact]
    public void A_team_knows_things() => ATeam.When(_ => Team.Add(new(" Network ", "Wires and air ", ["dns", " ", "wifi ", "DNS"]))).Then(new TeamAdded(Network));

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => ATeam.When(_ => Team.Add(new(" ", new('x', 501), [new('x', 61)])))
        .Then(PeopleErrors.NameMissing, PeopleErrors.PurposeTooLong, PeopleErrors.SkillTooLong);

    [Fact]
    public void A_name_has_an_end() => ATeam.When(t => t.Change(Network with { Name = new('x', 81) })).Then(PeopleErrors.TeamNameTooLong);

    [Fact]
    public void A_change_keeps_what_was() => ATeam.When(t => t.Change(Network with { Name = "Network and Access" })).Then(new TeamChanged(Network, Network with { Name = "Network and Access" }));

    [Fact]
    public void A_team_may_be_one_of_first_contact() => ATeam.When(t => t.Change(Network with { FirstContact = true })).Then(new TeamChanged(Network, Network with { FirstContact = true }));

    [Fact]
    public void The_same_again_is_no_change() => ATeam.When(t => t.Change(Network)).ThenNothing();

    [Fact]
    public void People_join_and_leave()
    {
        ATeam.When(t => t.Join(Jonas)).Then(new MemberJoined(Jonas));
        ATeam.Given(new MemberJoined(Jonas)).When(t => t.Join(Jonas)).ThenNothing();
        ATeam.Given(new MemberJoined(Jonas)).When(t => t.Leave(Jonas)).Then(new MemberLeft(Jonas));
        ATeam.When(t => t.Leave(Jonas)).ThenNothing();
    }

    [Fact]
    public void Nobody_joins_a_team_that_is_no_more() => ATeam.Given(new TeamRetired()).When(t => t.Join(Jonas)).Then(PeopleErrors.TeamIsRetired);

    [Fact]
    public void Teams_go_and_come_again()
    {
        ATeam.When(t => t.Retire()).Then(new TeamRetired());
        ATeam.Given(new TeamRetired()).When(t => t.Retire()).ThenNothing();
        ATeam.Given(new TeamRetired()).When(t => t.Restore()).Then(new TeamRestored());
        ATeam.When(t => t.Restore()).ThenNothing();
    }

    [Fact]
    public void First_contact_may_be_renamed_and_never_retired()
    {
        FirstContact.When(t => t.Change(new("Front", "", []))).Then(new TeamChanged(new("First Contact", "", []), new("Front", "", [])));
        FirstContact.When(t => t.Retire()).Then(PeopleErrors.FirstContactStays);
    }

    [Fact]
    public void Where_its_people_are_is_a_time_zone()
    {
        var details = new TeamDetails("Night shift", "", []);
        var team = new Story<Team>(new Team { Id = new(4) }).Given(new TeamAdded(details));
        team.When(t => t.Change(details with { Zone = "Middle/Earth" })).Then(PeopleErrors.ZoneUnknown);
        team.When(t => t.Change(details with { Zone = "America/New_York " })).Then(new TeamChanged(details, details with { Zone = "America/New_York" }));
    }
}
