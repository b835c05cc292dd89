using System.Net;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class AssignmentPagesTests : IAsyncLifetime
{
    private const string Way = "/settings/teams/1/assignment", Mine = "/me/availability", Skills = "/settings/skills";
    private readonly TestServer _server = new();
    private Person _maya = null!;
    private Browser _administrator = null!, _agent = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _administrator = await _server.Browser(Role.Administrator);
        (_agent, _maya) = (await _server.Browser(Role.Agent), (await _server.Desk.Ask(new ShowPerson("person2@harrow.example"), Caller.Desk)).Value!.Person);
        await _server.Done(new JoinTeam(TeamId.FirstContact, _maya.Email));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_way_of_a_team_is_set_and_refused_at_its_fields()
    {
        var page = await _administrator.Open(Way);
        var most = $"most-{_maya.Key}";
        var wrong = await _administrator.Send(page, Way, ("way", "RoundRobin"), ("most", "many"), (most, "-3"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AssignmentErrors.MostInvalid.Message, AssignmentErrors.MemberMostInvalid.Message), (wrong.Status, wrong.Wrong("most"), wrong.Wrong(most)));
        Assert.Contains(("most", "many"), wrong.Form(Way));
        Assert.Contains((most, "-3"), wrong.Form(Way));
        var none = await _administrator.Send(page, Way, ("way", "by lot"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains(AssignmentErrors.WayUnknown.Message, none.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Ask(new ShowTeamWay(TeamId.FirstContact))).Way.Version);

        var saved = await _administrator.Send(page, Way, ("way", "Balanced"), ("most", "8"), ("skill", "Required"), (most, "4"));
        Assert.Equal((HttpStatusCode.SeeOther, Way), (saved.Status, saved.Location));
        Assert.Equal(new WayDetails(AssignWay.Balanced, 8, SkillDemand.Required, [new(_maya.Id, 4)]), (await Ask(new ShowTeamWay(TeamId.FirstContact))).Way.Details);
        var stale = await _administrator.Send(page, Way, ("way", "ByHand"), ("version", "7"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Way Balanced", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_lead_the_team_reads_its_way()
    {
        var page = await _agent.Open(Way);
        Assert.False(page.HasForm(Way));
        Assert.Contains("By hand", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(Way, [.. (await _administrator.Open(Way)).Form(Way).Where(f => f.Name != "_form"), .. (await _agent.Open(Mine)).Form(Mine).Where(f => f.Name == "_form")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.Open("/settings/teams/99/assignment")).Status);
        var customer = await _server.Browser(Role.Customer);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(Way)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(Mine)).Status);
    }

    [Fact]
    public async Task Ones_own_hours_are_set_and_refused_at_their_day()
    {
        var page = await _agent.Open(Mine);
        Assert.Contains(("zone", "UTC"), page.Form(Mine));
        var wrong = await _agent.Send(page, Mine, ("monday-from", "08:00"), ("tuesday-from", "soon"), ("tuesday-to", "late"), ("wednesday-from", "08:00"), ("wednesday-to", "16:00"), ("zone", "Nowhere"), ("skills", new string('x', 61)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AssignmentErrors.HoursInvalid.Message, AssignmentErrors.HoursInvalid.Message, null), (wrong.Status, wrong.Wrong("monday"), wrong.Wrong("tuesday"), wrong.Wrong("wednesday")));
        Assert.Equal((AssignmentErrors.ZoneUnknown.Message, AssignmentErrors.SkillsInvalid.Message), (wrong.Wrong("zone"), wrong.Wrong("skills")));
        Assert.Contains(("tuesday-from", "soon"), wrong.Form(Mine));
        Assert.Equal(0, (await Ask(new ShowAvailability(_maya.Email))).Time.Version);

        var saved = await _agent.Send(page, Mine, ("monday-from", "08:00"), ("monday-to", "16:30"), ("zone", "Europe/London"), ("skills", "vpn, wi-fi"));
        Assert.Equal((HttpStatusCode.SeeOther, Mine), (saved.Status, saved.Location));
        var time = (await Ask(new ShowAvailability(_maya.Email))).Time;
        Assert.Equal((true, new("Europe/London", [new(IsoDayOfWeek.Monday, new(8, 0), new(16, 30))]), ["vpn", "wi-fi"]), (time.Taking, time.Hours, time.Skills));
        Assert.Contains("Monday 08:00–16:30, Europe/London · vpn, wi-fi", (await _administrator.Open(Way)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_nothing_new_is_reminded_and_takes_again_at_one_press()
    {
        var page = await _agent.Open(Mine);
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(Mine, page.Form(Mine).Where(f => f.Name != "taking"))).Status);
        Assert.False((await Ask(new ShowAvailability(_maya.Email))).Time.Taking);
        var home = await _agent.Open("/");
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(home, $"{Mine}/taking")).Status);
        Assert.True((await Ask(new ShowAvailability(_maya.Email))).Time.Taking);
        Assert.False((await _agent.Open("/")).HasForm($"{Mine}/taking"));
    }

    [Fact]
    public async Task A_lead_sets_the_hours_of_his_people_and_an_agent_reads_them()
    {
        var others = $"/settings/people/{_maya.Key}/availability";
        var saved = await _administrator.Send(await _administrator.Open(others), others, ("friday-from", "09:00"), ("friday-to", "12:00"), ("zone", "Europe/Berlin"));
        Assert.Equal((HttpStatusCode.SeeOther, others), (saved.Status, saved.Location));
        var another = await _server.Browser(Role.Agent);
        var read = await another.Open(others);
        Assert.False(read.HasForm(others));
        Assert.Contains("Friday 09:00–12:00, Europe/Berlin", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needed_skills_are_set_and_refused_at_their_category()
    {
        var category = await _server.Done(new Services.AddCategory("Remote access"));
        var field = new SkillNeed("", Category: category.Id).Field();
        var page = await _administrator.Open(Skills);
        var wrong = await _administrator.Send(page, Skills, (field, new string('x', 61)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AssignmentErrors.NeedInvalid.Message), (wrong.Status, wrong.Wrong(field)));
        Assert.Equal(0, (await Ask(new ShowSkillNeeds())).Version);
        Assert.Equal(HttpStatusCode.SeeOther, (await _administrator.Send(page, Skills, (field, "vpn"))).Status);
        Assert.Equal([new SkillNeed("vpn", category.Id)], (await Ask(new ShowSkillNeeds())).Needs);
        Assert.False((await _agent.Open(Skills)).HasForm(Skills) && (await _agent.Open(Skills)).Html.Contains("Save the skills", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_one_is_asked_for_from_every_page_where_a_team_wants_it_so()
    {
        var ticket = await _server.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "Dark", "Words", _maya.Email, Level.Low, Level.Low));
        Assert.False((await _agent.Open("/")).HasForm("/next-ticket"));
        await _server.Done(new ChangeTeamWay(TeamId.FirstContact, WayDetails.Usual with { Way = AssignWay.PullNext }));
        var settings = await _agent.Open("/settings");
        var taken = await _agent.Send(settings, "/next-ticket");
        Assert.Equal((HttpStatusCode.SeeOther, $"/t/{ticket.Number}"), (taken.Status, taken.Location));
        var shown = await _agent.Open($"/t/{ticket.Number}");
        Assert.Contains("Why me", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Asked for the next one: the most urgent of 1 that suited, of 1 that nobody had", shown.Text, StringComparison.Ordinal);
        var none = await _agent.Send(settings, "/next-ticket");
        Assert.Equal("/?next=none", none.Location);
        Assert.Contains("There is no next one.", (await _agent.Open(none.Location!)).Text, StringComparison.Ordinal);
    }

    private async Task<T> Ask<T>(IQuery<T> query) => (await _server.Desk.Ask(query, Caller.Desk)).Value!;
}
