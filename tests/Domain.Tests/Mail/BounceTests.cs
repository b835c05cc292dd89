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
    public void Those_that_only_warn_have_not_failed() =>
        Assert.Equal(["lhost-exim-38", "lhost-gmail-09", "lhost-opensmtpd-06", "lhost-opensmtpd-13", "lhost-sendmail-29", "rfc3464-34", "rhost-gsuite-06"],
            MailFiles.Bounces.Where(b => DeliveryReport.Of(Message.Read(b.Raw)) is { HasFailed: false }).Select(b => b.Name));
}
