using System.Net;
using FirstContact.People;

namespace FirstContact.Lists;

public sealed class ListTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly object Labels = new { name = "Labels", sharing = "everybody", conditions = new Dictionary<string, string> { ["status"] = "open", ["q"] = "labels" }, columns = new[] { "number", "title" }, groupBy = "owner" };

    [Fact]
    public async Task A_program_saves_changes_and_removes_a_view()
    {
        var (api, other, customer) = (await server.Program(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var made = await api.Send(HttpMethod.Post, "views", Labels);
        var path = made.Location!["/api/v1/".Length..];
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "everybody"), (made.Status, made.Tag, (string?)made.Body!["sharing"]));
        Assert.Contains((await other.Ask("views")).Body!["items"]!.AsArray(), v => (string?)v!["name"] == "Labels");
        Assert.Equal("view.is-others", (await other.Send(HttpMethod.Delete, path)).Code);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Put, path, new { name = "Later" }, match: "\"7\"")).Status);
        Assert.Equal("nobody", (string?)(await api.Send(HttpMethod.Put, path, new { name = "Mine" }, match: "\"1\"")).Body!["sharing"]);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, "views", Labels)).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.Send(HttpMethod.Delete, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Ask(path)).Status);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong_with_a_view()
    {
        var api = await server.Program(Role.Agent);
        Assert.Equal(["name"], (await api.Send(HttpMethod.Post, "views", new { })).Fields);
        Assert.Equal(["sharing"], (await api.Send(HttpMethod.Post, "views", new { name = "x", sharing = "the moon" })).Fields);
        Assert.Equal(["conditions"], (await api.Send(HttpMethod.Post, "views", new { name = "x", conditions = new { colour = "red" } })).Fields);
        Assert.Equal(["columns"], (await api.Send(HttpMethod.Post, "views", new { name = "x", columns = new[] { "colour" } })).Fields);
        Assert.Equal(["groupBy"], (await api.Send(HttpMethod.Post, "views", new { name = "x", groupBy = "colour" })).Fields);
        Assert.Equal(["team"], (await api.Send(HttpMethod.Post, "views", new { name = "x", sharing = "team", team = "Nowhere" })).Fields);
        Assert.DoesNotContain((await api.Ask("views")).Body!["items"]!.AsArray(), v => (string?)v!["name"] == "x");
    }

    [Fact]
    public async Task A_program_does_one_thing_to_many_and_takes_it_back()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (one, two) = (await Open(customer), await Open(customer));
        var made = await api.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { one, two, "INC-999999" }, actions = new[] { new { @do = "tag", to = "night" } } });
        Assert.Equal((HttpStatusCode.Created, 3), (made.Status, made.Body!["items"]!.AsArray().Count));
        Assert.Equal([true, true, false], made.Body["items"]!.AsArray().Select(i => (bool)i!["done"]!));
        Assert.Equal("night", (string?)(await api.Ask($"tickets/{one}")).Body!["tags"]![0]);

        var path = made.Location!["/api/v1/".Length..];
        Assert.True((bool)(await api.Send(HttpMethod.Delete, path)).Body!["undone"]!);
        Assert.Empty((await api.Ask($"tickets/{one}")).Body!["tags"]!.AsArray());
        Assert.Equal("batch.undone", (await api.Send(HttpMethod.Delete, path)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.Program(Role.Agent)).Ask(path)).Status);

        Assert.Equal(["tickets"], (await api.Send(HttpMethod.Post, "tickets/actions", new { tickets = Array.Empty<string>(), actions = new[] { new { @do = "tag", to = "x" } } })).Fields);
        Assert.Equal(["tickets"], (await api.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { "twelve" }, actions = new[] { new { @do = "tag", to = "x" } } })).Fields);
        Assert.Equal(["do"], (await api.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { one } })).Fields);
        var silent = await api.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { one }, actions = new object?[] { new { @do = "tag", to = "x" }, new { to = "x" } } });
        Assert.Equal(["actions[1].do"], silent.Fields);
        Assert.Equal("action.verb-missing", silent.Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, "tickets/actions", new { tickets = new[] { one }, actions = new[] { new { @do = "tag", to = "x" } } })).Status);
        Assert.Empty((await api.Ask($"tickets/{one}")).Body!["tags"]!.AsArray());
    }

    [Fact]
    public async Task A_person_makes_a_view_and_acts_on_its_rows()
    {
        var (browser, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Customer));
        var number = await Open(customer);
        const string Address = "/tickets?status=new&columns=number,title,team&group=team";
        var list = await browser.Open(Address);
        var refused = await browser.Send(list, "/views", ("name", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ListErrors.NameMissing.Message), (refused.Status, refused.Wrong("name")));

        var saved = await browser.Send(list, "/views", ("name", "New ones"), ("sharing", "everybody"));
        Assert.True(saved.Status == HttpStatusCode.SeeOther, saved.Text);
        var view = await browser.Open(saved.Location!);
        Assert.Contains("New ones", view.Text, StringComparison.Ordinal);
        Assert.Contains("fc-group", view.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-m=\"prio\"", view.Html, StringComparison.Ordinal);

        var id = number[(number.IndexOf('-', StringComparison.Ordinal) + 1)..].TrimStart('0');
        var wrong = await browser.Send(view, "/tickets/actions", ("ticket", id), ("do", "assign"), ("assign-to", "nobody@nowhere.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Wrong("assign-to"));
        Assert.Contains("nobody@nowhere.example", wrong.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{id}\" aria-label=\"Select {number}\" checked", wrong.Html, StringComparison.Ordinal);

        var done = await browser.Send(view, "/tickets/actions", ("ticket", id), ("do", "take"));
        var told = await browser.Open(done.Location!);
        Assert.Contains("1 assigned to me", told.Text, StringComparison.Ordinal);
        var undo = told.Html[told.Html.IndexOf("/tickets/actions/", StringComparison.Ordinal)..];
        var back = await browser.Send(told, undo[..undo.IndexOf('"', StringComparison.Ordinal)]);
        Assert.Contains("1 put back", (await browser.Open(back.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_drawn_before_says_what_has_changed_since()
    {
        var (browser, api, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var number = await Open(customer);
        const string Address = "/tickets?status=new&sort=opened";
        Assert.Contains($"href=\"/t/{number}\">Labels are blank</a>", (await browser.Open(Address)).Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/t/{number}\">Labels are blank</a>", (await browser.Open(Address)).Html, StringComparison.Ordinal);
        var changed = await api.Send(HttpMethod.Patch, $"tickets/{number}", new { title = "Labels come out black" });
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains($"href=\"/t/{number}\">Labels come out black</a>", (await browser.Open(Address)).Html, StringComparison.Ordinal);
    }

    private static async Task<string> Open(HttpClient customer) =>
        (string)(await customer.Send(HttpMethod.Post, "tickets", new { kind = "incident", title = "Labels are blank", description = "Since this morning", impact = "low", urgency = "low" })).Body!["number"]!;
}
