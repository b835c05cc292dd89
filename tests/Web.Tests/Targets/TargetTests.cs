using System.Net;
using System.Text.Json.Nodes;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Targets;

public sealed class TargetTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Over_the_API_goals_figures_and_how_they_stand()
    {
        await server.Done(new DrawCalendar(new("Shifts", null, [.. Enumerable.Repeat("all day", 7)])));
        using var ruth = await server.Program(Role.ServiceCoordinator);
        using var agent = await server.Program(Role.Agent);
        var goal = new { measure = "firstWord", percent = 90, why = "Promised", channel = "phone", within = "PT30M", hours = "Shifts", since = "2026-01-01" };
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "targets", goal)).Status);
        Assert.Equal(["measure", "percent", "why"], (await ruth.Send(HttpMethod.Post, "targets", new { })).Fields.Order());
        Assert.Equal(["hours", "segment", "team", "within"], (await ruth.Send(HttpMethod.Post, "targets", new { measure = "firstWord", percent = 90, why = "x", team = "x", segment = "x", hours = "x", within = "soon" })).Fields.Order());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ruth.Send(HttpMethod.Post, "targets", new { measure = "luck" })).Status);
        var made = await ruth.Send(HttpMethod.Post, "targets", goal);
        Assert.Equal((HttpStatusCode.Created, "PT30M", "Shifts", true, "month"), (made.Status, (string)made.Body!["within"]!, (string)made.Body["hours"]!["name"]!, (bool)made.Body["atLeast"]!, (string)made.Body["period"]!));
        Assert.Equal("First word to the customer within 30 min of Shifts (by phone), at least 90 % in a month", (string)made.Body["words"]!);
        Assert.Equal((HttpStatusCode.Conflict, "target.twin"), (await ruth.Send(HttpMethod.Post, "targets", goal) is var twin ? (twin.Status, twin.Code) : default));
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal(95, (int)(await ruth.Send(HttpMethod.Put, at, new { measure = "firstWord", percent = 95, why = "Promised", channel = "phone", within = "30 min", hours = "Shifts", since = "2026-01-01" })).Body!["percent"]!);
        var figure = new { measure = "firstWord", within = "PT30M", percent = 64.5, says = "Of all", source = "A report", year = 2015, address = "https://example.com" };
        Assert.Equal(["measure", "percent", "says", "source", "year"], (await ruth.Send(HttpMethod.Post, "industry-figures", new { })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "industry-figures", figure)).Status);
        var known = (await ruth.Send(HttpMethod.Post, "industry-figures", figure)).Body!;
        Assert.Equal(70.5m, (decimal)(await ruth.Send(HttpMethod.Put, $"industry-figures/{(long)known["id"]!}", new { measure = "firstWord", within = "PT30M", percent = 70.5, says = "Of all", source = "A report", year = 2015 })).Body!["percent"]!);

        var ticket = await server.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "The lamp is out", "All of it.", null, Policies.Level.Low, Policies.Level.Low) { Customer = (await server.Done(new RegisterPerson("Paula Finch", WebDesk.Mail("Paula Finch"), Roles: [Role.Customer]))).Email });
        await server.Done(new GreetCustomer(ticket.Id, null));
        JsonNode now = null!;
        await Patience.Until(async () => (int)(now = (await agent.Ask(at)).Body!)["periods"]![5]!["yes"]! == 1);
        Assert.Equal((6, true, 100.0, 70.5m), (now["periods"]!.AsArray().Count, (bool)now["periods"]![5]!["met"]!, (double)now["forecast"]!, (decimal)now["industry"]![0]!["percent"]!));
