namespace FirstContact.Mail;

/// <summary>Bounces of many mail systems: none of them opens a ticket or is answered, and the one it is about is found again.</summary>
public sealed class BounceTests
{
    // What says so, by the people who collected them.
    private static readonly string[] People = ["is-not-bounce-01", "is-not-bounce-02"];

    // A postmaster's own words, in a form that nobody else uses, sent back to nowhere: people look at it, and no program answers it (RFC 3834 2).
    private const string Unreadable = "rb-issue-368-bug";

    [RealMailFact]
    public void None_opens_a_ticket_or_is_answered_but_those_that_are_none()
    {
        var bounces = MailFiles.Bounces;
        Assert.Equal(160, bounces.Count);
        var wrong = from bounce in bounces
                    let machine = Machine.Of(Message.Read(bounce.Raw))
                    let isPerson = People.Contains(bounce.Name)
                    where machine.MayOpenTicket != (isPerson || bounce.Name == Unreadable) || machine.MayBeAnswered != isPerson
                    select $"{bounce.Name}: {machine.Kind}, {machine.Sign}";
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    // Of an original of which they send nothing back, or a part without its id.
    private static readonly string[] WithoutId =
    [
        "lhost-amazonses-11", "lhost-exchange2007-01", "lhost-exim-38", "lhost-ezweb-05", "lhost-opensmtpd-02", "lhost-postfix-75", "lhost-qmail-08", "lhost-v5sendmail-03", "lhost-v5sendmail-07", "lhost-x2-06",
        "rfc3464-38", "rfc3464-66", "rhost-facebook-03", "rhost-franceptt-03"
    ];

    [RealMailFact]
    public void Each_says_whom_it_did_not_reach_and_what_was_sent()
    {
        var reports = MailFiles.Bounces.Select(b => (b.Name, Report: DeliveryReport.Of(Message.Read(b.Raw)))).Where(b => b.Report is not null).ToList();
        // The others are complaints, an absence, and the three above.
        Assert.Equal(152, reports.Count);
        Assert.Equal([], reports.Where(r => r.Report!.Recipients.Count == 0).Select(r => r.Name));
        Assert.Equal(WithoutId, reports.Where(r => r.Report!.OriginalId is null).Select(r => r.Name));
        Assert.InRange(reports.Count(r => r.Report!.Recipients.Any(p => p.Status is not null)), 115, reports.Count);
    }

    [RealMailFact]
    public void Only_a_code_says_that_there_is_nobody()
    {
        var failed = MailFiles.Bounces.Select(b => (b.Name, Report: DeliveryReport.Of(Message.Read(b.Raw)))).Where(b => b.Report is { HasFailed: true }).Select(b => (b.Name, Worst: b.Report!.Recipients.MinBy(r => r.Action)!)).ToList();
        var nobody = failed.Where(f => f.Worst.IsNobody).ToList();
        Assert.Equal(["5.1.1", "5.1.2", "5.2.1"], nobody.Select(f => f.Worst.Code).Distinct().Order());
        Assert.Equal(29, nobody.Count);
        // Full, too large, a host that is away, taken for spam, an address that passed it on to nowhere: the next letter may arrive.
        string[] passing = ["lhost-gmail-16", "lhost-messagingserver-12", "lhost-qmail-08", "rfc3464-38", "lhost-imailserver-02", "lhost-kddi-01", "lhost-einsundeins-02", "lhost-exim-06", "lhost-postfix-08", "lhost-postfix-39", "lhost-sendgrid-03", "lhost-sendmail-12", "lhost-barracuda-02", "lhost-zoho-05"];
        Assert.Equal([], passing.Except(failed.Where(f => !f.Worst.IsNobody).Select(f => f.Name)));
        Assert.Equal("5.6.0", failed.Single(f => f.Name == "lhost-postfix-39").Worst.Code);
    }

    [Fact]
    public void Where_the_code_says_nothing_the_words_may()
    {
        Assert.Equal(("5.1.1", "5.7.1", "5.0.0", "5.2.2", null), (Code("5.0.0", "550 5.1.1 No such user"), Code(null, "554 5.7.1 Spam"), Code("5.0.0", "550 no"), Code("5.2.2", "550 5.1.1 x"), Code(null, null)));
        Assert.False(new ReportedRecipient("a@b.example", DeliveryAction.Delayed, "5.1.1", null).IsNobody);

        static string? Code(string? status, string? said) => new ReportedRecipient("a@b.example", DeliveryAction.Failed, status, said).Code;
    }

    [Fact]
    public void Whom_it_was_sent_to_and_how_long_it_is_tried_are_read()
    {
        var recipient = DeliveryReport.Of(Mails.Read("From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
            + "Original-Recipient: rfc822;kim@shop.example\nFinal-Recipient: rfc822; kim@home.example\nAction: delayed\nStatus: 4.2.0\nWill-Retry-Until: Sun, 13 Sep 2015 11:10:06 +0900 (JST)\n\n--b--\n"))!.Recipients.Single();
        Assert.Equal(("kim@home.example", "kim@shop.example", Instant.FromUtc(2015, 9, 13, 2, 10, 6)), (recipient.Address, recipient.Original, recipient.Until!.Value));
    }

    [RealMailFact]
    public void Those_that_only_warn_have_not_failed() =>
        Assert.Equal(["lhost-exim-38", "lhost-gmail-09", "lhost-opensmtpd-06", "lhost-opensmtpd-13", "lhost-sendmail-29", "rfc3464-34", "rhost-gsuite-06"],
            MailFiles.Bounces.Where(b => DeliveryReport.Of(Message.Read(b.Raw)) is { HasFailed: false }).Select(b => b.Name));
}
