using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Occasions;

public sealed class OccasionTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Over_the_API_from_the_plan_to_calling_it_off()
    {
        using var agent = await server.Program(Role.Agent);
        var me = (string)(await agent.Ask("me")).Body!["email"]!;
        var plan = new { title = "Board", place = "Harbour", starts = "2099-03-02T10:00:00Z", contact = "4357", watcher = me, testAt = "2099-03-01T10:00:00Z" };
        var made = await agent.Send(HttpMethod.Post, "occasions", plan);
        Assert.Equal((HttpStatusCode.Created, "2099-03-02T11:00:00Z", 24), (made.Status, (string)made.Body!["ends"]!, (int)made.Body["warnHours"]!));
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal(["contact", "place", "starts", "title", "watcher"], (await agent.Send(HttpMethod.Post, "occasions", new { })).Fields.Order());
        Assert.Equal(["words"], (await agent.Send(HttpMethod.Post, $"{at}/test", new { ok = false })).Fields);
        Assert.True((bool)(await agent.Send(HttpMethod.Post, $"{at}/test", new { ok = true })).Body!["test"]!["ok"]!);
        Assert.Null((await agent.Send(HttpMethod.Put, at, plan with { place = "Eastmoor" })).Body!["test"]);
        Assert.Equal(["ticket"], (await agent.Send(HttpMethod.Post, $"{at}/tickets", new { ticket = "INC-9999" })).Fields);
        var ticket = await agent.Opens("Sound");
        var number = TicketNumber.Of(TicketKind.Incident, new(ticket));
        Assert.Equal(number, (string)(await agent.Send(HttpMethod.Post, $"{at}/tickets", new { ticket = number })).Body!["tickets"]![0]!);
        Assert.Empty((await agent.Send(HttpMethod.Delete, $"{at}/tickets/{number}")).Body!["tickets"]!.AsArray());
        Assert.Equal(["why"], (await agent.Send(HttpMethod.Post, $"{at}/calling-off", new { })).Fields);
        Assert.True((bool)(await agent.Send(HttpMethod.Post, $"{at}/calling-off", new { why = "Ill" })).Body!["calledOff"]!);
        Assert.False((bool)(await agent.Send(HttpMethod.Delete, $"{at}/calling-off")).Body!["calledOff"]!);
        Assert.Single((await agent.Ask("occasions?from=2099-03-01&to=2099-03-05")).Body!["items"]!.AsArray());
        var unclear = await agent.Ask("occasions?from=soon");
        Assert.Equal((OccasionErrors.DayInvalid.Code, "from"), (unclear.Code, Assert.Single(unclear.Fields)));
        Assert.Equal(HttpStatusCode.OK, (await agent.Ask("occasions/now")).Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await agent.Ask(at)).Status, (await agent.Ask("occasions/9999")).Status));
        using var customer = await server.Program(Role.Customer);
        foreach (var path in (string[])["occasions", "occasions/now", at]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask(path)).Status);
    }

    [Fact]
    public async Task On_the_calendar_and_a_refusal_loses_nothing()
    {
        var agent = await server.Browser(Role.Agent);
        var refused = await agent.Send(await agent.Open("/events/new?day=2098-05-06"), "/events", ("title", ""), ("place", "kept <b>"), ("contact", ""), ("watcher", ""), ("testAt", "2098-05-07T10:00"), ("warnHours", "x"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, OccasionErrors.TitleMissing.Message, OccasionErrors.ContactMissing.Message, OccasionErrors.WatcherMissing.Message, OccasionErrors.TestTooLate.Message, OccasionErrors.WarnInvalid.Message),
            (refused.Status, refused.Wrong("title"), refused.Wrong("contact"), refused.Wrong("watcher"), refused.Wrong("testAt"), refused.Wrong("warnHours")));
        Assert.Contains(("place", "kept <b>"), refused.Form("/events"));
        Assert.DoesNotContain("kept &lt;b&gt;", (await agent.Open("/events?day=2098-05-06")).Html, StringComparison.Ordinal);
        var made = await agent.Send(await agent.Open("/events/new?day=2098-05-06"), "/events", ("title", "Go-live <i>"), ("place", "ERP"), ("contact", "4357"), ("ends", "2098-05-08T10:00"), ("testAt", "2098-05-05T10:00"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var at = made.Location!;
        // On three days, and its test on the day before.
        var month = await agent.Open("/events?view=month&day=2098-05-20");
        Assert.Equal((5, 2), (month.Html.Split("Go-live &lt;i&gt;").Length, month.Html.Split("Test: Go-live &lt;i&gt;").Length));
        foreach (var told in (string[])["09:00 Go-live <i>", "all day Go-live <i>", "until 10:00 Go-live <i>", "10:00 Test: Go-live <i>"]) Assert.Contains(told, month.Text, StringComparison.Ordinal);
        Assert.Contains("Go-live <i>", (await agent.Open("/events?view=week&day=2098-05-06")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is planned in this month.", (await agent.Open("/events?view=month&day=2097-01-01")).Text, StringComparison.Ordinal);
        Assert.Contains("Go-live <i>,ERP,2098-05-06T09:00:00Z", (await agent.Open("/events.csv?from=2098-05-01&to=2098-05-31")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.Open("/events.csv?from=soon")).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.Open("/events?day=99999-99")).Status);

        var untold = await agent.Send(await agent.Open(at), $"{at}/test", ("ok", "no"), ("words", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, OccasionErrors.WordsMissing.Message), (untold.Status, untold.Wrong("words")));
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(at), $"{at}/test", ("ok", "no"), ("words", "No sound"))).Status);
        Assert.Contains("test failed", (await agent.Open("/events?view=month&day=2098-05-20")).Text, StringComparison.Ordinal);
        var form = await agent.Open($"{at}/form");
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(form, at, ("notes", "One"))).Status);
        var stale = await agent.Send(form, at, ("notes", "Two"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains(("notes", "Two"), stale.Form(at));
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(at), $"{at}/calling-off", ("why", "Ill"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(at), $"{at}/planning")).Status);

        var soon = $"{SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(3):uuuu-MM-dd}";
        await agent.Send(await agent.Open($"/events/new?day={soon}"), "/events", ("title", "Board call"), ("place", "Harbour House"), ("contact", "4357"));
        Assert.Contains("Board call Harbour House", (await agent.Open("/palette?q=harbour+h")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Go-live", (await agent.Open("/palette?q=go-live")).Text, StringComparison.Ordinal);

        var looker = await server.Browser(Role.CommitteeMember);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), ((await looker.Open(at)).Status, (await looker.Open("/events/new")).Status));
        Assert.False((await looker.Open(at)).HasForm($"{at}/test"));
        var customer = await server.Browser(Role.Customer);
        foreach (var path in (string[])["/events", at, "/events/new", "/events.csv"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open("/events/9999")).Status);
    }
}
