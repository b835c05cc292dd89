using System.Net;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>The same by forms, without scripts.</summary>
public sealed class TogetherPagesTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private Browser _first = null!, _network = null!, _administrator = null!;
    private HttpClient _customer = null!;
    private string _networker = "";

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _first = await _server.Browser(Role.Agent);
        await Join(1, "person1@harrow.example");
        _network = await _server.Browser(Role.Agent, Role.TeamLead);
        await _server.Done(new AddTeam("Network", "", ["dns"]));
        await Join(2, _networker = "person2@harrow.example");
        _administrator = await _server.Browser(Role.Administrator);
        _customer = await _server.Program(Role.Customer);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_teams_hand_it_to_and_fro_and_are_brought_together()
    {
        var at = await Ticket();
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(await _first.Open(at), $"{at}/messages", ("mode", "handover"), ("handTo", "Network"), ("handAsked", "Look at the switch"), ("handPromised", "News at noon"))).Status);
        Assert.Contains("Network to accept", (await _first.Open("/tickets")).Text, StringComparison.Ordinal);
        var pending = await _network.Open(at);
        Assert.Contains("News at noon", pending.Text, StringComparison.Ordinal);
        Assert.Contains("Network to accept", pending.Text, StringComparison.Ordinal);
        await _network.Send(pending, $"{at}/handovers/1/acceptance");

        var judging = await _network.Open(at);
        Assert.False((await _first.Open(at)).HasForm($"{at}/handovers/1/completeness"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _network.Send(judging, $"{at}/handovers/1/completeness", ("complete", "no"), ("judgeLacked", "Device"), ("judgeWords", ""))).Status);
        var told = await _network.Open(at);
        Assert.Contains("something was missing when First Contact handed it over: which device", told.Text, StringComparison.Ordinal);
        // Whoever is about to send it back is told before.
        Assert.Contains("First Contact had it just before Network: handing it back makes it go back and forth.", told.Text, StringComparison.Ordinal);
        Assert.Contains("First Contact: had it just before", told.Text, StringComparison.Ordinal);
        await _network.Send(told, $"{at}/messages", ("mode", "handover"), ("handTo", "First Contact"), ("handAsked", "It is the printer"));
        var about = await _first.Open(at);
        Assert.Contains("It would go back and forth", about.Text, StringComparison.Ordinal);

        var bare = await _first.Send(about, $"{at}/handovers/2/return", ("returnReason", ""), ("returnLacked", "Files"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.ReasonMissing.Message), (bare.Status, bare.Wrong("returnReason")));
        Assert.Contains("value=\"Files\" checked", bare.Html, StringComparison.Ordinal);
        await _first.Send(about, $"{at}/handovers/2/acceptance");
        Assert.Contains("It goes back and forth: First Contact, Network, First Contact again.", (await _first.Open(at)).Text, StringComparison.Ordinal);
        var home = await _network.Open("/");
        Assert.Contains("Two teams send it back and forth", home.Text, StringComparison.Ordinal);
        var lead = await _network.Open(at);
        var nothing = await _network.Send(lead, $"{at}/bounce/settlement", ("agreed", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HandoverErrors.AgreedMissing.Message), (nothing.Status, nothing.Wrong("agreed")));
        Assert.Equal(HttpStatusCode.SeeOther, (await _network.Send(lead, $"{at}/bounce/settlement", ("agreed", "Network looks at the port first"))).Status);
        Assert.DoesNotContain("Two teams send it back and forth", (await _network.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_answers_and_the_ticket_stays()
    {
        var at = await Ticket();
        var form = await _first.Open($"{at}?do=askIn");
        var wrong = await _first.Send(form, $"{at}/asks", ("whom", "team"), ("team", ""), ("question", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AskErrors.TeamUnknown.Message, TicketErrors.QuestionMissing.Message), (wrong.Status, wrong.Wrong("team"), wrong.Wrong("question")));
        Assert.Equal(AskErrors.NobodyKnows.Message, (await _first.Send(form, $"{at}/asks", ("whom", "skill"), ("skill", "magic"), ("question", "x"))).Wrong("skill"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(form, $"{at}/asks", ("whom", "skill"), ("skill", "dns"), ("question", "Which server?"))).Status);
        Assert.Contains("asks dns", (await _network.Open("/")).Text, StringComparison.Ordinal);
        // Of several questions the last; and when it is withdrawn, the one before.
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(await _first.Open($"{at}?do=askIn"), $"{at}/asks", ("whom", "person"), ("person", _networker), ("question", "And which port?"))).Status);
        Assert.Contains("asks you", (await _network.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(await _first.Open(at), $"{at}/asks/2/withdrawal")).Status);
        Assert.Contains("asks dns", (await _network.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(await _first.Open($"{at}?do=askIn"), $"{at}/asks", ("whom", "person"), ("person", _networker), ("question", "And which port?"))).Status);

        var asked = await _network.Open(at);
        Assert.Contains("Which server?", asked.Text, StringComparison.Ordinal);
        var empty = await _network.Send(asked, $"{at}/asks/1/answer", ("answer-1", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AskErrors.AnswerMissing.Message, null), (empty.Status, empty.Wrong("answer-1"), empty.Wrong("answer-2")));
        Assert.Equal(HttpStatusCode.SeeOther, (await _network.Send(asked, $"{at}/asks/1/answer", ("answer-1", "The second one."))).Status);
        var after = await _first.Open(at);
        Assert.Contains("The second one.", after.Text, StringComparison.Ordinal);
        Assert.Contains("helped", after.Text, StringComparison.Ordinal);
        Assert.False(after.HasForm($"{at}/asks/3/answer"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _first.Send(after, $"{at}/asks/3/withdrawal")).Status);
        Assert.DoesNotContain("And which port?", (await _network.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_brings_teams_together_is_set_and_refused_at_its_fields()
    {
        const string At = "/settings/bridges";
        var page = await _administrator.Open(At);
        var wrong = await _administrator.Send(page, At, ("bridges[0].team", "Network"), ("bridges[0].with", "Network"), ("bridges[0].person", _networker), ("bridges[1].person", "nobody@x.example"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, PolicyErrors.BridgeTeamUnknown.Message, PolicyErrors.BridgePersonUnknown.Message), (wrong.Status, wrong.Wrong("bridges[1].team"), wrong.Wrong("bridges[1].person")));
        Assert.Contains(("bridges[1].person", "nobody@x.example"), wrong.Form(At));
        Assert.Equal(PolicyErrors.BridgeToItself.Message, (await _administrator.Send(page, At, ("bridges[0].team", "Network"), ("bridges[0].with", "Network"), ("bridges[0].person", _networker))).Wrong("bridges[0].with"));
        Assert.Equal(0, (await _server.Desk.Ask(new ShowTeamBridges(), Caller.Desk)).Value!.Bridges.Version);
        Assert.Equal(HttpStatusCode.SeeOther, (await _administrator.Send(page, At, ("bridges[1].team", "Network"), ("bridges[1].person", _networker), ("bridges[0].team", "First Contact"), ("bridges[0].person", _networker))).Status);
        Assert.Equal(2, (await _server.Desk.Ask(new ShowTeamBridges(), Caller.Desk)).Value!.Lines.Count);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _administrator.Send(page, At)).Status);
        Assert.False((await _first.Open(At)).Html.Contains("<select", StringComparison.Ordinal));
    }

    private async Task<string> Ticket()
    {
        var at = $"/t/INC-{await _customer.Opens("The network drops"):D6}";
        await _first.Send(await _first.Open(at), $"{at}/assignment", ("person", "me"));
        return at;
    }

    private async Task Join(long team, string email) => await _server.Done(new JoinTeam(new(team), email));
}
