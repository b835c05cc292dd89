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
