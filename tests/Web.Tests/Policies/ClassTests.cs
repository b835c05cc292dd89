using System.Net;
using FirstContact.People;

namespace FirstContact.Policies;

public sealed class ClassTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/classes";

    [Fact]
    public async Task A_program_adds_changes_retires_and_takes_up_again()
    {
        var api = await server.Program(Role.Administrator);
        var made = await api.Send(HttpMethod.Post, "classes", new { name = "Move", purpose = "To another room", approval = "formal", longestMinutes = 120, charged = true });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        var path = made.Location!["/api/v1/".Length..];

        var changed = (await api.Send(HttpMethod.Patch, path, """{"longestMinutes":null,"charged":false}""", match: "\"1\"")).Body!;
        Assert.Equal(("Move", "formal", null, false), ((string?)changed["name"], (string?)changed["approval"], (int?)changed["longestMinutes"], (bool)changed["charged"]!));
        Assert.False((bool)(await api.Send(HttpMethod.Delete, path)).Body!["active"]!);
        Assert.True((bool)(await api.Send(HttpMethod.Post, $"{path}/restoration")).Body!["active"]!);
        Assert.Equal("\"4\"", (await api.Ask(path)).Tag);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, agent) = (await server.Program(Role.Administrator), await server.Program(Role.Agent));
        var wrong = await api.Send(HttpMethod.Post, "classes", new { name = new string('n', 61), purpose = new string('p', 501), approval = "formal", longestMinutes = 0, baselineAfterDays = 1001, atOnce = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["name", "purpose", "longestMinutes", "baselineAfterDays", "approval"], wrong.Fields);
        Assert.Equal("class.name-taken", (await api.Send(HttpMethod.Post, "classes", new { name = "hardware" })).Code);
        Assert.Equal(["approval"], (await api.Send(HttpMethod.Patch, "classes/3", """{"approval":"verbal"}""")).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Send(HttpMethod.Patch, "classes/99", new { name = "x" })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Patch, "classes/3", new { purpose = "x" }, match: "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask("classes")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "classes", new { name = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Delete, "classes/3")).Status);
    }

    [Fact]
    public async Task A_person_adds_changes_retires_and_takes_up_again()
    {
        var browser = await server.Browser(Role.Administrator);
        var added = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Loan"), ("purpose", "For a fortnight"), ("longestMinutes", "20"), ("charged", "yes"));
        Assert.Equal((HttpStatusCode.SeeOther, List), (added.Status, added.Location));
        var id = (await Find("Loan")).Id.Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}", ("longestMinutes", ""))).Status);
        Assert.Equal(new ClassDetails("Loan", "For a fortnight", Approval.None, null, null, false, true), (await Find("Loan")).Details);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/retirement")).Status);
        Assert.False((await Find("Loan")).Active);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/restoration")).Status);
        Assert.True((await Find("Loan")).Active);
    }

    [Fact]
    public async Task A_person_is_told_what_is_wrong_and_keeps_what_was_typed()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "software"), ("purpose", "kept"), ("charged", "yes"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, PolicyErrors.ClassNameTaken.Message), (refused.Status, refused.Wrong("name")));
        Assert.Contains(("purpose", "kept"), refused.Form(List));
        Assert.Contains(("charged", "yes"), refused.Form(List));

        var words = await browser.Send(refused, List, ("name", "Words"), ("longestMinutes", "an hour"), ("approval", "Formal"), ("atOnce", "yes"));
        Assert.Equal(PolicyErrors.MinutesInvalid.Message, words.Wrong("longestMinutes"));
        Assert.Equal(PolicyErrors.AtOnceNeedsNoApproval.Message, words.Wrong("approval"));
        Assert.Contains(("longestMinutes", "an hour"), words.Form(List));
    }

    [Fact]
    public async Task A_stale_form_shows_what_stands_there_now()
    {
        var made = await server.Done(new AddClass(new("Stale", "old", Approval.None, 10, null, false, false)));
        var browser = await server.Browser(Role.Administrator);
        var form = await browser.Open($"{List}/{made.Key}");
        await server.Done(new ChangeClass(made.Id, made.Details with { LongestMinutes = 4321 }));
        var stale = await browser.Send(form, $"{List}/{made.Key}", ("purpose", "new"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("4321", stale.Text, StringComparison.Ordinal);
        Assert.Contains(("purpose", "new"), stale.Form($"{List}/{made.Key}"));
    }

    [Fact]
    public async Task An_agent_reads_only()
    {
        var agent = await server.Browser(Role.Agent);
        var list = await agent.Open(List);
        Assert.Contains("Done in half an hour, without ceremony.", list.Text, StringComparison.Ordinal);
        Assert.False(list.HasForm($"{List}/1/retirement"));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/new")).Status);
        var administrator = await server.Browser(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Open($"{List}/99")).Status);
    }

    private async Task<ClassRow> Find(string name) => (await server.Desk.Ask(new ListClasses(), Caller.Desk)).Value!.Single(c => c.Name == name);
}
