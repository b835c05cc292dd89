using System.Net;
using FirstContact.People;

namespace FirstContact.Calendars;

public sealed class CalendarPagesTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task On_its_page_and_a_refusal_loses_nothing()
    {
        var coordinator = await server.Browser(Role.ServiceCoordinator);
        var refused = await coordinator.Send(await coordinator.Open("/settings/calendars/new"), "/settings/calendars", ("name", ""), ("zone", "Mars <b>"), ("monday", "early"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CalendarErrors.NameMissing.Message, CalendarErrors.ZoneUnknown.Message, CalendarErrors.HoursUnclear.Message), (refused.Status, refused.Wrong("name"), refused.Wrong("zone"), refused.Wrong("monday")));
        Assert.Contains(("zone", "Mars <b>"), refused.Form("/settings/calendars"));
        Assert.Contains(("monday", "early"), refused.Form("/settings/calendars"));
        Assert.Contains("No calendar yet", (await coordinator.Open("/settings/calendars")).Text, StringComparison.Ordinal);

        var made = await coordinator.Send(await coordinator.Open("/settings/calendars/new"), "/settings/calendars", ("name", "Office <i>"), ("friday", "8-15"));
        var at = made.Location!;
        var page = await coordinator.Open($"{at}?month=2026-12");
        Assert.Contains("Opens next", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Office <i>", page.Html, StringComparison.Ordinal);
        var wrong = await coordinator.Send(page, $"{at}/days", ("day", ""), ("dayName", "kept"), ("hours", "x"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CalendarErrors.DayMissing.Message, CalendarErrors.HoursUnclear.Message), (wrong.Status, wrong.Wrong("day"), wrong.Wrong("hours")));
        Assert.Contains(("dayName", "kept"), wrong.Form($"{at}/days"));
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Send(page, $"{at}/days", ("day", "2026-12-24"), ("dayName", "Christmas Eve"), ("hours", "8-12"), ("yearly", "yes"))).Status);
        var with = await coordinator.Open($"{at}?month=2027-12");
        Assert.Contains("08:00-12:00 Christmas Eve", with.Text, StringComparison.Ordinal);
        Assert.Contains("every 24 December", with.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await coordinator.Send(page, at, ("name", "Late"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Send(with, $"{at}/holidays")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Send(with, $"{at}/days/removal", ("day", "2026-12-24"), ("yearly", "yes"))).Status);
        Assert.DoesNotContain("Christmas Eve", (await coordinator.Open($"{at}?month=2027-12")).Form($"{at}/days").Select(f => f.Value));
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Open($"{at}?month=99999-99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Open("/settings/calendars/9999")).Status);

        var agent = await server.Browser(Role.Agent);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), ((await agent.Open(at)).Status, (await agent.Open("/settings/calendars/new")).Status));
        Assert.False((await agent.Open(at)).HasForm($"{at}/days"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Customer)).Open(at)).Status);
    }

    [Fact]
    public async Task Over_the_API()
    {
        using var program = await server.Program(Role.Administrator);
        var made = await program.Send(HttpMethod.Post, "calendars", new { name = "Night", zone = "America/New_York", week = (string[])["22-24", "0-6, 22-24", "0-6", "", "", "", ""] });
        Assert.Equal((HttpStatusCode.Created, "00:00-06:00, 22:00-24:00"), (made.Status, (string?)made.Body!["week"]![1]));
        var at = made.Location!["/api/v1/".Length..];
        var set = await program.Send(HttpMethod.Post, $"{at}/days", new { day = "2027-01-01", name = "New Year", yearly = true });
        Assert.Equal("New Year", (string?)set.Body!["days"]![0]!["name"]);
        // A night is one opening.
        var opening = (await program.Ask($"{at}/openings")).Body!["items"]![0]!;
        Assert.True(DateTimeOffset.Parse((string)opening["to"]!, null) - DateTimeOffset.Parse((string)opening["from"]!, null) <= TimeSpan.FromHours(8));
        Assert.Equal(10, (await program.Ask($"{at}/openings")).Body!["items"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.Send(HttpMethod.Put, at, new { name = "Night", week = (string[])["22-24", "", "", "", "", "", ""] }, match: made.Tag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Put, at, new { name = "Nights", week = (string[])["22-24", "", "", "", "", "", ""] }, match: set.Tag)).Status);
        Assert.Equal(["week", "monday"], (await program.Send(HttpMethod.Post, "calendars", new { name = "None" })).Fields);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Send(HttpMethod.Delete, $"{at}/days/someday")).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Delete, $"{at}/days/2027-01-01?yearly=true")).Status);
        Assert.Equal("calendar.file-unread", (await program.Send(HttpMethod.Post, $"{at}/holidays", new { file = "x" })).Code);
        Assert.True((bool?)(await program.Send(HttpMethod.Delete, at)).Body!["retired"]);
        Assert.False((bool?)(await program.Send(HttpMethod.Post, $"{at}/restoration")).Body!["retired"]);
        using var agent = await server.Program(Role.Agent);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), ((await agent.Ask("calendars")).Status, (await agent.Send(HttpMethod.Delete, at)).Status));
        using var customer = await server.Program(Role.Customer);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("calendars")).Status);
    }
}
