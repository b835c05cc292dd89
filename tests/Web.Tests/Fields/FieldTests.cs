using System.Net;
using FirstContact.People;

namespace FirstContact.Fields;

public sealed class FieldTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/fields";

    [Fact]
    public async Task A_program_adds_changes_retires_and_takes_up_again()
    {
        var api = await server.Program(Role.Administrator);
        var made = await api.Send(HttpMethod.Post, "fields", new { name = "area", label = "Area", kind = "tree", choices = new[] { "Northgate", "Northgate > Hall 2" }, classes = new[] { "Hardware" }, needed = new[] { "resolving" }, place = 5 });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        Assert.Equal(("Hardware", "resolving"), ((string?)made.Body!["classes"]![0]!["name"], (string?)made.Body["needed"]![0]));
        var path = made.Location!["/api/v1/".Length..];
        Assert.Equal(made.Body!.ToJsonString(), (await api.Ask(path)).Body!.ToJsonString());
        var changed = await api.Send(HttpMethod.Patch, path, """{"label":"Plant area","classes":null,"forCustomers":true}""", match: made.Tag);
        Assert.Equal((HttpStatusCode.OK, "Plant area", true, 2, 0), (changed.Status, (string?)changed.Body!["label"], (bool)changed.Body["forCustomers"]!, changed.Body["choices"]!.AsArray().Count, changed.Body["classes"]!.AsArray().Count));
        Assert.False((bool)(await api.Send(HttpMethod.Delete, path)).Body!["active"]!);
        Assert.True((bool)(await api.Send(HttpMethod.Post, $"{path}/restoration")).Body!["active"]!);
        Assert.Contains((await api.Ask("fields")).Body!["items"]!.AsArray(), f => (string?)f!["name"] == "area");
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, agent, customer) = (await server.Program(Role.Administrator), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var path = (await api.Send(HttpMethod.Post, "fields", new { name = "told", label = "Told", kind = "text" })).Location!["/api/v1/".Length..];
        var wrong = await api.Send(HttpMethod.Post, "fields", new { name = "told", kind = "choice", classes = new[] { "Odd" }, place = -1 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "label choices place classes name"), (wrong.Status, string.Join(' ', wrong.Fields)));
        Assert.Equal(["kind"], (await api.Send(HttpMethod.Post, "fields", new { name = "odd", label = "Odd", kind = "colour" })).Fields);
        Assert.Equal(["kind", "name"], (await api.Send(HttpMethod.Patch, path, new { name = "other", kind = "date" })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Ask("fields/9999")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Delete, path, match: "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "fields", new { name = "mine", label = "Mine", kind = "text" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Ask(path)).Status);
    }

    [Fact]
    public async Task An_administrator_adds_and_changes_one_on_a_page()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Cost centre"), ("label", ""), ("kind", "Choice"), ("choices", ""), ("help", "Ask your manager"), ("place", "first"), ("needed", "Resolving"), ("forCustomers", "yes"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FieldErrors.NameInvalid.Message, FieldErrors.LabelMissing.Message), (refused.Status, refused.Wrong("name"), refused.Wrong("label")));
        Assert.Equal((FieldErrors.ChoicesMissing.Message, FieldErrors.PlaceInvalid.Message), (refused.Wrong("choices"), refused.Wrong("place")));
        Assert.Equal([("name", "Cost centre"), ("kind", "Choice"), ("help", "Ask your manager"), ("needed", "Resolving"), ("forCustomers", "yes"), ("place", "first")], refused.Form(List).Where(f => f.Name is not ("label" or "choices" or "_form" or "once")));
        Assert.DoesNotContain(await Rows(), f => f.Details.Help == "Ask your manager");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, List, ("name", "costCentre"), ("label", "Cost centre"), ("choices", "4711\n4712"), ("place", ""))).Status);
        var made = (await Rows()).Single(f => f.Name == "costCentre");
        Assert.Equal(("4711 4712", true), (string.Join(' ', made.Details.Choices), made.Details.ForCustomers));
        var at = $"{List}/{made.Key}";
        var page = await browser.Open(at);
        await server.Done(new ChangeField(made.Id, new(made.Name, "Centre", null, FieldKind.Choice, ["4711"], [], [], [], false, 0)));
        var stale = await browser.Send(page, at, ("label", "Costs"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Centre", stale.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), at, ("label", "Costs"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{at}/retirement")).Status);
        Assert.False((await Rows()).Single(f => f.Id == made.Id).Active);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{at}/restoration")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/9999")).Status);
    }

    [Fact]
    public async Task An_agent_reads_only()
    {
        var field = await server.Done(new AddField(new("readable", "Readable", null, FieldKind.Text, [], [], [], [], false, 0)));
        var agent = await server.Browser(Role.Agent);
        var list = await agent.Open(List);
        Assert.Contains("Readable", list.Text, StringComparison.Ordinal);
        Assert.False(list.HasForm($"{List}/{field.Key}/retirement"));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/{field.Key}")).Status);
    }

    private async Task<IReadOnlyList<Field>> Rows() => (await server.Desk.Ask(new ListFields(), Caller.Desk)).Value!;
}
