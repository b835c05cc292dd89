using System.Net;
using FirstContact.People;

namespace FirstContact.Services;

public sealed class CategoryTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/categories";

    [Fact]
    public async Task A_program_adds_renames_retires_and_takes_up_again()
    {
        var api = await server.Program(Role.Administrator);
        var made = await api.Send(HttpMethod.Post, "categories", new { name = "VPN, drops" });
        var path = made.Location!["/api/v1/".Length..];
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        Assert.Equal("VPN, slow", (string?)(await api.Send(HttpMethod.Patch, path, new { name = "VPN, slow" }, match: "\"1\"")).Body!["name"]);
        Assert.False((bool)(await api.Send(HttpMethod.Delete, path)).Body!["active"]!);
        Assert.True((bool)(await api.Send(HttpMethod.Post, $"{path}/restoration")).Body!["active"]!);
        Assert.Equal("VPN, slow", (string?)(await api.Ask(path)).Body!["name"]);
        Assert.Contains((await api.Ask("categories")).Body!["items"]!.AsArray(), c => (string?)c!["name"] == "VPN, slow");
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, agent) = (await server.Program(Role.Administrator), await server.Program(Role.Agent));
        var path = (await api.Send(HttpMethod.Post, "categories", new { name = "Refused" })).Location!["/api/v1/".Length..];
        Assert.Equal("service.name-taken", (await api.Send(HttpMethod.Post, "categories", new { name = "refused" })).Code);
        Assert.Equal(["name"], (await api.Send(HttpMethod.Patch, path, new { name = new string('n', 81) })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Ask("categories/99")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Delete, path, match: "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Delete, path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "categories", new { name = "Mine" })).Status);
    }

    [Fact]
    public async Task A_person_adds_renames_retires_and_takes_up_again()
    {
        var browser = await server.Browser(Role.Administrator);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), List, ("name", "Mail, slow"))).Status);
        var id = (await Find("Mail, slow")).Id.Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}", ("name", "Mail, late"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/retirement")).Status);
        Assert.False((await Find("Mail, late")).Active);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/restoration")).Status);
        Assert.True((await Find("Mail, late")).Active);
    }

    [Fact]
    public async Task A_person_is_told_what_is_wrong()
    {
        var category = await server.Done(new AddCategory("Told"));
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open(List), List, ("name", "TOLD"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ServiceErrors.NameTaken.Message), (refused.Status, refused.Wrong("name")));
        Assert.Contains(("name", "TOLD"), refused.Form(List));

        var opened = await browser.Open($"{List}/{category.Key}");
        await server.Done(new RenameCategory(category.Id, "Told meanwhile"));
        var stale = await browser.Send(opened, $"{List}/{category.Key}", ("name", "Told later"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Told meanwhile", stale.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/99")).Status);
    }

    [Fact]
    public async Task An_agent_reads_only()
    {
        var category = await server.Done(new AddCategory("Readable"));
        var agent = await server.Browser(Role.Agent);
        var list = await agent.Open(List);
        Assert.Contains("Readable", list.Text, StringComparison.Ordinal);
        Assert.False(list.HasForm(List));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/{category.Key}")).Status);
    }

    private async Task<CategoryRow> Find(string name) => (await server.Desk.Ask(new ListCategories(), Caller.Desk)).Value!.Single(c => c.Name == name);
}