var row = (await agent.Ask($"{at}/tickets")).Body!["items"]!.AsArray().Single()!;
        Assert.Equal((ticket.Number, "yes"), ((string)row["number"]!, (string)row["decided"]!));
        Assert.Equal(TargetErrors.OnlyUnknown.Code, (await agent.Ask($"{at}/tickets?only=perhaps")).Code);
        Assert.Empty((await agent.Ask($"{at}/tickets?only=no")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask($"{at}/tickets?period=2020-01-01")).Status);
        Assert.Equal(95, (int)(await agent.Ask("targets/attainment?team=first-contact")).Body!["targets"]!.AsArray().Single(t => (long)t!["target"]!["id"]! == (long)made.Body["id"]!)!["target"]!["percent"]!);
        var teams = (await agent.Ask("targets/teams?period=quarter")).Body!;
        Assert.Equal((null, 8), (teams["teams"]![0]!["team"], teams["teams"]![0]!["cells"]!.AsArray().Count));
        Assert.Equal((TargetErrors.SpanUnknown.Code, "period"), (await agent.Ask("targets/teams?period=ever")) is var wrong ? (wrong.Code, wrong.Fields.Single()) : default);
        Assert.Equal(["team"], (await agent.Ask("targets/attainment?team=nobody")).Fields);
        Assert.Equal(8, (await agent.Ask("targets/measures")).Body!["items"]!.AsArray().Count);
        Assert.NotEmpty((await agent.Ask("targets/measures/firstWord/tickets")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Ask("targets/measures/luck/tickets")).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/targets/attainment");
        request.Headers.Accept.ParseAdd("text/csv");
        using var csv = await agent.SendAsync(request);
        Assert.Contains($"{(long)made.Body["id"]!},firstWord,30 min,Shifts,,,,phone,,,at least,95,month,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await ruth.Send(HttpMethod.Delete, $"industry-figures/{(long)known["id"]!}")).Status);
        Assert.DoesNotContain((await agent.Ask("industry-figures")).Body!["items"]!.AsArray(), f => (long)f!["id"]! == (long)known["id"]!);
        Assert.True((bool)(await ruth.Send(HttpMethod.Delete, at)).Body!["retired"]!);
        Assert.Contains((await agent.Ask("targets?retired=true")).Body!["items"]!.AsArray(), t => (long)t!["id"]! == (long)made.Body["id"]!);
        Assert.False((bool)(await ruth.Send(HttpMethod.Post, $"{at}/restoration")).Body!["retired"]!);

        // Who may not read tickets sees figures without them; who is served sees neither.
        using var committee = await server.Program(Role.CommitteeMember);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), ((await committee.Ask(at)).Status, (await committee.Ask($"{at}/tickets")).Status));
        using var customer = await server.Program(Role.Customer);
        foreach (var path in (string[])["targets", "targets/attainment", "targets/teams", "targets/measures", "industry-figures", at]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask(path)).Status);
    }

    [Fact]
    public async Task On_pages_a_refusal_loses_nothing()
    {
        await server.Done(new AddUnit("Hall", "Halls"));
        var ruth = await server.Browser(Role.ServiceCoordinator);
        var refused = await ruth.Send(await ruth.Open("/targets/new"), "/targets", ("measure", ""), ("within", "soon"), ("percent", "many"), ("since", "yesterday"), ("why", ""), ("segment", "Halls"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TargetErrors.MeasureMissing.Message, TargetErrors.PercentWrong.Message, TargetErrors.SinceWrong.Message, TargetErrors.WhyMissing.Message),
            (refused.Status, refused.Wrong("measure"), refused.Wrong("percent"), refused.Wrong("since"), refused.Wrong("why")));
        foreach (var typed in new[] { ("within", "soon"), ("percent", "many"), ("since", "yesterday"), ("segment", "Halls") }) Assert.Contains(typed, refused.Form("/targets"));
        refused = await ruth.Send(refused, "/targets", ("measure", "resolution"), ("percent", "80"), ("since", "2026-01-01"), ("why", "Kept <b>"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TargetErrors.WithinWrong.Message), (refused.Status, refused.Wrong("within")));
        refused = await ruth.Send(refused, "/targets", ("measure", "bounced"), ("within", "4 h"));
        Assert.Equal(TargetErrors.NotTimed.Message, refused.Wrong("within"));
        var made = await ruth.Send(refused, "/targets", ("measure", "resolution"), ("within", "4 h"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var page = await ruth.Open(made.Location!);
        foreach (var told in (string[])["Resolved within 4 h", "segment Halls", "at least 80 %", "Kept <b>", "set a goal: "]) Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept <b>", page.Html, StringComparison.Ordinal);
        var twin = await ruth.Send(await ruth.Open("/targets/new"), "/targets", ("measure", "resolution"), ("within", "4 h"), ("percent", "1"), ("why", "x"), ("segment", "Halls"));
        Assert.Equal((HttpStatusCode.Conflict, TargetErrors.Twin.Message), (twin.Status, twin.Wrong("measure")));

        var form = await ruth.Open($"{made.Location}/form");
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(form, made.Location!, ("percent", "85"))).Status);
        var stale = await ruth.Send(form, made.Location!, ("percent", "90"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains(("percent", "90"), stale.Form(made.Location!));

        var list = await ruth.Open("/targets");
        foreach (var told in (string[])["Resolved within 4 h", "at least 85 %", "nothing decided yet", "Every team by the same measures", "The whole desk", "First Contact"]) Assert.Contains(told, list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ruth.Open("/targets?team=First+Contact&period=lastQuarter")).Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), ((await ruth.Open("/targets?period=ever")).Status, (await ruth.Open("/targets?team=nobody")).Status));
        Assert.Contains("resolution,4 h,,,Halls,", (await ruth.Open("/targets.csv")).Html, StringComparison.Ordinal);
        Assert.Contains("First Contact,resolution,", (await ruth.Open("/targets/teams.csv?period=quarter")).Html, StringComparison.Ordinal);
        Assert.Contains("Bounced between teams", (await ruth.Open("/targets/definitions")).Text, StringComparison.Ordinal);
        Assert.Contains("No tickets here", (await ruth.Open($"{made.Location}/tickets")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.Open("/targets/9999")).Status);
        Assert.Contains("Resolved within 4 h", (await ruth.Open("/palette?q=resolved+within")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(page, $"{made.Location}/retirement")).Status);
        Assert.Contains("nobody is measured by it any more", (await ruth.Open(made.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open(made.Location!), $"{made.Location}/restoration")).Status);

        var looker = await server.Browser(Role.CommitteeMember);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ((await looker.Open("/targets")).Status, (await looker.Open("/targets/new")).Status, (await looker.Open($"{made.Location}/tickets")).Status));
        Assert.False((await looker.Open(made.Location!)).HasForm($"{made.Location}/retirement"));
        Assert.DoesNotContain("/tickets?period", (await looker.Open("/targets")).Html, StringComparison.Ordinal);
        var customer = await server.Browser(Role.Customer);
        foreach (var path in (string[])["/targets", made.Location!, "/targets/new", "/targets/figures", "/targets/definitions", "/targets.csv", "/targets/teams.csv"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(path)).Status);
    }

    [Fact]
    public async Task Figures_of_others_with_source_and_year()
    {
        var ruth = await server.Browser(Role.ServiceCoordinator);
        var refused = await ruth.Send(await ruth.Open("/targets/figures"), "/targets/figures", ("measure", "reopened"), ("percent", "a lot"), ("says", "kept <i>"), ("source", ""), ("year", "1066"), ("address", "nowhere"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TargetErrors.FigureWrong.Message, TargetErrors.SourceMissing.Message, TargetErrors.YearWrong.Message, TargetErrors.AddressWrong.Message),
            (refused.Status, refused.Wrong("percent"), refused.Wrong("source"), refused.Wrong("year"), refused.Wrong("address")));
        foreach (var typed in new[] { ("percent", "a lot"), ("says", "kept <i>"), ("year", "1066"), ("address", "nowhere"), ("measure", "reopened") }) Assert.Contains(typed, refused.Form("/targets/figures"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(refused, "/targets/figures", ("percent", "4,5"), ("source", "The trade"), ("year", "2019"), ("address", ""))).Status);
        var list = await ruth.Open("/targets/figures");
        foreach (var told in (string[])["4.5", "kept <i>", "The trade", "2019"]) Assert.Contains(told, list.Text, StringComparison.Ordinal);
        var at = System.Text.RegularExpressions.Regex.Match(list.Html[list.Html.IndexOf("The trade", StringComparison.Ordinal)..], "/targets/figures/\\d+").Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open($"{at}/form"), at, ("year", "2020"))).Status);
        Assert.Contains("2020", (await ruth.Open("/targets/figures")).Text, StringComparison.Ordinal);
        var agent = await server.Browser(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{at}/form")).Status);
        Assert.False((await agent.Open("/targets/figures")).HasForm("/targets/figures"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open("/targets/figures"), $"{at}/removal")).Status);
        Assert.DoesNotContain("The trade", (await ruth.Open("/targets/figures")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.Open($"{at}/form")).Status);
    }
}
