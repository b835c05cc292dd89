using System.Text;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact;

/// <summary>Mail comes in: an agent reads it with its picture and its history folded, and an administrator lets in what was held.</summary>
[Collection(Chromium.Name)]
public sealed class MailPathTests(Chromium chromium)
{
    // One pixel.
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Mail_is_read_on_its_ticket_and_what_was_held_is_let_in(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        var sender = $"{administrator.First}-kim@shop.example".ToLowerInvariant();
        var kept = await Hand(desk, $"""
            From: Kim Doe <{sender}>
            To: help@desk.example
            Subject: Till of {administrator.First} is dark
            Message-ID: <{administrator.First}@shop.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            It went dark again.

            On Monday, 16 November 2026, the desk wrote:
            > Is it the same till as last week?
            --b
            Content-Type: image/png; name=till.png
            Content-Transfer-Encoding: base64

            {Picture}
            --b--

            """);
        await administrator.Open($"/settings/mail/{kept.Id.Value}");
        await administrator.Sees("taken in");
        await administrator.Page.Locator("main dl a").First.ClickAsync();
        await administrator.Sees("It went dark again.");
        var history = administrator.Page.GetByText("Is it the same till as last week?");
        await Assertions.Expect(history).ToBeHiddenAsync();
        await administrator.Page.Locator("details.mail-fold > summary").ClickAsync();
        await Assertions.Expect(history).ToBeVisibleAsync();
        Assert.Equal(1, await administrator.Page.Locator("img.mail-picture").EvaluateAsync<int>("p => p.decode().then(() => p.naturalWidth)"));

        await LooksTests.AssertLooksWell(administrator, "a ticket by mail");

        var held = await Hand(desk, "Subject: nobody\n\nWho wrote this?\n");
        await administrator.Open($"/settings/mail/{held.Id.Value}");
        await administrator.Sees("Nobody can be told by its sender");
        await LooksTests.AssertLooksWell(administrator, "mail held");
        await administrator.Open("/settings/mail");
        await LooksTests.AssertLooksWell(administrator, "mail");
        await administrator.Page.SetViewportSizeAsync(1440, 900);
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Rules" }).ClickAsync();
        await administrator.Field("domains").FillAsync("shop.example perhaps");
        await administrator.Press("Save");
        await administrator.Sees("Name each domain as it stands behind the @");
        Assert.Equal("shop.example perhaps", await administrator.Field("domains").InputValueAsync());
        await LooksTests.AssertLooksWell(administrator, "rules of mail refused");
        Assert.DoesNotContain(administrator.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_ticket_by_mail_says_who_gets_the_reply_and_what_did_not_arrive(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        var helen = await desk.Register($"{chromium.Unique("Helen")} Marsh", Role.Customer);
        var gareth = await desk.Register($"{chromium.Unique("Gareth")} Marsh", Role.Customer);
        var kept = await Hand(desk, $"""
            From: {helen.Name} <{helen.Email}>
            To: help@desk.example
            Cc: {gareth.Email}
            Subject: Labels of {agent.First} are crooked
            Message-ID: <labels-{agent.First}@shop.example>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            Look at this.

            On Monday, 16 November 2026, Supplies wrote:
            > Take our new roll.
            --a
            Content-Type: text/html

            <p>Look at this.</p><img src="cid:label@shop.example" alt="A label"><p>On Monday, 16 November 2026, Supplies wrote:</p><blockquote>Take our new roll.<img src="https://pictures.labels.example/logo.png" alt="Supplies"></blockquote>
            --a--
            --r
            Content-Type: image/png; name=label.png
            Content-ID: <label@shop.example>
            Content-Disposition: inline; filename=label.png
            Content-Transfer-Encoding: base64

            {Picture}
            --r--

            """);
        MailLine line;
        while ((line = (await desk.Desk.Ask(new ShowMail(kept.Id), Caller.Desk)).Value!.Line).State == MailState.Waiting) await Task.Delay(50);
        Assert.True(TicketNumber.TryParse(line.Ticket, out var on));
        await desk.Done(new AssignTicket(on, agent.Who!.Email));

        await agent.Open($"/t/{line.Ticket}");
        Assert.Equal(1, await agent.Page.Locator("img.mail-picture").EvaluateAsync<int>("p => p.decode().then(() => p.naturalWidth)"));
        await Assertions.Expect(agent.Page.GetByText("Take our new roll.")).ToBeHiddenAsync();
        var readers = agent.Page.Locator(".fc-readers");
        await Assertions.Expect(readers).ToContainTextAsync($"By mail to {helen.Name} {helen.Email}, {gareth.Name} {gareth.Email}");
        await LooksTests.AssertLooksWell(agent, "who gets the reply");
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await readers.GetByRole(AriaRole.Link).ClickAsync();
        await agent.Sees("The next public reply");

        // As it was written: what came along is there, and nothing is fetched from elsewhere before somebody asks for it.
        var fetched = 0;
        await agent.Page.RouteAsync("https://pictures.labels.example/**", route =>
        {
            Interlocked.Increment(ref fetched);
            return route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Convert.FromBase64String(Picture) });
        });
        await agent.Open($"/t/{line.Ticket}");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Show as it was written" }).ClickAsync();
        await Assertions.Expect(agent.Page.GetByAltText("A label")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^data:image/png"));
        await Assertions.Expect(agent.Page.GetByText("A picture from elsewhere is not shown")).ToBeVisibleAsync();
        Assert.Equal(0, fetched);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Show it" }).ClickAsync();
        await Assertions.Expect(agent.Page.GetByAltText("Supplies")).ToHaveCountAsync(1);
        await Patience.Until(() => Task.FromResult(fetched > 0));

        // It was answered, and to the colleague it did not arrive.
        await desk.Done(new SayOnTicket(on, MessageKind.Reply, Visibility.Public, "Put the old roll back, please."), new(new(agent.Who.Id, agent.Who.Name, DeskModule.RoleBook.Permissions(agent.Who.Roles), new HashSet<long>()), "page"));
        await Patience.Until(async () => (await desk.Desk.Ask(new ListTicketLetters(on), Caller.Desk)).Value!.Any(l => l.Person.Id == gareth.Id && l.State == LetterState.Withheld));
        await desk.Get<Database>().Commit([new Statement("update letter set state = 'Bounced', answer = '552 5.2.2 the mailbox is full' where ticket = @ticket and person = @person", ("@ticket", on), ("@person", gareth.Id))]);
        await desk.Done(new StopAddress(gareth.Email, "552 5.2.2 the mailbox is full", (await desk.Desk.Ask(new ListTicketLetters(on), Caller.Desk)).Value!.Single(l => l.Person.Id == gareth.Id && l.State == LetterState.Bounced).Id));
        await agent.Open($"/t/{line.Ticket}");
        await Assertions.Expect(agent.Page.Locator(".fc-readers .is-not")).ToContainTextAsync($"{gareth.Name} (address stopped after a bounce)");
        await agent.Sees("552 5.2.2 the mailbox is full");
        await LooksTests.AssertLooksWell(agent, "a bounce on its ticket");
        await agent.Page.SetViewportSizeAsync(1440, 900);

        await agent.Open("/");
        var row = agent.Page.Locator(".fc-now > li", new() { HasText = $"Labels of {agent.First} are crooked" }).Filter(new() { HasText = "552 5.2.2 the mailbox is full" });
        await Assertions.Expect(row).ToContainTextAsync(gareth.Email);
        await LooksTests.AssertLooksWell(agent, "a bounce needs me");
        await agent.Page.SetViewportSizeAsync(1440, 900);
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        Assert.DoesNotContain(agent.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sender_is_blocked_and_heard_again()
    {
        var desk = await chromium.Desk("sqlite");
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        var sender = $"{administrator.First}@offers.example".ToLowerInvariant();
        await administrator.Open("/settings/mail/rules");
        await administrator.Page.Locator("form[action='/settings/mail/blocked'] [name=sender]").FillAsync("two words");
        await administrator.Page.Locator("form[action='/settings/mail/blocked'] button").ClickAsync();
        await Assertions.Expect(administrator.Page.Locator("form[action='/settings/mail/blocked'] .fc-err")).ToBeVisibleAsync();
        await administrator.Page.Locator("form[action='/settings/mail/blocked'] [name=sender]").FillAsync(sender);
        await administrator.Page.Locator("form[action='/settings/mail/blocked'] button").ClickAsync();
        await Assertions.Expect(administrator.Button($"Hear again {sender}")).ToBeVisibleAsync();
        var refused = await Hand(desk, $"From: {sender}\nTo: help@desk.example\nSubject: Toner\nMessage-ID: <{administrator.First}@offers.example>\n\nOnly today!\n");
        await administrator.Open($"/settings/mail/{refused.Id.Value}");
        await administrator.Sees("Its sender is blocked");
        await administrator.Open("/settings/mail/rules");
        await administrator.Press($"Hear again {sender}");
        await Assertions.Expect(administrator.Button($"Hear again {sender}")).ToHaveCountAsync(0);
    }

    private static async Task<KeptMail> Hand(WebDesk desk, string raw)
    {
        var kept = await desk.Desk.Do(new KeepMail(Encoding.UTF8.GetBytes(raw), MailVia.Pipe), WebDesk.Itself);
        Assert.Null(kept.Error);
        return kept.Value!;
    }
}
