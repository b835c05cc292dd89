using System.Net;
using System.Text;
using FirstContact.People;

namespace FirstContact.Mail;

public sealed class MailedPagesTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_message_is_shown_as_it_was_written_and_does_nothing()
    {
        var agent = await server.Browser(Role.Administrator);
        await server.Done(new ChangeMailRules(Unknown.Take, [], true, 60, ["mx.desk.example"]));
        var kept = await server.Done(new KeepMail("""
            Authentication-Results: mx.desk.example; spf=fail smtp.mailfrom=look.example; dkim=pass header.d=look.example
            From: Kim <kim@look.example>
            To: help@desk.example
            Subject: <b>Till</b>
            Message-ID: <look@look.example>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=x

            --x
            Content-Type: text/html; charset=utf-8

            <p onclick="alert(1)">The <b>till</b> <img src="cid:p"> <img src="https://elsewhere.example/spy.png" alt="a spy"><script>alert(2)</script></p>
            --x
            Content-Type: image/png; name=p.png
            Content-ID: <p>
            Content-Disposition: inline
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAA=
            --x
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:A look at the till
            DTSTART;TZID=Europe/London:20261124T093000
            LOCATION:Shop 4
            END:VEVENT
            END:VCALENDAR
            --x--

            """u8.ToArray(), MailVia.Pipe));
        string? number = null;
        await MailApiTests.Patient(async () => (number = (await server.Desk.Ask(new ShowMail(kept.Id), WebDesk.Itself.Caller)).Value!.Line.Ticket) is not null);
        var ticket = await agent.Open($"/t/{number}");
        Assert.Contains("SPF failed", ticket.Text, StringComparison.Ordinal);
        Assert.Contains("DKIM pass", ticket.Text, StringComparison.Ordinal);

        var at = $"/t/{number}/mail/{kept.Id.Value}";
        Assert.Contains($"href=\"{at}\"", ticket.Html, StringComparison.Ordinal);
        using (var answer = await agent.Get(at))
        {
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("sandbox ", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("https:", policy, StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Contains("src=\"data:image/png;base64,iVBORw0KGgoAAAA=\"", html, StringComparison.Ordinal);
            Assert.Contains("A look at the till, 24 November 2026 09:30, Europe/London, Shop 4", html, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;Till&lt;/b&gt;", html, StringComparison.Ordinal);
            foreach (var bad in new[] { "<script", "onclick", "spy.png" }) Assert.DoesNotContain(bad, html, StringComparison.Ordinal);
            Assert.Contains("A picture from elsewhere is not shown", html, StringComparison.Ordinal);
        }
        using (var asked = await agent.Get($"{at}?pictures=elsewhere"))
        {
            Assert.Contains("https://elsewhere.example/spy.png", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("img-src data: https:", asked.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        Assert.True(Tickets.TicketNumber.TryParse(number, out var on));
        Assert.Equal(0, Assert.Single((await server.Desk.Ask(new ListTicketMail(on), WebDesk.Itself.Caller)).Value!).Message);
        Assert.Equal(MailErrors.NotFound, (await server.Desk.Ask(new ShowTicketMail(new(99_999), kept.Id), WebDesk.Itself.Caller)).Error);
        // It is on that ticket alone, and for those who serve.
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open($"{at}9")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await server.Browser(Role.Customer)).Open(at)).Status);
    }

    [Fact]
    public async Task What_is_signed_or_encrypted_says_so_and_can_be_had_whole()
    {
        var agent = await server.Browser(Role.Administrator);
        var customer = await server.Browser(Role.Customer);
        foreach (var (seal, said, type, first, second) in new[]
        {
            ("Signed", "Trust me.", "multipart/signed; protocol=\"application/pgp-signature\"", "text/plain\r\n\r\nTrust me.", "application/pgp-signature; name=signature.asc\r\n\r\nABC"),
            ("Encrypted", "(It is encrypted: open it in your mail program.)", "multipart/encrypted; protocol=\"application/pgp-encrypted\"", "application/pgp-encrypted\r\n\r\nVersion: 1", "application/octet-stream; name=encrypted.asc\r\n\r\nXYZ"),
        })
        {
            var raw = Encoding.ASCII.GetBytes($"From: Kim <kim@sealed.example>\r\nTo: help@desk.example\r\nSubject: {seal}\r\nMessage-ID: <{seal}@sealed.example>\r\nMIME-Version: 1.0\r\nContent-Type: {type}; boundary=x\r\n\r\n--x\r\nContent-Type: {first}\r\n\r\n--x\r\nContent-Type: {second}\r\n--x--\r\n");
            var kept = await server.Done(new KeepMail(raw, MailVia.Pipe));
            string? number = null;
            await MailApiTests.Patient(async () => (number = (await server.Desk.Ask(new ShowMail(kept.Id), WebDesk.Itself.Caller)).Value!.Line.Ticket) is not null);
            var ticket = await agent.Open($"/t/{number}");
            var at = $"/t/{number}/mail/{kept.Id.Value}/raw";
            Assert.Contains($"<span class=\"fc-tag is-line\">{seal}</span> <a href=\"{at}\"", ticket.Html, StringComparison.Ordinal);
            Assert.Contains(said, ticket.Text, StringComparison.Ordinal);
            using (var whole = await agent.Get(at))
            {
                Assert.Equal(("message/rfc822", "attachment"), (whole.Content.Headers.ContentType!.MediaType, whole.Content.Headers.ContentDisposition!.DispositionType));
                Assert.Equal(raw, await whole.Content.ReadAsByteArrayAsync());
            }
            Assert.Equal(HttpStatusCode.NotFound, (await agent.Open($"/t/{number}/mail/999999/raw")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await customer.Open(at)).Status);
        }
    }
}
