using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class TimeTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Today => SystemClock.Instance.GetCurrentInstant().InUtc().Date.ToString("uuuu-MM-dd", null);

    [Fact]
    public async Task A_program_writes_time_down_corrects_and_removes_it()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var id = await customer.Opens("Labels print blank");
        var spent = await api.Does(id, "time", new { minutes = 38, words = "Call" });
        var no = (int)spent.Body!["time"]![0]!["no"]!;
        Assert.Equal((38, Today), ((int)spent.Body["minutes"]!, (string?)spent.Body["time"]![0]!["day"]));
        Assert.Equal(83, (int)(await api.Send(HttpMethod.Patch, $"tickets/{id}/time/{no}", new { minutes = 83 })).Body!["minutes"]!);
        Assert.Null((await customer.Ask($"tickets/{id}")).Body!["minutes"]);
        Assert.Empty((await customer.Ask($"tickets/{id}")).Body!["time"]!.AsArray());

        var other = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Send(HttpMethod.Delete, $"tickets/{id}/time/{no}")).Status);
        Assert.Equal(0, (int)(await api.Send(HttpMethod.Delete, $"tickets/{id}/time/{no}")).Body!["minutes"]!);
        var wrong = await api.Send(HttpMethod.Post, $"tickets/{id}/time", new { day = "2019-01-01", person = "nobody@harrow.example" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "minutes day person"), (wrong.Status, string.Join(' ', wrong.Fields)));
        Assert.Equal(["day"], (await api.Send(HttpMethod.Post, $"tickets/{id}/time", """{"minutes": 5, "day": "tomorrow"}""")).Fields);
    }

    [Fact]
    public async Task All_time_is_listed_and_exported()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var id = await api.Opens("=Labels print blank");
        await api.Does(id, "time", new { minutes = 20, words = "first" });
        await api.Does(id, "time", new { minutes = 25, words = "second" });
        var list = await api.Ask("time?person=me&limit=1");
        Assert.Equal(("second", 25, $"INC-{id:D6}"), Assert.Single(list.Body!["items"]!.AsArray()) is { } row ? ((string?)row["words"], (int)row["minutes"]!, (string?)row["ticket"]) : default);
        Assert.Equal("first", (string?)(await api.Ask($"time?person=me&limit=1&after={list.Body["next"]}")).Body!["items"]![0]!["words"]);
        Assert.Equal(["from", "to"], (await api.Ask("time?from=yesterday&to=soon")).Fields);
        Assert.Equal(["to"], (await api.Ask("time?from=2026-02-02&to=2026-02-01")).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("time")).Status);

        var csv = (await (await api.GetAsync(new Uri("/api/v1/time.csv?person=me", UriKind.Relative))).Text()).Split('\n');
        Assert.Equal("day,person,minutes,words,ticket,title,customer,unit,service,requestClass,team", csv[0].TrimEnd('\r'));
        Assert.Contains($",25,second,INC-{id:D6},\"'=Labels print blank\",", csv[1], StringComparison.Ordinal);
        Assert.Equal(4, csv.Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.GetAsync(new Uri("/api/v1/time.csv?team=none", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.GetAsync(new Uri("/api/v1/time.csv", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_agent_works_with_forms_and_keeps_what_was_typed()
    {
        var (browser, api) = (await server.Browser(Role.TeamLead), await server.Program(Role.Agent));
        var id = await api.Opens("Labels print blank");
        var (at, time) = ($"/t/{id}", $"/t/INC-{id:D6}/time");
        var refused = await browser.Send(await browser.Open($"{at}?do=time"), time, ("minutes", "soon"), ("day", "2019-01-01"), ("words", "Call"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TimeErrors.MinutesInvalid.Message, TimeErrors.DayInvalid.Message), (refused.Status, refused.Wrong("minutes"), refused.Wrong("day")));
        Assert.Equal([("minutes", "soon"), ("day", "2019-01-01"), ("words", "Call")], refused.Form(time).Where(f => f.Name is "minutes" or "day" or "words"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, time, ("minutes", "1:30"), ("day", Today))).Status);

        var no = (int)(await api.Ask($"tickets/{id}")).Body!["time"]![0]!["no"]!;
        Assert.Contains("Time 1 h 30", (await browser.Open(at)).Text, StringComparison.Ordinal);
        var form = await browser.Open($"{at}?do=time-{no}");
        Assert.Contains(("minutes", "1:30"), form.Form($"{time}/{no}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(form, $"{time}/{no}", ("minutes", "2h"))).Status);
        Assert.Equal(120, (int)(await api.Ask($"tickets/{id}")).Body!["minutes"]!);
        var mine = await browser.Open("/time");
        Assert.Contains("2 h in all", mine.Text, StringComparison.Ordinal);
        Assert.Contains($"INC-{id:D6} Labels print blank", mine.Text, StringComparison.Ordinal);
        Assert.Contains("2 h", await browser.Page("/time?person=me"), StringComparison.Ordinal);
        Assert.Contains($"INC-{id:D6}", await browser.Page("/time.csv?person=me"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send($"{time}/{no}/removal", form.Form($"{time}/{no}").Where(f => f.Name is not ("version" or "once")))).Status);
        Assert.Equal(0, (int)(await api.Ask($"tickets/{id}")).Body!["minutes"]!);
    }

    [Fact]
    public async Task The_list_says_what_is_wrong_with_a_question()
    {
        var browser = await server.Browser(Role.Agent);
        var wrong = await browser.Open("/time?from=soon&to=&person=nobody");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TimeErrors.DayUnclear.Message), (wrong.Status, wrong.Wrong("from")));
        Assert.Equal(TicketErrors.PersonUnknown.Message, (await browser.Open("/time?person=nobody@harrow.example")).Wrong("person"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Open("/time.csv?person=nobody@harrow.example")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Customer)).Open("/time")).Status);
    }
}
