using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirstContact.People;

namespace FirstContact.Mail;

public sealed class MailApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task From_the_raw_message_to_the_ticket()
    {
        using var program = await server.Program(Role.Administrator);
        var (status, body) = await Hand(program, Raw("kim@shop.example", "Till is dead"), "help+x@desk.example");
        Assert.Equal((HttpStatusCode.Accepted, "waiting"), (status, (string?)body!["state"]));
        var at = $"mail/{(long)body["id"]!}";
        Assert.Equal((long)body["id"]!, (long)(await Hand(program, Raw("kim@shop.example", "Till is dead"))).Body!["id"]!);
        await Patient(async () => (string?)(await program.Ask(at)).Body!["state"] == "taken");
        var line = (await program.Ask(at)).Body!;
        Assert.Equal(("kim@shop.example", "Till is dead", "help+x@desk.example", "http"), ((string?)line["sender"], (string?)line["subject"], (string?)line["recipient"], (string?)line["via"]));
        var ticket = (await program.Ask($"tickets/{(string)line["ticket"]!}")).Body!;
        Assert.Equal(("Till is dead", "mail"), ((string?)ticket["title"], (string?)ticket["channel"]));
        Assert.Contains((await program.Ask("mail?state=taken")).Body!["items"]!.AsArray(), m => (long)m!["id"]! == (long)body["id"]!);
        Assert.Equal(Raw("kim@shop.example", "Till is dead"), await program.GetStringAsync(new Uri($"/api/v1/{at}/raw", UriKind.Relative)));
        Assert.Equal("mail.on-ticket", (await program.Send(HttpMethod.Post, $"{at}/attempts", new { })).Code);
    }

    [Fact]
    public async Task What_a_tickets_page_shows_of_its_mail()
    {
        using var program = await server.Program(Role.Administrator);
        using var customer = await server.Program(Role.Customer);
        var raw = Raw("kim@shop.example", "Till is dark");
        var at = $"mail/{(long)(await Hand(program, raw)).Body!["id"]!}";
        await Patient(async () => (string?)(await program.Ask(at)).Body!["state"] == "taken");
        var ticket = $"tickets/{(string)(await program.Ask(at)).Body!["ticket"]!}";
        var mail = Assert.Single((await program.Ask($"{ticket}/mail")).Body!["items"]!.AsArray())!;
        Assert.Equal((0, "none"), ((int)mail["message"]!, (string?)mail["seal"]));
        Assert.Equal(raw, await program.GetStringAsync(new Uri($"/api/v1/{ticket}/mail/{(long)mail["id"]!}/raw", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask($"{ticket}/mail/999999/raw")).Status);
        Assert.Contains((await program.Ask($"{ticket}/readers")).Body!["items"]!.AsArray(), r => (string?)r!["to"] == "kim@shop.example");
        Assert.Equal(HttpStatusCode.OK, (await program.Ask($"{ticket}/letters")).Status);
        foreach (var what in (string[])["mail", "letters", "readers"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await customer.Ask($"{ticket}/{what}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await program.Ask($"tickets/INC-999999/{what}")).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask($"{ticket}/mail/{(long)mail["id"]!}/raw")).Status);
    }

    [Fact]
    public async Task A_token_of_its_own_scope_hands_in_and_does_nothing_else()
    {
        using var other = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await Hand(other, Raw("kim@shop.example", "No"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask("mail")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask("mail-rules")).Status);
        await using var desk = await WebDesk.Start();
        using var narrow = await desk.Program(await desk.Register("Provider", Role.Administrator), "mail.hand-in");
        Assert.Equal(HttpStatusCode.Accepted, (await Hand(narrow, Raw("kim@shop.example", "Yes"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.Ask("mail")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.Ask("people")).Status);
    }

    [Fact]
    public async Task What_is_empty_or_too_large_is_refused_and_not_stored()
    {
        using var program = await server.Program(Role.Administrator);
        var before = (await program.Ask("mail")).Body!["items"]!.AsArray().Count;
        var (status, body) = await Hand(program, "");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mail.empty"), (status, (string?)body!["code"]));
        (status, body) = await Hand(program, new string('x', (60 * 1024 * 1024) + 1));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mail.too-large"), (status, (string?)body!["code"]));
        Assert.Equal(before, (await program.Ask("mail")).Body!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Rules_and_blocked_senders()
    {
        using var program = await server.Program(Role.Administrator);
        var now = await program.Ask("mail-rules");
        Assert.Equal(["domains", "perHour"], (await program.Send(HttpMethod.Put, "mail-rules", new { domains = new[] { new { domain = "no domain" } }, perHour = 0 })).Fields.Order());
        var changed = await program.Send(HttpMethod.Put, "mail-rules", new { unknown = "hold", domains = new[] { new { domain = "Shop.example", unknown = "take" } }, invited = false, perHour = 30, trustedServers = new[] { "mx.example" } }, match: now.Tag);
        Assert.Equal(("hold", "shop.example", false, 30), ((string?)changed.Body!["unknown"], (string?)changed.Body["domains"]![0]!["domain"], (bool)changed.Body["invited"]!, (int)changed.Body["perHour"]!));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await program.Send(HttpMethod.Put, "mail-rules", new { perHour = 9 }, match: "\"99\"")).Status);

        Assert.Equal(["sender"], (await program.Send(HttpMethod.Post, "blocked-senders", new { sender = "nobody" })).Fields);
        Assert.Equal("bad.example", (string?)(await program.Send(HttpMethod.Post, "blocked-senders", new { sender = "bad.example", why = "noise" })).Body!["items"]![0]!["sender"]);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Send(HttpMethod.Delete, "blocked-senders/bad.example")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Send(HttpMethod.Delete, "blocked-senders/bad.example")).Status);
        Assert.Empty((await program.Ask("blocked-senders")).Body!["items"]!.AsArray());
        await program.Send(HttpMethod.Put, "mail-rules", new { });
        Assert.Equal("mail.state-unknown", (await program.Ask("mail?state=lost")).Code);
        Assert.Equal("mail.limit-invalid", (await program.Ask("mail?limit=many")).Code);
        Assert.Equal("mail.cursor-invalid", (await program.Ask("mail?after=x")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Ask("mail/999999")).Status);
    }

    internal static string Raw(string from, string subject) => $"From: {from}\r\nTo: help@desk.example\r\nSubject: {subject}\r\nMessage-ID: <{subject.GetHashCode(StringComparison.Ordinal)}@mail.example>\r\n\r\nIt does not work.\r\n";

    internal static async Task<(HttpStatusCode Status, JsonNode? Body)> Hand(HttpClient program, string raw, string? recipient = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(raw)) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        var answer = await program.PostAsync(new Uri($"/api/v1/mail{(recipient is null ? "" : $"?recipient={Uri.EscapeDataString(recipient)}")}", UriKind.Relative), content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    internal static Task Patient(Func<Task<bool>> holds) => Patience.Until(holds);
}
