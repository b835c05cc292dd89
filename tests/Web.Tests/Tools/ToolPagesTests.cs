using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

public sealed class ToolPagesTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_tool_is_added_changed_withheld_given_and_retired()
    {
        var browser = await server.Browser(Role.ServiceCoordinator);
        var added = await browser.Send(await browser.Open("/tools/new"), "/tools", ("name", "Bench <b>"), ("purpose", "Remote control"), ("link", "rdp://{device}"), ("teams", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        var at = added.Location!;
        var page = await browser.Open(at);
        Assert.Contains("Bench &lt;b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{at}/form"), at, ("platform", "Windows 3.11"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/withholdings", ("team", "1"), ("since", "2025-03-03"), ("why", "Only \"two\" licences."))).Status);
        var list = await browser.Open("/tools?platform=windows 3.11");
        Assert.Contains("What First Contact must do without", list.Text, StringComparison.Ordinal);
        Assert.Contains("Only \"two\" licences.", list.Text, StringComparison.Ordinal);
        Assert.Contains("No tools are written down here", (await browser.Open("/tools?platform=none")).Text, StringComparison.Ordinal);
        var csv = (await browser.Open("/tools.csv?platform=Windows 3.11")).Html;
        Assert.Contains("Bench <b>,tool,Remote control,Windows 3.11", csv, StringComparison.Ordinal);
        Assert.Contains("withheld,First Contact,2025-03-03", csv, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/withholdings/end")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/retirement")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/restoration")).Status);
        var told = (await browser.Open(at)).Text;
        Assert.Contains("gave it to First Contact, which had been without it for", told, StringComparison.Ordinal);
        Assert.Contains("took Bench <b> up again", told, StringComparison.Ordinal);
        Assert.Contains("Bench", (await browser.Open("/palette?q=remote")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_is_wrong_where_it_is()
    {
        var browser = await server.Browser(Role.ServiceCoordinator);
        var refused = await browser.Send(await browser.Open("/tools/new"), "/tools", ("name", ""), ("purpose", ""), ("link", "javascript:alert(1)"), ("owner", "nobody@x.example"), ("standards", "kept\nas typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal((ToolErrors.NameMissing.Message, ToolErrors.PurposeMissing.Message, ToolErrors.SchemeNotAllowed.Message, ToolErrors.OwnerUnknown.Message), (refused.Wrong("name"), refused.Wrong("purpose"), refused.Wrong("link"), refused.Wrong("owner")));
        Assert.Contains(("standards", "kept\nas typed"), refused.Form("/tools"));

        var tool = await server.Done(new AddTool(new("Refusing", ToolKind.Tool, "Tests", null, null, null, null, null, null, [], [])));
        var at = $"/tools/{tool.Key}";
        var withheld = await browser.Send(await browser.Open(at), $"{at}/withholdings", ("team", ""), ("since", "2999-01-01"), ("by", "nobody@x.example"), ("why", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withheld.Status);
        Assert.Equal((ToolErrors.TeamUnknown.Message, ToolErrors.SinceInvalid.Message, ToolErrors.WithholderUnknown.Message, ToolErrors.WhyMissing.Message), (withheld.Wrong("team"), withheld.Wrong("since"), withheld.Wrong("by"), withheld.Wrong("why")));
        Assert.Contains(("since", "2999-01-01"), withheld.Form($"{at}/withholdings"));
        var other = await server.Done(new AddTool(new("Refusing too", ToolKind.Method, "Tests", null, null, null, null, null, null, [], [])));
        var moved = await browser.Send(await browser.Open(at), $"{at}/procedures", ("to", ""), ("steps", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ToolErrors.ToolUnknown.Message, ToolErrors.StepsMissing.Message), (moved.Status, moved.Wrong("to"), moved.Wrong("steps")));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/procedures", ("to", $"{other.Key}"), ("steps", "1. <script>"))).Status);
        Assert.DoesNotContain("<script>", (await browser.Open(at)).Html.Split("<main")[1].Split("</main>")[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/procedures/removal")).Status);

        var overlap = await browser.Send(await browser.Open("/tools/overlaps/new"), "/tools/overlaps", ("tools", $"{tool.Key}"), ("same", ""), ("plan", "kept"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ToolErrors.SameMissing.Message), (overlap.Status, overlap.Wrong("same")));
        Assert.Contains(ToolErrors.TooFewTools.Message, overlap.Text, StringComparison.Ordinal);
        Assert.Contains(("plan", "kept"), overlap.Form("/tools/overlaps"));

        var administrator = await server.Browser(Role.Administrator);
        var schemes = await administrator.Send(await administrator.Open("/settings/launch-schemes"), "/settings/launch-schemes", ("schemes", "ssh\njavascript"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ToolErrors.SchemeDangerous.Message), (schemes.Status, schemes.Wrong("schemes")));
        Assert.Equal(LaunchSchemes.Usual.Schemes, (await server.Desk.Ask(new ShowLaunchSchemes(), Caller.Desk)).Value!.Schemes);
        Assert.Empty((await server.Desk.Ask(new ShowTool(tool.Id, default), Caller.Desk)).Value!.Tool.Withheld);
    }

    [Fact]
    public async Task Overlaps_are_marked_settled_and_opened_again()
    {
        var browser = await server.Browser(Role.ServiceCoordinator);
        var (one, two) = (await server.Done(new AddTool(new("Alike one", ToolKind.Tool, "Alike", "X", null, null, null, null, null, [], []))), await server.Done(new AddTool(new("Alike two", ToolKind.Tool, "alike", "x", null, null, null, null, null, [], []))));
        Assert.Contains("Alike one, Alike two", (await browser.Open("/tools/overlaps")).Text, StringComparison.Ordinal);
        var form = await browser.Open($"/tools/overlaps/new?same=Alike&tools={one.Key}&tools={two.Key}");
        var made = await browser.Send(form, "/tools/overlaps", ("stays", $"{one.Key}"), ("by", "2030-01-01"), ("plan", "**Learn** the first."));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var at = $"/tools/overlaps/{made.Location!.Split('-')[^1]}";
        Assert.Contains("<strong>Learn</strong>", (await browser.Open("/tools/overlaps")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), at, ("plan", "Both learn."))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open("/tools/overlaps"), $"{at}/settlement")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open("/tools/overlaps"), $"{at}/reopening")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/tools/overlaps/9999")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Agent)).Open(at)).Status);
    }

    [Fact]
    public async Task A_ticket_offers_what_one_may_start_and_says_what_one_must_do_without()
    {
        var tool = await server.Done(new AddTool(new("Starting", ToolKind.Tool, "Tests", null, null, null, null, "rdp://{device}", null, [], [])));
        var kept = await server.Done(new AddTool(new("Kept away", ToolKind.Tool, "Tests", null, null, null, null, "ssh://{device}", null, [], [Role.Administrator])));
        var browser = await server.Browser(Role.Agent);
        using var program = await server.Program(Role.Agent);
        var number = TicketNumber.Of(TicketKind.Incident, new(await program.Opens("Labels")));
        var at = $"/t/{number}/tools";
        Assert.Contains($"href=\"{at}\"", (await browser.Open($"/t/{number}")).Html, StringComparison.Ordinal);
        var page = await browser.Open(at);
        Assert.Contains("Kept for Administrator; nobody has said why.", page.Text, StringComparison.Ordinal);
        var refused = await browser.Send(page, at, ("tool", $"{tool.Key}"), ("device", "-x"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ToolErrors.DeviceInvalid.Message), (refused.Status, refused.Wrong("device")));
        Assert.Contains(("device", "-x"), refused.Form(at));
        Assert.Contains(ToolErrors.NotUsable.Message, (await browser.Send(page, at, ("tool", $"{kept.Key}"), ("device", "NG-1"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-launch", (await browser.Open(at)).Html, StringComparison.Ordinal);

        var started = await browser.Send(page, at, ("tool", $"{tool.Key}"), ("device", "NG LBL-04"));
        Assert.Equal(HttpStatusCode.SeeOther, started.Status);
        Assert.Contains("href=\"rdp://NG%20LBL-04\"", (await browser.Open(started.Location!)).Html, StringComparison.Ordinal);
        // A colleague with the address is led nowhere.
        Assert.DoesNotContain("data-launch", (await (await server.Browser(Role.Agent)).Open(started.Location!)).Html, StringComparison.Ordinal);
        Assert.Contains("started a session with Starting on NG LBL-04", (await browser.Open($"/t/{number}")).Text, StringComparison.Ordinal);
        Assert.Contains(("device", "NG LBL-04"), (await browser.Open(at)).Form(at));

        var asked = await browser.Send(await browser.Open($"/tools/{kept.Key}/asking?ticket={number}"), $"/tools/{kept.Key}/asking", ("why", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ToolErrors.WhyMissing.Message), (asked.Status, asked.Wrong("why")));
        var request = await browser.Send(asked, $"/tools/{kept.Key}/asking", ("why", "I would mend it myself."));
        Assert.Equal(HttpStatusCode.SeeOther, request.Status);
        Assert.Contains("Kept away is kept for others.", (await browser.Open(request.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await server.Desk.Ask(new ShowTool(kept.Id, default), Caller.Desk)).Value!.Tool.Requests);
    }

    [Fact]
    public async Task Doors_are_shut_where_they_should_be()
    {
        var tool = await server.Done(new AddTool(new("Doors", ToolKind.Tool, "Tests", null, null, null, null, null, null, [], [])));
        var (customer, agent) = (await server.Browser(Role.Customer), await server.Browser(Role.Agent));
        foreach (var at in (string[])["/tools", $"/tools/{tool.Key}", "/tools.csv", "/tools/overlaps", "/tools/new", $"/tools/{tool.Key}/asking", "/settings/launch-schemes"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(at)).Status);
        foreach (var at in (string[])["/tools/new", $"/tools/{tool.Key}/form", "/tools/overlaps/new"]) Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(at)).Status);
        foreach (var at in (string[])["/tools/9999", "/tools/9999/asking", "/t/INC-999999/tools"]) Assert.Equal(HttpStatusCode.NotFound, (await agent.Open(at)).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.Open("/settings/launch-schemes")).Status);
        Assert.False((await agent.Open("/settings/launch-schemes")).HasForm("/settings/launch-schemes"));
        Assert.DoesNotContain("Change…", (await agent.Open($"/tools/{tool.Key}")).Text, StringComparison.Ordinal);
    }
}
