namespace FirstContact.Mail;

public sealed class MachineTests
{
    [Theory]
    [InlineData("", MachineKind.Person, true, true)]
    [InlineData("Auto-Submitted: no", MachineKind.Person, true, true)]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply", MachineKind.Person, true, false)]
    [InlineData("X-Auto-Response-Suppress: DR", MachineKind.Person, true, true)]
    [InlineData("Auto-Submitted: auto-generated; owner-email=\"a@x\"", MachineKind.Notice, true, false)]
    [InlineData("Auto-Submitted: auto-replied (vacation)", MachineKind.Reply, false, false)]
    [InlineData("X-Autoreply: yes", MachineKind.Reply, false, false)]
    [InlineData("Precedence: auto_reply", MachineKind.Reply, false, false)]
    [InlineData("Precedence: bulk", MachineKind.Bulk, true, false)]
    [InlineData("List-Id: <a.x.example>", MachineKind.Bulk, true, false)]
    [InlineData("List-Unsubscribe: <https://x.example>", MachineKind.Bulk, true, false)]
    [InlineData("Return-Path: <>", MachineKind.Notice, true, false)]
    [InlineData("Return-Path: <helen@example.com>", MachineKind.Person, true, true)]
    [InlineData("X-FirstContact-Loop: ours", MachineKind.Ours, false, false)]
    [InlineData("X-FirstContact-Loop: another's", MachineKind.Person, true, true)]
    public void A_field_tells_a_machine(string field, MachineKind kind, bool mayOpen, bool mayBeAnswered)
    {
        var machine = Machine.Of(Mails.Read($"From: Helen <helen@example.com>\nSubject: Printer\n{field}\n\nIt fails."), "ours");
        Assert.Equal((kind, mayOpen, mayBeAnswered), (machine.Kind, machine.MayOpenTicket, machine.MayBeAnswered));
    }

    [Theory]
    [InlineData("helen@example.com", "Automatic reply: Printer", MachineKind.Reply)]
    [InlineData("helen@example.com", "Abwesenheitsnotiz: Printer", MachineKind.Reply)]
    [InlineData("helen@example.com", "Out of paper", MachineKind.Person)]
    [InlineData("helen@example.com", "Undeliverable: my order", MachineKind.Person)]
    [InlineData("helen@example.com", "Why was this returned mail?", MachineKind.Person)]
    [InlineData("noreply@example.com", "Alarm", MachineKind.Notice)]
    [InlineData("do-not-reply@example.com", "Alarm", MachineKind.Notice)]
    [InlineData("norbert@example.com", "Alarm", MachineKind.Person)]
    [InlineData("mailer-daemon@example.com", "Hello", MachineKind.Notice)]
    [InlineData("postmaster@example.com", "Your DNS", MachineKind.Person)]
    [InlineData("", "Nobody", MachineKind.Notice)]
    public void A_sender_or_a_title_tells_a_machine(string from, string subject, MachineKind kind) => Assert.Equal(kind, Machine.Of(Mails.Read($"From: {from}\nSubject: {subject}\n\nWords.")).Kind);

    [Fact]
    public void A_person_who_encloses_a_report_is_a_person()
    {
        const string Report = "From: MAILER-DAEMON@x\nSubject: failure notice\nContent-Type: multipart/report; boundary=y\n\n--y\n\nFailed\n--y\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;x\n\nFinal-Recipient: rfc822;a@b\nAction: failed\n--y--";
        var message = Mails.Read("From: helen@example.com\nSubject: What is this?\n" + BodyTests.Multi("mixed", ("text/plain", "Look"), ("message/rfc822", Report)));
        Assert.Equal((MachineKind.Person, null), (Machine.Of(message).Kind, DeliveryReport.Of(message)));
        Assert.NotNull(DeliveryReport.Of(Mails.Read(Report)));
    }

    [Fact]
    public void A_receipt_is_no_new_matter() =>
        Assert.Equal(MachineKind.Receipt, Machine.Of(Mails.Read("From: helen@example.com\n" + BodyTests.Multi("report; report-type=disposition-notification", ("text/plain", "Read"), ("message/disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed")))).Kind);

    [Fact]
    public void A_report_by_the_rules_is_read_whole()
    {
        var report = DeliveryReport.Of(Mails.Read("From: MAILER-DAEMON@mx.example\n" + BodyTests.Multi("report; report-type=delivery-status", ("text/plain", "Sorry"),
            ("message/delivery-status", "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1 (no such user)\nDiagnostic-Code: smtp; 550 5.1.1\n  User unknown\n\nOriginal-Recipient: rfc822;b@x.example\nAction: delayed\nStatus: 4.4.1"),
            ("text/rfc822-headers", "Message-ID: <7@desk.example>\nSubject: Your printer"))));
        Assert.Equal(new([new("a@x.example", DeliveryAction.Failed, "5.1.1", "550 5.1.1 User unknown"), new("b@x.example", DeliveryAction.Delayed, "4.4.1", null)], "7@desk.example", "Your printer", "mx.example"), report);
        Assert.True(report!.HasFailed);
    }

    [Fact]
    public void A_report_in_words_is_read_too()
    {
        var report = DeliveryReport.Of(Mails.Read("From: MAILER-DAEMON@mx.example\nTo: desk@desk.example\nSubject: failure notice\n\nHi. I wasn't able to deliver.\n\n<a@x.example>:\nRemote host said: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <desk@desk.example>\nReceived: (qmail 1)\nMessage-ID: <7@desk.example>\nSubject: Your printer\n\nHello"));
        Assert.Equal(new([new("a@x.example", DeliveryAction.Failed, "5.1.1", "Remote host said: 550 5.1.1 no such user")], "7@desk.example", "Your printer", "mx.example"), report);
    }

    [Fact]
    public void A_warning_is_no_failure() =>
        Assert.False(DeliveryReport.Of(Mails.Read("From: MAILER-DAEMON@mx.example\nSubject: Warning: could not send message for past 4 hours\n\n<a@x.example>: deferred"))!.HasFailed);

    [Fact]
    public void Only_the_trusted_server_is_heard_and_only_above_what_came_with_the_message()
    {
        var message = Mails.Read("""
            Received: from inside by mx.desk.example
            Authentication-Results: mx.desk.example 1; spf=pass (sender) smtp.mailfrom=example.com;
             dkim=fail header.d=list.example; dkim=pass header.d=example.com; dmarc=fail header.from=example.com
            Received: from outside by mx.desk.example
            Authentication-Results: mx.desk.example; dmarc=pass header.from=example.com
            Authentication-Results: other.example; dmarc=pass

            x
            """);
        var results = AuthenticationResults.Of(message, "MX.desk.example")!;
        Assert.Equal(("pass", "pass", "fail", true, false, 4), (results.Result("spf"), results.Result("dkim"), results.Result("dmarc"), results.IsRefuted, results.IsProved, results.Checks.Count));
        Assert.Equal(new("spf", "pass", "example.com"), results.Checks[0]);
        Assert.Null(AuthenticationResults.Of(message, "nobody.example"));
    }
}
