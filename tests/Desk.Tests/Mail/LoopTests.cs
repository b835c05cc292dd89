using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Machines, floods and false senders.</summary>
public sealed class LoopTests
{
    private const string Helen = TestDatabase.HelensAddress;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_report_opens_nothing_and_is_told(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer")).Ticket);
        await desk.Sent("ours@desk.example", ticket);
        var line = await desk.Comes("MAILER-DAEMON@mail.example", "Undelivered", """
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example

            Final-Recipient: rfc822; helen.marsh@harrow.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 No such user

            --b
            Content-Type: message/rfc822

            Message-ID: <ours@desk.example>
            Subject: Printer

            Hello
            --b--
            """, "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n");
        Assert.Equal((MailState.Refused, 1), (line.State, await desk.Count("ticket")));
        await using var read = await desk.Node.Database.Read();
        var bounced = (await desk.Node.Get<JournalReader>().Of(read, KeptMail.Subject, line.Id.Value)).Select(e => e.Event).OfType<MailBounced>().Single();
        Assert.Equal(("ours@desk.example", ticket.Id, Helen, true, true, "5.1.1"), (bounced.Of, bounced.Ticket, bounced.Address, bounced.Permanent, bounced.Failed, bounced.Status));
        Assert.Equal([MailErrors.NoReport], await desk.Node.Refused(new ReportBounce((await desk.Keep([.. "From: a@b.example\n\nHello"u8])).Id), MailDesk.Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Our_own_mail_that_comes_back_and_automatic_answers_do_nothing(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        Assert.Equal(MailState.Refused, (await desk.Comes(Helen, "Printer", headers: $"X-FirstContact-Loop: {(await desk.Mark()).Desk}\n")).State);
        Assert.Equal(MailState.Refused, (await desk.Comes(Helen, "Out of office", headers: "Auto-Submitted: auto-replied\n")).State);
        Assert.Equal(0, await desk.Count("ticket"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_desk_opens_one_ticket_that_no_machine_answers(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var line = await desk.Comes("Their desk <help@their-desk.example>", "We have your request", headers: "Auto-Submitted: auto-generated\nX-FirstContact-Loop: another\n");
        Assert.Equal((MailState.Taken, "Auto-Submitted: auto-generated"), (line.State, line.Machine));
        Assert.Null((await desk.Comes(Helen, "Printer")).Machine);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_flood_of_one_sender_waits_and_others_do_not(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Take, [], true, 3, []), MailDesk.Administrator);
        var states = new List<MailState>();
        for (var i = 0; i < 5; i++) states.Add((await desk.Comes("Loop <loop@shop.example>", "Again")).State);
        Assert.Equal([MailState.Taken, MailState.Taken, MailState.Taken, MailState.Held, MailState.Held], states);
        Assert.Equal(MailState.Taken, (await desk.Comes(Helen, "Printer")).State);
        desk.Desk.Clock.Pass(Duration.FromHours(2));
        Assert.Equal(MailState.Taken, (await desk.Comes("Loop <loop@shop.example>", "Again")).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_false_sender_acts_on_no_ticket(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Take, [], true, 60, ["MX.desk.example"]), MailDesk.Administrator);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer", headers: "Authentication-Results: mx.desk.example; dmarc=pass; spf=pass\n", id: "begin@mail.example")).Ticket);
        var held = await desk.Comes(Helen, "Re: Printer", "Close it", "Authentication-Results: mx.desk.example; dmarc=fail\nReferences: <begin@mail.example>\n");
        Assert.Equal((MailState.Held, null, "dmarc=fail"), (held.State, held.Ticket, held.Checks));
        Assert.Equal(MailState.Held, (await desk.Comes(Helen, "Re: Printer", "Close it", "Authentication-Results: mx.desk.example; dmarc=none; spf=fail; dkim=fail\nReferences: <begin@mail.example>\n")).State);
        Assert.Empty((await desk.Life(ticket)).OfType<MessagePosted>());
        Assert.Equal("dmarc=pass, spf=pass", (await desk.Node.Asked(new ListMail(MailState.Taken), MailDesk.Administrator)).Rows.Single().Checks);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Blocked_senders_are_not_heard_until_they_are_again(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new BlockSender("Shop.example", "Advertising"), MailDesk.Administrator);
        Assert.Equal(MailState.Refused, (await desk.Comes("Kim <kim@shop.example>", "Buy")).State);
        var rules = await desk.Node.Done(new UnblockSender("shop.example"), MailDesk.Administrator);
        await desk.Node.Folds(new MailRules(), rules);
        Assert.Equal(rules, await desk.Node.Asked(new ShowMailRules(), MailDesk.Administrator));
        Assert.Equal(MailState.Taken, (await desk.Comes("Kim <kim@shop.example>", "Buy")).State);
    }
}
