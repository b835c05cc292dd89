using System.Net;
using System.Net.Http.Json;
using FirstContact.People;

namespace FirstContact.Calendars;

public sealed class HolidayPagesTests
{
    [Fact]
    public async Task A_country_is_chosen_its_days_are_looked_at_and_some_are_taken_in()
    {
        await using var desk = await WebDesk.Start();
        var ines = await desk.Register("Ines Duarte", Role.Administrator);
        await desk.Register("Jonas Weber", Role.Agent);
        var drawn = await desk.Done(new DrawCalendar(new("Office", null, ["8-17", "8-17", "8-17", "8-17", "8-17", null, null])));
        var browser = await desk.SignedIn("Ines Duarte");
        var page = $"/settings/calendars/{drawn.Key}/public-holidays";
        Assert.DoesNotContain("Good Friday", await browser.Page(page), StringComparison.Ordinal);
        var shown = await browser.Page($"{page}?country=DE&region=DE-BY&from=2026&to=2026");
        Assert.Contains("Corpus Christi", shown, StringComparison.Ordinal);
        Assert.Contains("CC BY-SA 3.0", shown, StringComparison.Ordinal);
        // A region of another country is none of this one.
        Assert.DoesNotContain("Corpus Christi", await browser.Page($"{page}?country=GB&region=DE-BY&from=2026&to=2026"), StringComparison.Ordinal);

        var wrong = await browser.Get($"{page}?country=XX&from=then&to=2026");
        var text = await wrong.Text();
        Assert.Equal(422, wrong.Status());
        Assert.Contains("value=\"then\"", text, StringComparison.Ordinal);
        Assert.Contains("id=\"country-e\"", text, StringComparison.Ordinal);
        Assert.Contains("id=\"from-e\"", text, StringComparison.Ordinal);
        var none = await browser.Post($"{page}?country=DE&from=2026&to=2026", page, ("place", "DE"), ("country", "DE"), ("from", "2026"), ("to", "2026"));
        Assert.Equal(422, none.Status());
        Assert.Contains(CalendarErrors.NoDayChosen.Message, await none.Text(), StringComparison.Ordinal);
        Assert.Equal(303, (await browser.Post($"{page}?country=DE&from=2026&to=2026", page, ("place", "DE"), ("country", "DE"), ("from", "2026"), ("to", "2026"), ("day", "2026-04-03"))).Status());
        var calendar = await browser.Page($"/settings/calendars/{drawn.Key}");
        Assert.Contains("Good Friday", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Easter Monday", calendar, StringComparison.Ordinal);

        using var api = await desk.Program(ines);
        var path = $"/api/v1/calendars/{drawn.Key}/public-holidays";
        var lines = (await (await api.GetAsync($"{path}?place=DE&from=2026&to=2026")).Json()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("Good Friday", Assert.Single(lines, l => l.TryGetProperty("here", out var here) && here.ValueKind == System.Text.Json.JsonValueKind.String).GetProperty("here").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PostAsJsonAsync(path, new { place = "XX", from = 2026, to = 2026 })).StatusCode);
        Assert.Equal(lines.Count, (await (await api.PostAsJsonAsync(path, new { place = "DE", from = 2026, to = 2026 })).Json()).GetProperty("days").GetArrayLength());
        Assert.Contains("\"DE-BY\"", await (await api.GetAsync("/api/v1/holiday-places")).Text(), StringComparison.Ordinal);

        var agent = await desk.SignedIn("Jonas Weber");
        Assert.Equal(403, (await agent.Get(page)).Status());
    }
}
