using System.Net;
using FirstContact.People;

namespace FirstContact.Mailboxes;

public sealed class MailboxApiTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Secret = "open-sesame-of-this-test";

    [Fact]
    public async Task From_the_first_word_to_the_removal()
    {
        using var there = new TestMailbox();
        using var program = await server.Program(Role.Administrator);
        object said = new { name = "Api", address = $"{there.Name}@harrow.example", host = TestImap.Host, port = TestImap.Port, safety = "none", login = there.Name, password = TestImap.Password, team = "First Contact" };
        var added = await program.Send(HttpMethod.Post, "mailboxes", said);
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (added.Status, added.Tag));
        Assert.Equal((false, "First Contact", "password"), ((bool)added.Body!["active"]!, (string)added.Body["team"]!, (string)added.Body["secrets"]![0]!));
        var at = added.Location!["/api/v1/".Length..];
        var tried = await program.Send(HttpMethod.Post, $"{at}/trials", new { });
        Assert.Equal((true, 0), ((bool)tried.Body!["works"]!, (int)tried.Body["messages"]!));
        Assert.True((bool)(await program.Send(HttpMethod.Post, $"{at}/activation", new { })).Body!["active"]!);
        await Patience.Until(async () => (await program.Ask(at)).Body!["contactedAt"] is not null);
        Assert.False((bool)(await program.Send(HttpMethod.Delete, $"{at}/activation")).Body!["active"]!);
        Assert.Equal(HttpStatusCode.Conflict, (await program.Send(HttpMethod.Post, $"{at}/fetches", new { })).Status);

        object other = new { name = "Api", address = "other@harrow.example", host = TestImap.Host, port = TestImap.Port, safety = "none", login = there.Name, password = Secret };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.Send(HttpMethod.Put, at, other, match: "\"1\"")).Status);
        var changed = await program.Send(HttpMethod.Put, at, other);
        Assert.Equal("other@harrow.example", (string)changed.Body!["address"]!);
        Assert.StartsWith("The server did not let us in", (string)(await program.Send(HttpMethod.Post, $"{at}/trials", new { })).Body!["wrong"]!, StringComparison.Ordinal);
        foreach (var path in new[] { "mailboxes", at, "journal?limit=500" }) Assert.DoesNotContain(Secret, (await program.Ask(path)).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Send(HttpMethod.Delete, at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask(at)).Status);
    }

    [Fact]
    public async Task It_has_a_rule_of_its_own_for_strangers_until_that_is_left_away()
    {
        using var program = await server.Program(Role.Administrator);
        object Said(string? unknown) => new { name = "Strangers", address = "strangers@harrow.example", host = "imap.harrow.example", login = "s", password = Secret, unknown };
        var added = await program.Send(HttpMethod.Post, "mailboxes", Said("hold"));
        Assert.Equal((HttpStatusCode.Created, "hold"), (added.Status, (string?)added.Body!["unknown"]));
        var at = added.Location!["/api/v1/".Length..];
        Assert.Equal("refuse", (string?)(await program.Send(HttpMethod.Put, at, Said("refuse"))).Body!["unknown"]);
        Assert.Null((await program.Send(HttpMethod.Put, at, Said(null))).Body!["unknown"]);
        var wrong = await program.Send(HttpMethod.Put, at, Said("banish"));
        Assert.InRange((int)wrong.Status, 400, 422);
        Assert.Null((await program.Ask(at)).Body!["unknown"]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_agents_may_not()
    {
        using var program = await server.Program(Role.Administrator);
        var refused = await program.Send(HttpMethod.Post, "mailboxes", new { name = "Bad", address = "nobody", host = "imap.example.com" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(MailboxErrors.AddressInvalid.Message, refused.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(MailboxErrors.PasswordMissing.Field!, refused.Body.ToJsonString(), StringComparison.Ordinal);
        using var agent = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Ask("mailboxes")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Post, "mailboxes", new { name = "Bad" })).Status);
    }
}
