using System.Text;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>From the raw report of another server to whoever has to know of it.</summary>
public sealed class ReportTests
{
    private static readonly Call Agent = SendingDesk.Administrator, Itself = new(Caller.Desk, "test");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    /// <summary>Given up after days, as Postfix, sendmail and Exchange say it; full, too large and taken for spam: the letter is lost, and the next may arrive.</summary>
    public static TheoryData<string, string, string, bool> Failures
    {
        get
        {
            var all = new TheoryData<string, string, string, bool>();
            foreach (var engine in (string[])["sqlite", "postgres"])
            {
                foreach (var (status, said) in new[]
                {
                    ("4.4.1", "X-Postfix; connect to mx.example[192.0.2.1]:25: Connection timed out"), ("4.4.7", "smtp; 450 Message could not be delivered for 5 days"), ("4.3.0", "smtp; 451 4.3.0 Try again later"),
                    ("5.2.2", "smtp; 552 5.2.2 The mailbox is full"), ("5.3.4", "smtp; 552 5.3.4 Message size exceeds fixed limit"), ("5.7.1", "smtp; 554 5.7.1 Looks like spam"), ("5.0.0", "smtp; 554 Refused"), ("5.0.0", "smtp; 550 5.7.26 Unauthenticated"),
                }) all.Add(engine, status, said, false);
                foreach (var (status, said) in new[] { ("5.1.1", "smtp; 550 5.1.1 User unknown"), ("5.0.0", "smtp; 550 5.1.1 No such user"), ("5.1.2", "smtp; Host unknown"), ("5.1.10", "smtp; 556 5.1.10 Null MX"), ("5.2.1", "smtp; 550 Mailbox disabled") }) all.Add(engine, status, said, true);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Failures))]
    public async Task A_letter_that_failed_needs_its_agent_and_only_where_nobody_is_the_address_is_stopped(string engine, string status, string said, bool nobody)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer, sent) = await Sent(desk);
        await Comes(desk, Report($"Final-Recipient: rfc822; {customer}\nAction: failed\nStatus: {status}\nDiagnostic-Code: {said}", sent.MessageId));
        var returned = Assert.Single(await desk.Node.Asked(new ListReturnedLetters(), Agent));
        Assert.Equal((sent.Id, customer, said[(said.IndexOf(';', StringComparison.Ordinal) + 2)..]), (returned.Id, returned.Address, returned.Why));
        Assert.Equal(nobody ? [customer] : [], await Stopped(desk));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_an_address_passed_on_and_lost_is_the_letter_to_that_address(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer, sent) = await Sent(desk);
        // Without the first recipient in it too, as most write it.
        await Comes(desk, Report("Final-Recipient: rfc822; somebody.else@elsewhere.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Full", sent.MessageId));
        Assert.Equal((sent.Id, customer), Assert.Single(await desk.Node.Asked(new ListReturnedLetters(), Agent)) is var back ? (back.Id, back.Address) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_report_that_names_no_letter_means_the_newest_to_its_recipient_and_stops_nothing(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer, first) = await Sent(desk);
        desk.Clock.Pass(Duration.FromDays(1));
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Are you there?"), Agent);
        await desk.Sends();
        var newest = (await desk.Log())[0];
        Assert.NotEqual(first.Id, newest.Id);
        var plans = await Watched(desk, () => Comes(desk, Report($"Original-Recipient: rfc822;{customer.ToUpperInvariant()}\nFinal-Recipient: rfc822; somebody.else@elsewhere.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 Unknown", null)));
        Assert.Matches("(USING (COVERING )?INDEX|Index Scan using|Bitmap Index Scan on) letter_address", Assert.Single(plans));
        Assert.Equal(newest.Id, Assert.Single(await desk.Node.Asked(new ListReturnedLetters(), Agent)).Id);
        // Anybody can write one: it must not silence a customer.
        Assert.Empty(await Stopped(desk));

        // In words alone, as qmail does, and too late for the one before.
        desk.Clock.Pass(Duration.FromDays(5));
        await Comes(desk, Words(customer, "Sorry, no mailbox here by that name. (#5.1.1)", null));
        Assert.Equal([LetterState.Bounced, LetterState.Sent], (await desk.Log()).Select(l => l.State));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_report_in_words_stops_only_by_its_code(string engine)
    {
        foreach (var (said, stops) in new[] { ("Remote host said: 552 Error: disk quota exceeded", false), ("Sorry, no mailbox here by that name. (#5.1.1)", true), ("Mail size limit exceeded.", false) })
        {
            await using var desk = await SendingDesk.Fresh(engine);
            var (_, customer, sent) = await Sent(desk);
            await Comes(desk, Words(customer, said, sent.MessageId));
            Assert.Single(await desk.Node.Asked(new ListReturnedLetters(), Agent));
            Assert.Equal((said, stops ? customer : null), (said, (await Stopped(desk)).SingleOrDefault()));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_another_sent_in_our_name_and_what_arrived_is_no_word_about_a_letter(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer, sent) = await Sent(desk);
        await Comes(desk, Report($"Final-Recipient: rfc822; {customer}\nAction: failed\nStatus: 5.1.1", "1.forged@elsewhere.example"));
        await Comes(desk, Report($"Final-Recipient: rfc822; {customer}\nAction: relayed\nStatus: 2.0.0", sent.MessageId));
        Assert.Equal((LetterState.Sent, null), Assert.Single(await desk.Log()) is var line ? (line.State, line.LateAt) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_late_letter_says_so_until_it_comes_back(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer, sent) = await Sent(desk);
        await Comes(desk, Report($"Final-Recipient: RFC822; {customer}\nAction: delayed\nStatus: 4.2.0\nDiagnostic-Code: SMTP; 450 4.2.0 Busy\nWill-Retry-Until: Fri, 27 Nov 2026 18:00:00 +0900", sent.MessageId));
        var late = Assert.Single(await desk.Node.Asked(new ListTicketLetters(ticket.Id), Agent));
        Assert.Equal((LetterState.Sent, desk.Clock.Now, Instant.FromUtc(2026, 11, 27, 9, 0)), (late.State, late.LateAt!.Value, late.LateUntil!.Value));
        Assert.Empty(await desk.Node.Asked(new ListReturnedLetters(), Agent));
        await Comes(desk, Report($"Final-Recipient: RFC822; {customer}\nAction: delayed\nStatus: 4.2.0\nWill-Retry-Until: Fri, 27 Nov 2126 18:00:00 +0900", sent.MessageId));
        Assert.Null(Assert.Single(await desk.Log()).LateUntil);
        await Comes(desk, Report($"Final-Recipient: RFC822; {customer}\nAction: failed\nStatus: 4.4.7", sent.MessageId));
        Assert.Equal(LetterState.Bounced, Assert.Single(await desk.Log()).State);
        await desk.Node.Done(new ResendLetter(sent.Id), Agent);
        Assert.Null(Assert.Single(await desk.Log()).LateAt);
    }

    /// <summary>Each real report is of a letter of ours: every one that failed is known to have come back, every late one to be late.</summary>
    [RealMailTheory, MemberData(nameof(Engines))]
    public async Task No_real_report_is_lost(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, _, sent) = await Sent(desk);
        var letters = new List<(string Name, long Id, DeliveryReport Report)>();
        foreach (var (name, raw) in MailFiles.Bounces)
        {
            var message = Message.Read(raw);
            if (DeliveryReport.Of(message) is not { } report || Intake.Of(message, Machine.Of(message, "desk"), new MailRules(), null, 0, null, released: false).Gate != Gate.Report) continue;
            var (id, worst) = (1000L + letters.Count, report.Recipients.OrderBy(r => r.Action).First());
            letters.Add((name, id, report));
            var at = desk.Clock.Now;
            Assert.Equal(Outcome.Done, await desk.Node.Database.Commit([new Statement($"insert into letter (id, person, kind, state, created_at, finished_at, address, message_id) {(engine == "postgres" ? "overriding system value" : "")} values (@id, @person, 'Said', 'Sent', @at, @at, @address, @message)",
                ("@id", id), ("@person", sent.Person.Id), ("@at", at), ("@address", worst.Address), ("@message", report.OriginalId ?? $"{id}@desk.example"))]));
            await Comes(desk, raw);
        }
        await using var read = await desk.Node.Database.Read();
        var now = (await read.List("select id, state, late_at, nobody from letter where id >= 1000", r => (Id: r.GetInt64(0), State: r.Word<LetterState>(1), Late: r.InstantOrNull(2), Nobody: r.Flag(3)))).ToDictionary(l => l.Id);
        Assert.InRange(letters.Count, 140, 160);
        Assert.Equal([], letters.Where(l => l.Report.HasFailed != (now[l.Id].State == LetterState.Bounced)).Select(l => l.Name));
        Assert.Equal([], letters.Where(l => l.Report.Action == DeliveryAction.Delayed != (now[l.Id].Late is not null)).Select(l => l.Name));
        Assert.Equal([], letters.Where(l => now[l.Id].Nobody && l.Report.Recipients.All(r => r.Code is not null && !DeliveryCode.IsNobody(r.Code))).Select(l => l.Name));
    }

    private static async Task<(Ticket Ticket, string Customer, LetterLine Sent)> Sent(SendingDesk desk)
    {
        var customer = await desk.Person("Grace");
        var ticket = await desk.Node.Done(TicketDesk.Asking("Labels come out blank"), SendingDesk.As(customer, "Grace", TicketPermissions.TakePart));
        await desk.Node.Done(new GrantRoles(TestDatabase.Ada, [Role.Agent]), Itself);
        await desk.Node.Done(new AssignTicket(ticket.Id, "ada.byron@harrow.example"), Agent);
        await desk.Sends();
        return (ticket, customer.Email, (await desk.Log()).Single(l => l.Person.Id == customer.Id));
    }

    private static Task Comes(SendingDesk desk, string raw) => Comes(desk, Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")));

    private static async Task Comes(SendingDesk desk, byte[] raw)
    {
        await desk.Node.Done(new KeepMail(raw, MailVia.Pipe), Itself);
        await desk.Node.Get<TakeInWaiting>().Run("test", default);
        await desk.Queue();
    }

    private static async Task<IEnumerable<string>> Stopped(SendingDesk desk)
    {
        await StopBounced.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
        return (await desk.Node.Asked(new ListStoppedAddresses(), Agent)).Select(s => s.Address);
    }

    /// <summary>How the database finds the letters that are written by their address.</summary>
    private static async Task<List<string>> Watched(SendingDesk desk, Func<Task> act)
    {
        var asked = new List<Statement>();
        desk.Node.Database.Watch = (writes, _) => { lock (asked) asked.AddRange(writes.OfType<Statement>()); };
        await act();
        desk.Node.Database.Watch = null;
        await using var read = await desk.Node.Database.Read();
        if (read.Database is Postgres) await read.List("select set_config('enable_seqscan', 'off', false), set_config('enable_sort', 'off', false)", _ => 0);
        var plans = new List<string>();
        foreach (var one in asked.Where(a => a.Sql.StartsWith("update letter set state = 'Bounced'", StringComparison.Ordinal)))
            plans.Add(string.Join('\n', await read.List($"{read.Database.Sql("explain query plan", "explain")} {one.Sql}", r => r.GetString(read.Database is Postgres ? 0 : 3), one.Args)));
        return plans;
    }

    /// <summary>As RFC 3464 has it, with the headers of what was sent.</summary>
    private static string Report(string recipient, string? original) => $"""
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.example>
        To: desk@example.com
        Subject: Undelivered Mail Returned to Sender
        Date: Sun, 22 Nov 2026 09:00:00 +0000
        Message-ID: <{Guid.NewGuid():N}@mx.example>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        {recipient}

        --b
        Content-Type: text/rfc822-headers

        {(original is null ? "" : $"Message-ID: <{original}>\n")}Subject: Labels come out blank
        From: desk@example.com

        --b--

        """;

    /// <summary>As qmail writes it.</summary>
    private static string Words(string recipient, string said, string? original) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example
        To: desk@example.com
        Subject: failure notice
        Date: Sun, 22 Nov 2026 09:00:00 +0000

        Hi. This is the qmail-send program at mx.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <{recipient}>:
        {said}

        --- Below this line is a copy of the message.

        Return-Path: <desk@example.com>
        From: desk@example.com
        Subject: Labels come out blank
        {(original is null ? "" : $"Message-ID: <{original}>\n")}Date: Sun, 22 Nov 2026 08:00:00 +0000

        Hello

        """;
}
