using System.Net;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>News, choices and the link in letters, as people and programs meet them.</summary>
public sealed class NoticePagesTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Opening_a_ticket_reads_its_news_and_muting_ends_them()
    {
        var (number, customer, agent) = await Opened();
        using (agent)
        {
            await Say(agent, number, "Have you tried another cable?");
            await Patience.Until(async () => (await customer.Open("/news")).Text.Contains("Have you tried another cable?", StringComparison.Ordinal));
            var news = await customer.Open("/news");
            Assert.Contains("You are told because it is your request.", news.Text, StringComparison.Ordinal);
            Assert.Contains("1 new", news.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"fc-side\"", news.Html, StringComparison.Ordinal);

            Assert.Contains("Have you tried another cable?", (await customer.Open($"/t/{number}")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Have you tried another cable?", (await customer.Open("/news")).Text, StringComparison.Ordinal);
            var all = await customer.Open("/news?show=all");
            Assert.Contains("Have you tried another cable?", all.Text, StringComparison.Ordinal);
            var again = await customer.Send("/news/reading", [.. all.Form("/news/reading"), ("again", "yes")]);
            Assert.Equal((HttpStatusCode.SeeOther, "/news?show=all"), (again.Status, again.Location));
            Assert.Contains("Have you tried another cable?", (await customer.Open("/news")).Text, StringComparison.Ordinal);

            var at = $"/t/{long.Parse(number[4..], System.Globalization.CultureInfo.InvariantCulture)}";
            var muted = await customer.Send(await customer.Open($"/t/{number}"), $"/t/{number}/mute");
            Assert.Equal((HttpStatusCode.SeeOther, at), (muted.Status, muted.Location));
            Assert.Contains("You have muted this.", (await customer.Open($"/t/{number}")).Text, StringComparison.Ordinal);
            var told = (await agent.Ask($"tickets/{number}/telling")).Body!["items"]!.AsArray();
            Assert.Contains(told, t => (string)t!["next"]! == "reply" && (string)t["why"]! == "isCustomer" && t["ways"]!.AsArray().All(w => (string)w!["course"]! == "muted"));
            Assert.Contains(number, (await customer.Open("/me/notices")).Text, StringComparison.Ordinal);
            await customer.Send(await customer.Open($"/t/{number}"), $"/t/{number}/mute/end");
            Assert.DoesNotContain("You have muted this.", (await customer.Open($"/t/{number}")).Text, StringComparison.Ordinal);
            // Who is told is for those who serve.
            Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open($"/t/{number}/telling")).Status);
        }
    }

    [Fact]
    public async Task Choices_are_kept_and_what_is_wrong_is_said_beside_its_field()
    {
        var browser = await server.Browser(Role.Agent);
        const string At = "/me/notices";
        var page = await browser.Open(At);
        Assert.Contains("Somebody calls me by name", page.Text, StringComparison.Ordinal);
        List<(string, string)> fields = [.. page.Form(At).Where(f => f.Name is "_form" or "version")];
        var refused = await browser.Send(At, [.. fields, ("mail-said", "Digest"), ("app-called", "yes"), ("rhythm", "Weekly"), ("day", "Friday"), ("at", "16:30"), ("zone", "Mars/Olympus"), ("quietUntil", "2001-01-01T10:00")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(NoticeErrors.ZoneUnknown.Message, refused.Wrong("zone"));
        Assert.Equal(NoticeErrors.QuietPassed.Message, refused.Wrong("quietUntil"));
        Assert.Contains("Mars/Olympus", refused.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"mail-said\"[^>]*>\\s*<option[^>]*>[^<]*</option>\\s*<option value=\"Digest\" selected", refused.Html);

        var saved = await browser.Send(At, [.. fields, ("mail-said", "Digest"), ("app-called", "yes"), ("rhythm", "Weekly"), ("day", "Friday"), ("at", "16:30"), ("zone", "Europe/Berlin")]);
        Assert.Equal((HttpStatusCode.SeeOther, At), (saved.Status, saved.Location));
        var stored = await browser.Open(At);
        Assert.Matches("<option value=\"Friday\" selected", stored.Html);
        Assert.Contains("value=\"16:30\"", stored.Html, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", stored.Html, StringComparison.Ordinal);
        var stale = await browser.Send(At, [.. fields.Select(f => f.Item1 == "version" ? ("version", "7") : f), ("mail-said", "Never")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);

        // A customer has less to choose.
        var customer = await (await server.Browser(Role.Customer)).Open(At);
        Assert.DoesNotContain("A note on a ticket", customer.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody writes to me about a request", customer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_and_defaults_by_the_api()
    {
        using var agent = await server.Program(Role.Agent);
        var put = await agent.Send(HttpMethod.Put, "notice-choices", new { choices = new[] { new { kind = "noted", channel = "mail", timing = "digest" } }, digest = new { rhythm = "daily", day = "monday", at = "07:15", zone = "Europe/Paris" } });
        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Contains(put.Body!["now"]!.AsArray(), c => (string)c!["kind"]! == "noted" && (string)c["channel"]! == "mail" && (string)c["timing"]! == "digest");
        Assert.Equal("07:15", (string)(await agent.Ask("notice-choices")).Body!["digest"]!["at"]!);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "notice.choice-impossible"), (await agent.Send(HttpMethod.Put, "notice-choices", new { choices = new[] { new { kind = "said", channel = "app", timing = "digest" } } })) is var no ? (no.Status, no.Code) : default);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Ask("notice-defaults")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Put, "notice-defaults", new { })).Status);

        using var administrator = await server.Program(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Send(HttpMethod.Put, "notice-defaults", new { locked = new[] { new { kind = "confirm", channel = "mail" } } })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "notice.choice-locked"), (await agent.Send(HttpMethod.Put, "notice-choices", new { choices = new[] { new { kind = "confirm", channel = "mail", timing = "never" } } })) is var locked ? (locked.Status, locked.Code) : default);
        Assert.Contains("Set by your organisation", (await (await server.Browser(Role.Customer)).Open("/me/notices")).Html, StringComparison.Ordinal);
        var browser = await server.Browser(Role.Administrator);
        var page = await browser.Open("/settings/notices");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, "/settings/notices", ("zone", "nowhere"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send("/settings/notices", page.Form("/settings/notices").Where(f => f.Name is "_form" or "version" || f.Name.StartsWith("app-", StringComparison.Ordinal)))).Status);
        Assert.Empty((await administrator.Ask("notice-defaults")).Body!["locked"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Agent)).Open("/settings/notices")).Status);
    }

    [Fact]
    public async Task News_by_the_api()
    {
        var (number, _, agent) = await Opened();
        using (agent)
        {
            using var other = await server.Program(Role.Agent);
            await agent.Send(HttpMethod.Put, $"tickets/{number}/assignee", new { person = "me" });
            await Say(other, number, "A note for who has it", "internal");
            await Patience.Until(async () => (await agent.Ask("news")).Body!["items"]!.AsArray().Count > 0);
            var one = (await agent.Ask("news")).Body!["items"]![0]!;
            Assert.Equal((number, "noted", "hasIt", "A note for who has it"), ((string)one["ticket"]!, (string)one["notices"]![0]!["event"]!, (string)one["notices"]![0]!["why"]!, (string)one["notices"]![0]!["words"]!));
            Assert.Empty((await other.Ask("news?all=true")).Body!["items"]!.AsArray());
            Assert.Equal(0, (int)(await agent.Send(HttpMethod.Post, "news/reading", new { ticket = number })).Body!["tickets"]!);
            Assert.Empty((await agent.Ask("news")).Body!["items"]!.AsArray());
            Assert.Equal(["limit"], (await agent.Ask("news?limit=x")).Fields);
            Assert.Equal(HttpStatusCode.NoContent, (await agent.Send(HttpMethod.Put, $"tickets/{number}/mute", new { })).Status);
            Assert.Equal([number], (await agent.Ask("notice-choices")).Body!["muted"]!.AsArray().Select(m => (string)m!));
            Assert.Equal(HttpStatusCode.NoContent, (await agent.Send(HttpMethod.Delete, $"tickets/{number}/mute")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await agent.Send(HttpMethod.Put, "tickets/INC-999999/mute", new { })).Status);
        }
    }

    [Fact]
    public async Task The_link_of_a_letter_asks_and_one_press_stops_it_without_signing_in()
    {
        var bo = await server.Done(new RegisterPerson("Bo Unsubscribes", "bo.unsubscribes@example.org", Roles: [Role.Agent]));
        var asBo = new Call(new(bo.Id, bo.Name, new HashSet<string>(), new HashSet<long>()), "test");
        var ticket = await server.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "A noisy one", "x", "bo.unsubscribes@example.org", Policies.Level.Low, Policies.Level.Low));
        var token = new Unsubscribing(bo.Id, LetterKind.Said, ticket.Id).Token(await Mark());
        using var anybody = server.Anonymous();

        var asks = await anybody.GetStringAsync($"/unsubscribe/{token}");
        Assert.Contains("No more letters of this kind", asks, StringComparison.Ordinal);
        Assert.Contains(ticket.Number, asks, StringComparison.Ordinal);
        // A server that looks at links has changed nothing.
        Assert.Empty((await Chosen()).Settings.Choices.Choices);

        using var pressed = await anybody.PostAsync($"/unsubscribe/{token}", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.Equal([new NoticeChoice(LetterKind.Said, NoticeChannel.Mail, Timing.Never)], (await Chosen()).Settings.Choices.Choices);
        using var muted = await anybody.PostAsync($"/unsubscribe/{token}", new FormUrlEncodedContent([new("what", "ticket")]));
        Assert.Contains("You hear nothing more", await muted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([ticket.Id], (await Chosen()).Settings.Muted);

        foreach (var wrong in new[] { token[..^1] + (token[^1] == 'a' ? 'b' : 'a'), "x", $"{bo.Id.Value}-1-0-aaaaaaaaaaaaaaaa" })
        {
            using var refused = await anybody.GetAsync($"/unsubscribe/{wrong}");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            Assert.Contains(NoticeErrors.LinkUnknown.Message, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.PostAsync($"/unsubscribe/{wrong}", new FormUrlEncodedContent([]))).StatusCode);
        }

        async Task<NoticeChoicesView> Chosen() => (await server.Desk.Ask(new ShowNoticeChoices(), asBo.Caller with { Permissions = new HashSet<string> { TicketPermissions.SeeAll.Name } })).Value!;
    }

    private async Task<MailMark> Mark()
    {
        await using var read = await server.Get<Database>().Read();
        return await read.MailMark();
    }

    private async Task<(string Number, Browser Customer, HttpClient Agent)> Opened()
    {
        var agent = await server.Program(Role.Agent);
        var customer = await server.Browser(Role.Customer);
        var me = await customer.Open("/me");
        var email = System.Text.RegularExpressions.Regex.Match(me.Html, "name=\"username\" value=\"([^\"]+)\"").Groups[1].Value;
        var made = await agent.Send(HttpMethod.Post, "tickets", new { kind = "incident", title = "Labels print blank", description = "All of them", customer = new { email }, channel = "phone", impact = "low", urgency = "low" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return ((string)made.Body!["number"]!, customer, agent);
    }

    private static async Task Say(HttpClient program, string number, string body, string visibility = "public") =>
        Assert.Equal(HttpStatusCode.Created, (await program.Send(HttpMethod.Post, $"tickets/{number}/messages", new { visibility, body })).Status);
}
