using System.Net;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

public sealed class GapTests : IAsyncLifetime
{
    private const string List = "/push-to-front";
    private readonly TestServer _server = new();
    private Browser _agent = null!, _lead = null!, _customer = null!;
    private HttpClient _program = null!, _leader = null!, _asker = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_agent, _lead, _customer) = (await _server.Browser(Role.Agent), await _server.Browser(Role.TeamLead), await _server.Browser(Role.Customer));
        (_program, _leader, _asker) = (await _server.Program(Role.Agent), await _server.Program(Role.TeamLead), await _server.Program(Role.Customer));
        await _server.Done(new AddTeam("Network", "", []));
        await _server.Done(new AddCategory("Printers"));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Whoever_solves_it_is_asked_once_and_answers_with_a_click()
    {
        var (id, at) = await Solved();
        var page = await _agent.Open(at);
        Assert.Contains("What would first contact have needed to solve this?", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(page, $"{at}/front", ("need", "Access"), ("frontWords", "To the print server"))).Status);
        Assert.DoesNotContain("What would first contact have needed", (await _agent.Open(at)).Text, StringComparison.Ordinal);
        var (_, left) = await Solved();
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(await _agent.Open(left), $"{left}/front")).Status);
        Assert.False((await _agent.Open(left)).HasForm($"{left}/front"));
        // What first contact has solved is not asked of anybody.
        var own = await _asker.Opens("Labels");
        await _program.TakesUpTo(own, CareStep.CustomerVerification);
        Assert.False((await _agent.Open($"/t/{own}")).HasForm($"/t/INC-{own:D6}/front"));

        var list = await _agent.Open(List);
        Assert.Contains("Access: Printers", list.Text, StringComparison.Ordinal);
        var gap = $"{List}/{Gap.IdOf(FrontNeed.Access, new(1), null).Value}";
        var one = await _agent.Open(gap);
        Assert.Contains("To the print server", one.Text, StringComparison.Ordinal);
        Assert.Contains($"INC-{id:D6}", one.Text, StringComparison.Ordinal);
        Assert.False(one.HasForm(gap));
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Open(List)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _agent.Open($"{List}/5")).Status);
    }

    [Fact]
    public async Task What_becomes_of_it_is_set_and_refused_at_its_fields()
    {
        var (id, _) = await Solved();
        await _program.Send(HttpMethod.Put, $"tickets/{id}/front", new { need = "tool" });
        var gap = $"{List}/{Gap.IdOf(FrontNeed.Tool, new(1), null).Value}";
        var page = await _lead.Open(gap);
        var wrong = await _lead.Send(page, gap, ("state", "Done"), ("doneOn", ""), ("owner", "nobody@x.example"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, GapErrors.OwnerUnknown.Message), (wrong.Status, wrong.Wrong("owner")));
        Assert.Contains(("owner", "nobody@x.example"), wrong.Form(gap));
        Assert.Equal(GapErrors.DoneOnMissing.Message, (await _lead.Send(page, gap, ("state", "Done"), ("doneOn", ""))).Wrong("doneOn"));
        Assert.Equal(GapErrors.WordsMissing.Message, (await _lead.Send(page, gap, ("state", "Declined"))).Wrong("words"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _lead.Send(page, gap, ("state", "Doing"), ("owner", "person2@harrow.example"), ("words", "Remote control for all"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _lead.Send(page, gap, ("state", "Open"))).Status);
        Assert.Contains("being done", (await _agent.Open($"{List}?state=doing")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Remote control", (await _agent.Open($"{List}?state=declined")).Text, StringComparison.Ordinal);
        var done = await _lead.Send(await _lead.Open(gap), gap, ("state", "Done"), ("doneOn", NodaTime.Text.LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date)));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var list = await _agent.Open(List);
        Assert.Contains("0 % of 1 since", list.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{gap}/since\">0 % of 1 since</a>", list.Html, StringComparison.Ordinal);
        var since = await _agent.Open($"{gap}/since");
        Assert.Contains($"INC-{id:D6}", since.Text, StringComparison.Ordinal);
        Assert.Contains("At first contact: 0 % of 1.", since.Text, StringComparison.Ordinal);
        Assert.Contains("No tickets here", (await _agent.Open($"{gap}/before")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _customer.Open($"{gap}/since")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _agent.Open($"{List}/{Gap.IdOf(FrontNeed.Access, new(1), null).Value}/since")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _agent.Open($"{gap}/since?after=x")).Status);
        var row = Assert.Single((await _program.Ask($"{gap[1..]}/since?limit=1")).Body!["items"]!.AsArray())!;
        Assert.Equal(($"INC-{id:D6}", false), ((string?)row["number"], (bool)row["firstContact"]!));
        Assert.Equal(["limit"], (await _program.Ask($"{gap[1..]}/since?limit=0")).Fields);
    }

    [Fact]
    public async Task The_same_by_programs()
    {
        var (id, _) = await Solved();
        Assert.Equal(["need"], (await _program.Send(HttpMethod.Put, $"tickets/{id}/front", new { })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _asker.Send(HttpMethod.Put, $"tickets/{id}/front", new { need = "tool" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _program.Send(HttpMethod.Delete, $"tickets/{id}/front")).Status);
        Assert.Empty((await _program.Ask("push-to-front")).Body!["items"]!.AsArray());
        Assert.Equal("training", (string?)(await _program.Send(HttpMethod.Put, $"tickets/{id}/front", new { need = "training", words = "Ribbons" })).Body!["hands"]!["front"]);
        var line = Assert.Single((await _program.Ask("push-to-front?state=open")).Body!["items"]!.AsArray())!;
        Assert.Equal(("training", "Printers", 1, "open"), ((string?)line["need"], (string?)line["about"], (int)line["tickets"]!, (string?)line["state"]));
        var at = $"push-to-front/{(long)line["id"]!}";
        Assert.Equal("Ribbons", (string?)(await _program.Ask(at)).Body!["tickets"]![0]!["words"]);
        Assert.Equal(["owner"], (await _leader.Send(HttpMethod.Patch, at, new { state = "doing" })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _program.Send(HttpMethod.Patch, at, new { state = "doing", owner = "me" })).Status);
        var planned = await _leader.Send(HttpMethod.Patch, at, new { state = "doing", owner = "me" });
        Assert.Equal((HttpStatusCode.OK, "\"1\"", "doing"), (planned.Status, planned.Tag, (string?)planned.Body!["gap"]!["state"]));
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.Send(HttpMethod.Patch, "push-to-front/7", new { state = "open" })).Status);
        Assert.Equal(["state"], (await _program.Ask("push-to-front?state=lost")).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _asker.Ask("push-to-front")).Status);
    }

    private async Task<(long Id, string At)> Solved()
    {
        var id = await _asker.Opens("Labels");
        await _program.Send(HttpMethod.Patch, $"tickets/{id}", new { team = "Network", category = "Printers" });
        await _program.TakesUpTo(id, CareStep.CustomerVerification);
        return (id, $"/t/INC-{id:D6}");
    }
}
