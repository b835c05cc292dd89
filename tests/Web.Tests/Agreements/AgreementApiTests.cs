using System.Net;
using FirstContact.Calendars;
using FirstContact.People;

namespace FirstContact.Agreements;

public sealed class AgreementApiTests : IAsyncLifetime
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    private WebDesk _desk = null!;
    private Person _owen = null!, _jonas = null!;

    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        _owen = await _desk.Register("Owen Pryce", Role.Agent, Role.TeamLead);
        _jonas = await _desk.Register("Jonas Weber", Role.Agent, Role.TeamLead);
        foreach (var team in (string[])["Network and Access", "Workplace"]) await _desk.Done(new AddTeam(team, "", []));
        await _desk.Done(new DrawCalendar(new("Office hours", null, [.. Enumerable.Repeat("08:00-17:00", 5), null, null])));
        await _desk.Done(new Services.AddService("Remote access", "", null, null));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Programs_negotiate_from_a_draft_to_an_end()
    {
        using var owen = await _desk.Program(_owen);
        using var jonas = await _desk.Program(_jonas);
        using var ada = await _desk.Program(await _desk.Register("Ada Byron", Role.Administrator));
        var made = await owen.Send(HttpMethod.Post, "agreements", new
        {
            kind = "operational", title = "Network faults", provider = "Network and Access", receiverKind = "team", receiver = "Workplace", providerSpeakers = new[] { _owen.Email }, receiverSpeakers = new[] { _jonas.Email }, asItIs = false,
            terms = new { scope = new { services = new[] { "remote access" } }, targets = new[] { Target("PT4H") }, ladder = new[] { new { share = 80, rung = "person", person = _jonas.Email } }, procedures = "Call first." },
        });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "draft"), (made.Status, made.Tag, (string)made.Body!["stage"]!));
        var terms = made.Body["draft"]!["terms"]!;
        Assert.Equal(("Remote access", "PT4H", "Jonas Weber", 1), ((string)terms["scope"]!["services"]![0]!["name"]!, (string)terms["targets"]![0]!["within"]!, (string)terms["ladder"]![0]!["person"]!["name"]!, (int)terms["targets"]![0]!["no"]!));
        Assert.Equal("P1 and P2: resolved within 4 h of Office hours, 90 % in a month", (string)terms["targets"]![0]!["says"]!);
        var at = made.Location!["/api/v1/".Length..];

        var wrong = await owen.Send(HttpMethod.Put, $"{at}/draft", new { targets = new object[] { Target("PT4H"), Target("soon"), new { measure = "firstResponse", within = "PT1H", percent = 90, hours = "None" } }, reviewMonths = 99 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "reviewMonths, targets[1].priorities, targets[1].within, targets[2].hours, targets[2].measure"), (wrong.Status, string.Join(", ", wrong.Fields.Order())));
        Assert.Equal(["targets"], (await owen.Send(HttpMethod.Put, $"{at}/draft", new { targets = new object?[] { null } })).Fields);
        Assert.Equal(["scope.services"], (await owen.Send(HttpMethod.Put, $"{at}/draft", new { scope = new { services = new[] { "None" } } })).Fields);
        var drafted = await owen.Send(HttpMethod.Put, $"{at}/draft", new { targets = new object[] { Target("3 h", 1), new { measure = "acceptance", within = "PT30M", percent = 95, hours = "Office hours" } } });
        Assert.Equal((2, 2), ((int)drafted.Body!["draft"]!["draft"]!, (int)drafted.Body["draft"]!["terms"]!["targets"]![1]!["no"]!));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await owen.Send(HttpMethod.Put, $"{at}/draft", new { procedures = "x" }, match: "\"1\"")).Status);
        Assert.Equal("agreement.not-open", (await owen.Send(HttpMethod.Post, $"{at}/draft/signatures", new { side = "provider", draft = 2 })).Code);
        Assert.True((bool)(await owen.Send(HttpMethod.Post, $"{at}/draft/putting", new { })).Body!["draft"]!["open"]!);

        Assert.Equal(["side", "stance"], (await jonas.Send(HttpMethod.Post, $"{at}/draft/positions", new { })).Fields.Order());
        Assert.Equal("agreement.not-your-side", (await jonas.Send(HttpMethod.Post, $"{at}/draft/positions", new { side = "provider", clause = "scope", stance = "agrees" })).Code);
        Assert.Equal(["counter.targets[0].within"], (await jonas.Send(HttpMethod.Post, $"{at}/draft/positions", new { side = "receiver", clause = "target-1", stance = "counters", counter = new { targets = new[] { Target("soon", 1) } }, words = "x" })).Fields);
        var offered = await jonas.Send(HttpMethod.Post, $"{at}/draft/positions", new { side = "receiver", clause = "target-1", stance = "counters", counter = new { targets = new[] { Target("PT2H", 1) } }, words = "Sooner." });
        Assert.Equal(("target-1", "P1 and P2: resolved within 2 h of Office hours, 90 % in a month"), ((string)offered.Body!["draft"]!["disputed"]![0]!, (string)offered.Body["draft"]!["positions"]![0]!["offers"]!));
        Assert.Equal("agreement.still-disputed", (await owen.Send(HttpMethod.Post, $"{at}/draft/signatures", new { side = "provider", draft = 2 })).Code);
        Assert.Equal("PT2H", (string)(await owen.Send(HttpMethod.Post, $"{at}/draft/acceptances", new { side = "provider", clause = "target-1" })).Body!["draft"]!["terms"]!["targets"]![0]!["within"]!);
        Assert.Equal(["from"], (await owen.Send(HttpMethod.Put, $"{at}/draft/start", new { })).Fields);
        Assert.True((bool)(await owen.Send(HttpMethod.Put, $"{at}/draft/start", new { from = Kit.Times.Field(Today), forOpen = true })).Body!["draft"]!["forOpen"]!);
        Assert.Equal("agreement.other-draft", (await owen.Send(HttpMethod.Post, $"{at}/draft/signatures", new { side = "provider", draft = 2 })).Code);
        await owen.Send(HttpMethod.Post, $"{at}/draft/signatures", new { side = "provider", draft = 3 });
        var agreed = await jonas.Send(HttpMethod.Post, $"{at}/draft/signatures", new { side = "receiver", draft = 3 });
        Assert.Equal(("inForce", 1, 2), ((string)agreed.Body!["stage"]!, (int)agreed.Body["inForce"]!, agreed.Body["versions"]![0]!["signatures"]!.AsArray().Count));

        Assert.Equal(["minutes"], (await jonas.Send(HttpMethod.Post, $"{at}/reviews", new { })).Fields);
        Assert.Equal(Kit.Times.Field(Today), (string)(await jonas.Send(HttpMethod.Post, $"{at}/reviews", new { minutes = "Kept." })).Body!["reviewedOn"]!);
        Assert.Equal(["why"], (await jonas.Send(HttpMethod.Post, $"{at}/draft", new { })).Fields);
        Assert.Equal(4, (int)(await jonas.Send(HttpMethod.Post, $"{at}/draft", new { why = "More." })).Body!["draft"]!["draft"]!);
        await jonas.Send(HttpMethod.Put, $"{at}/draft", new { targets = new[] { Target("PT2H", 1) } });
        var redline = (await owen.Ask($"{at}/redline?from=1&to=draft")).Body!["items"]!.AsArray();
        Assert.Equal("removed", (string)redline.First(c => (string)c!["clause"]! == "target-2")!["change"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await owen.Ask($"{at}/redline?from=7")).Status);
        await jonas.Send(HttpMethod.Post, $"{at}/draft/putting", new { });
        Assert.Equal(["reason"], (await jonas.Send(HttpMethod.Post, $"{at}/draft/taking-back", new { })).Fields);
        Assert.False((bool)(await jonas.Send(HttpMethod.Post, $"{at}/draft/taking-back", new { reason = "x" })).Body!["draft"]!["open"]!);
        Assert.Null((await jonas.Send(HttpMethod.Post, $"{at}/draft/dropping", new { reason = "x" })).Body!["draft"]);
        Assert.Equal(HttpStatusCode.OK, (await owen.Send(HttpMethod.Post, $"{at}/comments", new { clause = "target-1", words = "Two of three." })).Status);
        Assert.Contains((await jonas.Ask($"{at}/history")).Body!["items"]!.AsArray(), h => (string)h!["sentence"]! == "said of target 1: Two of three.");
        Assert.Equal(HttpStatusCode.OK, (await owen.Send(HttpMethod.Put, $"{at}/habits", new { providerDuties = "Looks twice." })).Status);

        Assert.Equal(HttpStatusCode.Forbidden, (await owen.Send(HttpMethod.Put, $"{at}/parties", new { title = "x" })).Status);
        Assert.Equal("Networks", (string)(await ada.Send(HttpMethod.Put, $"{at}/parties", new { title = "Networks", providerSpeakers = new[] { _owen.Email }, receiverSpeakers = new[] { _jonas.Email } })).Body!["title"]!);
        Assert.Equal(["on", "reason"], (await ada.Send(HttpMethod.Post, $"{at}/ending", new { })).Fields.Order());
        Assert.Equal("ended", (string)(await ada.Send(HttpMethod.Post, $"{at}/ending", new { on = Kit.Times.Field(Today), reason = "x" })).Body!["stage"]!);
        Assert.Empty((await owen.Ask("agreements?kind=operational")).Body!["items"]!.AsArray());
        Assert.Single((await owen.Ask("agreements?ended=yes")).Body!["items"]!.AsArray());
        Assert.Equal(["kind"], (await owen.Ask("agreements?kind=none")).Fields);
        Assert.StartsWith("agreement,kind,title", (await owen.GetStringAsync(new Uri("/api/v1/agreements.csv", UriKind.Relative))).TrimStart('\uFEFF'), StringComparison.Ordinal);
        using var customer = await _desk.Program(await _desk.Register("Omar Said", Role.Customer));
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Ask(at)).Status);
        Assert.Empty((await customer.Ask("agreements?ended=yes")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task Parties_are_refused_at_their_fields()
    {
        using var owen = await _desk.Program(_owen);
        Assert.Equal(["kind"], (await owen.Send(HttpMethod.Post, "agreements", new { })).Fields);
        Assert.Equal(["provider", "receiver", "title"], (await owen.Send(HttpMethod.Post, "agreements", new { kind = "operational" })).Fields.Order());
        Assert.Equal(["providerSpeakers"], (await owen.Send(HttpMethod.Post, "agreements", new { kind = "operational", providerSpeakers = new string?[] { null } })).Fields);
        Assert.Equal(["terms.targets[0].within"], (await owen.Send(HttpMethod.Post, "agreements", new { kind = "operational", terms = new { targets = new[] { Target("soon") } } })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await owen.Send(HttpMethod.Post, "agreements", new { kind = "operational", title = "x", provider = "Network and Access", receiverKind = "team", receiver = "Workplace" })).Status);
    }

    [Fact]
    public async Task Suppliers_come_and_go()
    {
        using var ada = await _desk.Program(await _desk.Register("Ada Byron", Role.Administrator));
        using var owen = await _desk.Program(_owen);
        Assert.Equal(["name"], (await ada.Send(HttpMethod.Post, "suppliers", new { })).Fields);
        var made = await ada.Send(HttpMethod.Post, "suppliers", new { name = "Meridian", contact = "4711" });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.Status, made.Tag));
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal("supplier.name-taken", (await ada.Send(HttpMethod.Post, "suppliers", new { name = "meridian" })).Code);
        Assert.Equal("4712", (string)(await ada.Send(HttpMethod.Put, at, new { name = "Meridian", contact = "4712" })).Body!["contact"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await owen.Send(HttpMethod.Put, at, new { name = "x" })).Status);
        Assert.True((bool)(await ada.Send(HttpMethod.Delete, at)).Body!["retired"]!);
        Assert.False((bool)(await ada.Send(HttpMethod.Post, $"{at}/restoration", new { })).Body!["retired"]!);
        Assert.Single((await owen.Ask("suppliers")).Body!["items"]!.AsArray());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await owen.Ask(at)).Status, (await owen.Ask("suppliers/999")).Status));
    }

    private static object Target(string within, int? no = null) => new { no, measure = "resolution", priorities = new[] { 1, 2 }, within, percent = 90, period = "month", hours = "Office hours" };
}
