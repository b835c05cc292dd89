using System.Net;
using FirstContact.Kit;
using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>What cannot be read is refused before anything is done, with a code and at its field.</summary>
public sealed class UnreadableTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_body_that_cannot_be_read()
    {
        using var api = await server.Program(Role.Agent);
        var before = (string?)(await api.Ask("tickets?count=true")).Body!["total"]?.ToString();
        using var text = new ByteArrayContent("title=x"u8.ToArray());
        Assert.Contains(BodyErrors.NotJson.Code, await (await api.PostAsync(new Uri("/api/v1/tickets", UriKind.Relative), text)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var broken in (string[])["{", "null", "[1]"])
            Assert.Equal((HttpStatusCode.UnprocessableEntity, BodyErrors.Unreadable.Code), await api.Send(HttpMethod.Post, "tickets", broken) is var a ? (a.Status, a.Code) : default);
        Assert.Equal(BodyErrors.NullCharacter.Code, (await api.Send(HttpMethod.Post, "tickets", "{\"title\":\"a\\u0000b\"}")).Code);
        var wrong = await api.Send(HttpMethod.Post, "tickets", """{"title":"x","impact":"huge"}""");
        Assert.Equal((BodyErrors.FieldUnreadable.Code, "impact"), (wrong.Code, Assert.Single(wrong.Fields)));
        Assert.Equal(before, (string?)(await api.Ask("tickets?count=true")).Body!["total"]?.ToString());
    }

    [Fact]
    public async Task A_list_that_cannot_be_meant()
    {
        using var api = await server.Program(Role.Agent);
        foreach (var sort in (string[])["age", "1", "-1", "%2B1"])
            Assert.Equal((HttpStatusCode.UnprocessableEntity, FilterErrors.SortUnknown.Code), await api.Ask($"tickets?sort={sort}") is var a ? (a.Status, a.Code) : default);
        foreach (var moment in (string[])["yesterday", "-0005-01-01T00:00:00Z", "2026-13-01T00:00:00Z"])
            Assert.Equal((FilterErrors.MomentInvalid.Code, "openedAfter"), await api.Ask($"tickets?openedAfter={moment}") is var a ? (a.Code, Assert.Single(a.Fields)) : default);
        Assert.Equal(FilterErrors.LimitInvalid.Code, (await api.Ask("tickets?limit=many")).Code);
    }

    [Fact]
    public async Task A_message_says_whom_it_is_for()
    {
        using var api = await server.Program(Role.Agent);
        var opened = await api.Send(HttpMethod.Post, "tickets", new { kind = "incident", title = "Blank labels", description = "All of them", channel = "phone", impact = "low", urgency = "low" });
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        var said = await api.Send(HttpMethod.Post, $"tickets/{opened.Body!["id"]}/messages", new { body = "Hello" });
        Assert.Equal((MessageErrors.VisibilityMissing.Code, "visibility"), (said.Code, Assert.Single(said.Fields)));
    }
}
