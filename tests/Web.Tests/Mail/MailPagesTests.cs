using System.Net;
using FirstContact.People;

namespace FirstContact.Mail;

public sealed class MailPagesTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_was_held_is_looked_at_and_taken_in()
    {
        var browser = await server.Browser(Role.Administrator);
        await server.Done(new ChangeMailRules(Unknown.Hold, [], true, 60, []));
        var kept = await server.Done(new KeepMail("From: Kim <kim@held.example>\nSubject: <script>alert(1)</script> till\nMessage-ID: <held@mail.example>\n\n<img src=x onerror=alert(2)>\n"u8.ToArray(), MailVia.Pipe));
        await MailApiTests.Patient(async () => (await browser.Open("/settings/mail?state=held")).Text.Contains("Nobody knows its sender", StringComparison.Ordinal));
        var list = await browser.Open("/settings/mail?state=held");
        Assert.DoesNotContain("<script>alert", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("kim@held.example", (await browser.Open("/settings/mail?state=failed")).Text, StringComparison.Ordinal);

        var at = $"/settings/mail/{kept.Id.Value}";
        var page = await browser.Open(at);
        Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(2)>", page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, at), (await browser.Send(page, $"{at}/again")) is var sent ? (sent.Status, sent.Location) : default);
        await MailApiTests.Patient(async () => (await browser.Open(at)).Text.Contains("taken in", StringComparison.Ordinal));
        Assert.False((await browser.Open(at)).HasForm($"{at}/again"));

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/block")).Status);
        var rules = await browser.Open("/settings/mail/rules");
        Assert.Contains("kim@held.example", rules.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(rules, "/settings/mail/unblocked")).Status);
        Assert.DoesNotContain("kim@held.example", (await browser.Open("/settings/mail/rules")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_needs_whoever_looks_after_mail_until_it_is_left_out()
    {
        await using var desk = await WebDesk.Start();
        var (browser, agent) = (await desk.SignedIn((await desk.Register("Ada", Role.Administrator)).Name), await desk.SignedIn((await desk.Register("Bo", Role.Agent)).Name));
        using var program = await desk.Program(await desk.Register("Pat", Role.Administrator));
        Assert.DoesNotContain("/settings/mail?state=held", (await browser.Open("/")).Html, StringComparison.Ordinal);
        await desk.Done(new ChangeMailRules(Unknown.Hold, [], true, 60, []));
        var kept = await desk.Done(new KeepMail("From: Kim <kim@held.example>\nSubject: Till\nMessage-ID: <till@mail.example>\n\nIt is dead\n"u8.ToArray(), MailVia.Pipe));
        await Patience.Until(async () => (await browser.Open("/")).Html.Contains("/settings/mail?state=held", StringComparison.Ordinal));
        var home = await browser.Open("/");
        Assert.Contains("1 message is held", home.Text, StringComparison.Ordinal);
        Assert.Contains(CountHeldMail.Topic, home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("1 message is held", (await agent.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("wait for somebody", (await browser.Open("/settings")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wait for somebody", (await agent.Open("/settings")).Text, StringComparison.Ordinal);
        Assert.Contains("Till", (await browser.Open("/settings/mail?state=held")).Text, StringComparison.Ordinal);
        var counts = (await program.Ask("mail/held")).Body!;
        Assert.Equal((1, 0), ((int)counts["held"]!, (int)counts["failed"]!));

        var at = $"/settings/mail/{kept.Id.Value}";
        Assert.Equal((HttpStatusCode.SeeOther, at), (await browser.Send(await browser.Open(at), $"{at}/left-out")) is var sent ? (sent.Status, sent.Location) : default);
        Assert.False((await browser.Open(at)).HasForm($"{at}/left-out"));
        Assert.DoesNotContain("1 message is held", (await browser.Open("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wait for somebody", (await browser.Open("/settings")).Text, StringComparison.Ordinal);
        Assert.Equal("refused", (string?)(await program.Send(HttpMethod.Post, $"mail/{kept.Id.Value}/refusal", new { })).Body!["state"]);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Send(HttpMethod.Post, "mail/999999/refusal", new { })).Status);
        var broken = await desk.Done(new KeepMail("From: Kim <kim@held.example>\nSubject: Broken\n\nx\n"u8.ToArray(), MailVia.Pipe));
        await Patience.Until(async () => (string?)(await program.Ask($"mail/{broken.Id.Value}")).Body!["state"] == "held");
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Post, $"mail/{broken.Id.Value}/refusal", new { })).Status);
        Assert.Equal(0, (int)(await program.Ask("mail/held")).Body!["held"]!);
        using var other = await desk.Program(await desk.Register("Cy", Role.Agent));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask("mail/held")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Send(HttpMethod.Post, $"mail/{broken.Id.Value}/refusal", new { })).Status);
    }

    [Fact]
    public async Task Rules_say_what_is_wrong_at_their_fields_and_lose_nothing()
    {
        var browser = await server.Browser(Role.Administrator);
        var page = await browser.Open("/settings/mail/rules");
        var wrong = await browser.Send(page, "/settings/mail/rules", ("domains", "example.com take\nno domain at all"), ("perHour", "0"), ("trustedServers", "mx.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Wrong("domains"));
        Assert.NotNull(wrong.Wrong("perHour"));
        Assert.Contains("no domain at all", wrong.Html, StringComparison.Ordinal);
        var saved = await browser.Send(page, "/settings/mail/rules", ("domains", "example.com hold\n\nshop.example refuse"), ("perHour", "20"), ("trustedServers", "mx.example, mx2.example"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var now = await browser.Open("/settings/mail/rules");
        Assert.Contains("example.com hold\nshop.example refuse", WebUtility.HtmlDecode(now.Html), StringComparison.Ordinal);
        Assert.Contains("mx.example, mx2.example", now.Html, StringComparison.Ordinal);
        var blocked = await browser.Send(now, "/settings/mail/blocked", ("sender", "nobody"), ("why", "noise"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blocked.Status);
        Assert.NotNull(blocked.Wrong("sender"));
        Assert.Contains("example.com hold", blocked.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_look_at_raw_mail()
    {
        var agent = await server.Browser(Role.Agent);
        var kept = await server.Done(new KeepMail("From: a@b.example\n\nSecret\n"u8.ToArray(), MailVia.Pipe));
        foreach (var path in new[] { "/settings/mail", "/settings/mail/rules", $"/settings/mail/{kept.Id.Value}", $"/settings/mail/{kept.Id.Value}/raw" })
        {
            var page = await agent.Open(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, page.Status));
            Assert.DoesNotContain("Secret", page.Text, StringComparison.Ordinal);
        }
        var administrator = await server.Browser(Role.Administrator);
        Assert.Equal("From: a@b.example\n\nSecret\n", (await administrator.Open($"/settings/mail/{kept.Id.Value}/raw")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Open("/settings/mail/999999")).Status);
    }
}
