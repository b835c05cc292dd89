using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class CallTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_telephone_system_tells_and_somebody_calls_back()
    {
        using var phone = await server.Program(Role.Agent);
        var made = await phone.Send(HttpMethod.Post, "missed-calls", new { number = "+44 20 7000 1234", transcript = "Please call." });
        Assert.Equal((HttpStatusCode.Created, "phone", 1), (made.Status, (string)made.Body!["channel"]!, (int)made.Body["owedCall"]!["missedCalls"]!));
        var id = (long)made.Body["id"]!;
        Assert.Equal(id, (long)(await phone.Send(HttpMethod.Post, "missed-calls", new { number = "020 7000 1234" })).Body!["id"]!);
        Assert.Equal(["at", "number", "person"], (await phone.Send(HttpMethod.Post, "missed-calls", new { number = "x", at = "2999-01-01T00:00:00Z", person = "nobody@x.example" })).Fields.Order());
        Assert.Equal(1, (int)(await phone.Send(HttpMethod.Post, $"tickets/{id}/call/tried", new { })).Body!["owedCall"]!["attempts"]!);
        Assert.Equal(["again"], (await phone.Send(HttpMethod.Post, $"tickets/{id}/call/tried", new { again = "2020-01-01T00:00:00Z" })).Fields);
        Assert.Equal(["caller"], (await phone.Send(HttpMethod.Post, $"tickets/{id}/call/reached", new { })).Fields);
        Assert.Contains((await phone.Ask("tickets?flag=callback")).Body!["items"]!.AsArray(), t => (long)t!["id"]! == id && t["callBackDue"] is not null);
        await phone.Send(HttpMethod.Put, $"tickets/{id}/assignee", new { person = "me" });
        Assert.Equal("callBack", (string)Assert.Single((await phone.Ask("needs")).Body!["items"]!.AsArray(), n => (long)n!["ticket"]!["id"]! == id)!["reason"]!);
        Assert.Null((await phone.Send(HttpMethod.Post, $"tickets/{id}/call/reached", new { caller = "somebody@harrow.example" })).Body!["owedCall"]);
        Assert.Equal("call.not-owed", (await phone.Send(HttpMethod.Post, $"tickets/{id}/call/tried", new { })).Code);
        Assert.Equal(["flag"], (await phone.Ask("tickets?flag=x")).Fields);

        using var administrator = await server.Program(Role.Administrator);
        Assert.Equal(["dueMinutes", "joinHours", "retryMinutes"], (await administrator.Send(HttpMethod.Put, "call-rules", new { })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.Send(HttpMethod.Put, "call-rules", new { dueMinutes = 60, retryMinutes = 60, joinHours = 24 })).Status);
        Assert.Equal(60, (int)(await phone.Ask("call-rules")).Body!["dueMinutes"]!);
    }

    [Fact]
    public async Task By_hand_and_with_one_press_each()
    {
        var agent = await server.Browser(Role.Agent);
        var refused = await agent.Send(await agent.Open("/calls/new"), "/calls", ("number", "x"), ("transcript", "kept\nas typed"), ("person", "nobody@x.example"), ("at", "2999-01-01T00:00"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CallErrors.NumberInvalid.Message, CallErrors.PersonUnknown.Message, CallErrors.TimeInvalid.Message), (refused.Status, refused.Wrong("number"), refused.Wrong("person"), refused.Wrong("at")));
        Assert.Contains(("transcript", "kept\nas typed"), refused.Form("/calls"));
        var made = await agent.Send(await agent.Open("/calls/new"), "/calls", ("number", "4999"), ("person", "somebody@harrow.example"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var at = made.Location!;
        Assert.Contains("One missed call", (await agent.Open(at)).Text, StringComparison.Ordinal);
        var early = await agent.Send(await agent.Open(at), $"{at}/call/tried", ("again", "2020-01-01T00:00"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CallErrors.AgainPassed.Message), (early.Status, early.Wrong("again")));
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(at), $"{at}/call/tried")).Status);
        Assert.Contains("tried once", (await agent.Open(at)).Text, StringComparison.Ordinal);
        Assert.Contains("call back", (await agent.Open("/tickets?flag=callback")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(at), $"{at}/call/reached", ("callWords", "All is well."))).Status);
        var after = await agent.Open(at);
        Assert.Contains("All is well.", after.Text, StringComparison.Ordinal);
        Assert.False(after.HasForm($"{at}/call/reached"));

        var unknown = (await agent.Send(await agent.Open("/calls/new"), "/calls", ("number", "4998"))).Location!;
        var nameless = await agent.Send(await agent.Open(unknown), $"{unknown}/call/reached", ("callWords", "kept"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CallErrors.CallerMissing.Message), (nameless.Status, nameless.Wrong("caller")));
        Assert.Contains(("callWords", "kept"), nameless.Form($"{unknown}/call/reached"));

        var administrator = await server.Browser(Role.Administrator);
        var wrong = await administrator.Send(await administrator.Open("/settings/calls"), "/settings/calls", ("dueMinutes", "0"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CallErrors.MinutesInvalid.Message), (wrong.Status, wrong.Wrong("dueMinutes")));
        Assert.False((await agent.Open("/settings/calls")).HasForm("/settings/calls"));
        var customer = await server.Browser(Role.Customer);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open("/calls/new")).Status);
    }
}
