using System.Text;

namespace FirstContact.Mail;

/// <summary>Which mail is taken in at all.</summary>
public sealed class IntakeTests
{
    private const string Kim = "From: Kim Doe <kim@shop.example.com>\nTo: help@desk.example\nSubject: Printer\nMessage-ID: <1@example.com>\n";

    [Fact]
    public void Somebody_known_is_taken_in() => Assert.Equal(Gate.Open, Of(Kim, known: true).Gate);

    [Theory]
    [InlineData(Unknown.Take, Gate.Open)]
    [InlineData(Unknown.Hold, Gate.Hold)]
    [InlineData(Unknown.Refuse, Gate.Refuse)]
    public void The_rule_of_the_domain_decides_about_strangers(Unknown unknown, Gate gate)
    {
        var other = unknown == Unknown.Take ? Unknown.Refuse : Unknown.Take;
        Assert.Equal(gate, Of(Kim, Rules(new(other, [new("example.com", unknown, null), new("example.org", other, null)], true, 10, []))).Gate);
        Assert.Equal(gate, Of(Kim, Rules(new(unknown, [new("elsewhere.example", other, null)], true, 10, []))).Gate);
        Assert.Equal(gate, Of(Kim, Rules(new(other, [new("example.com", other, null), new("shop.example.com", unknown, null)], true, 10, []))).Gate);
    }

    [Fact]
    public void A_mailbox_has_a_rule_of_its_own_for_strangers()
    {
        foreach (var own in Enum.GetValues<Unknown>())
        {
            var message = Message.Read(Encoding.UTF8.GetBytes(Kim + "\nIt jams.\n"));
            var gate = own switch { Unknown.Take => Gate.Open, Unknown.Hold => Gate.Hold, _ => Gate.Refuse };
            foreach (var all in Enum.GetValues<Unknown>())
                Assert.Equal(gate, Intake.Of(message, Machine.Of(message, "abc123"), Rules(new(all, [], true, 10, [])), false, 0, null, false, own).Gate);
            // The rule for the domain comes first.
            Assert.Equal(Gate.Hold, Intake.Of(message, Machine.Of(message, "abc123"), Rules(new(own, [new("shop.example.com", Unknown.Hold, null)], true, 10, [])), false, 0, null, false, own).Gate);
        }
    }

    [Fact]
    public void Too_many_within_an_hour_are_held()
    {
        Assert.Equal(Gate.Open, Of(Kim, known: true, lately: MailRules.Usual.Values.PerHour - 1).Gate);
        Assert.Equal(Gate.Hold, Of(Kim, known: true, lately: MailRules.Usual.Values.PerHour).Gate);
    }

    [Theory]
    [InlineData("kim@shop.example.com", Gate.Refuse)]
    [InlineData("shop.example.com", Gate.Refuse)]
    [InlineData("EXAMPLE.com", Gate.Refuse)]
    [InlineData("ample.com", Gate.Open)]
    [InlineData("jo@shop.example.com", Gate.Open)]
    public void Blocked_senders_are_not_heard(string blocked, Gate gate)
    {
        var rules = MailRules.Usual.Apply(MailRules.Usual.Block(blocked, "noise").Events[0], default);
        Assert.Equal(gate, Of(Kim, rules, known: true).Gate);
        Assert.Equal(Gate.Open, Of(Kim, rules, known: true, released: true).Gate);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", Gate.Refuse)]
    [InlineData("Auto-Submitted: auto-generated\n", Gate.Open)]
    [InlineData("X-FirstContact-Loop: abc123\n", Gate.Refuse)]
    [InlineData("X-FirstContact-Loop: another\n", Gate.Open)]
    [InlineData("Precedence: bulk\n", Gate.Open)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; jo@example.com\nAction: failed\nStatus: 5.1.1\n\n--b--\n", Gate.Report)]
    public void Machines_are_told_from_people(string header, Gate gate) => Assert.Equal(gate, Of(Kim + header, known: true).Gate);

    [Fact]
    public void A_sender_who_is_proved_wrong_waits_for_somebody_to_look()
    {
        Assert.Equal(Gate.Hold, Of("Authentication-Results: mx.desk.example; dmarc=fail header.from=example.com\n" + Kim, known: true).Gate);
        Assert.Equal(Gate.Open, Of("Authentication-Results: mx.desk.example; dmarc=fail header.from=example.com\n" + Kim, known: true, released: true).Gate);
        Assert.Equal(Gate.Open, Of("Authentication-Results: mx.elsewhere.example; dmarc=fail\n" + Kim, known: true).Gate);
        Assert.Equal(Gate.Open, Of("Authentication-Results: mx.desk.example; dmarc=pass\n" + Kim, known: true).Gate);
    }

    [Theory]
    [InlineData("dmarc=none; spf=fail; dkim=fail", true)]
    [InlineData("spf=fail", true)]
    [InlineData("spf=fail; dkim=pass", false)]
    [InlineData("dmarc=pass; spf=fail; dkim=none", false)]
    [InlineData("spf=softfail; dkim=none", false)]
    [InlineData("dkim=fail", false)]
    public void What_the_servers_of_the_domain_say_counts_where_it_has_no_rule(string results, bool refuted) =>
        Assert.Equal(refuted ? Gate.Hold : Gate.Open, Of($"Authentication-Results: mx.desk.example; {results}\n" + Kim, known: true).Gate);

    [Fact]
    public void One_trusted_server_that_refutes_is_enough()
    {
        var message = Message.Read(Encoding.UTF8.GetBytes("Authentication-Results: in.desk.example; dmarc=pass\nAuthentication-Results: mx.desk.example; dmarc=fail\n" + Kim + "\nIt jams.\n"));
        Assert.True(AuthenticationResults.OfAny(message, ["in.desk.example", "mx.desk.example"])!.IsRefuted);
        Assert.False(AuthenticationResults.OfAny(message, ["in.desk.example"])!.IsRefuted);
        Assert.Null(AuthenticationResults.OfAny(message, ["elsewhere.example"]));
    }

    [Theory]
    [InlineData("To: help@desk.example\nCc: bob@shop.example\n", "bob@shop.example")]
    [InlineData("To: bob@shop.example\nCc: Help@Desk.example\n", "bob@shop.example")]
    [InlineData("To: help@desk.example, bob@shop.example\nCc: second@desk.example\n", "bob@shop.example")]
    [InlineData("To: alias@elsewhere.example, bob@shop.example\nCc: ann@shop.example\n", "bob@shop.example ann@shop.example")]
    [InlineData("To: help@desk.example\n", "")]
    [InlineData("Cc: bob@shop.example\n", "bob@shop.example")]
    public void Whom_it_went_to_besides_the_desk(string head, string others) =>
        Assert.Equal(others, string.Join(' ', Participants.Of(Message.Read(Encoding.UTF8.GetBytes($"From: kim@shop.example\n{head}\nIt jams.\n")), a => a.Domain == "desk.example").Select(a => a.Address)));

    [Fact]
    public void Nobody_and_somebody_who_has_left_wait()
    {
        Assert.Equal(Gate.Hold, Of("Subject: Printer\n", known: false).Gate);
        Assert.Equal(Gate.Hold, Of("Subject: Printer\n", known: false, released: true).Gate);
        Assert.Equal(Gate.Hold, Of(Kim, known: null).Gate);
        Assert.Equal(Gate.Hold, Of("From: unknown@firstcontact.invalid\n", known: true, released: true).Gate);
    }

    [Theory]
    [InlineData("Fwd: Printer", "---- Forwarded message ----\nFrom: Jo Roe <jo@example.org>\nDate: today\nSubject: Printer\n\nIt jams.", "jo@example.org")]
    [InlineData("WG: Drucker", "Von: Jo Roe [mailto:jo@example.org]\nBetreff: Drucker\n\nKlemmt.", "jo@example.org")]
    [InlineData("Fwd: Printer", "No header here.", null)]
    [InlineData("Printer", "From: Jo Roe <jo@example.org>\nSubject: Printer\n", null)]
    public void What_is_passed_on_has_an_author(string subject, string text, string? author) =>
        Assert.Equal(author, Forwarded.Author(Message.Read(Encoding.UTF8.GetBytes($"From: a@desk.example\nSubject: {subject}\n\n{text}\n")))?.Address);

    [Fact]
    public void A_message_fits_into_a_ticket()
    {
        var long_ = Message.Read(Encoding.UTF8.GetBytes($"Subject: {new string('s', 400)}\n\n{new string('x', 80_000)}\0\n"));
        Assert.Equal(200, MailText.Title(long_).Length);
        Assert.InRange(MailText.Words(long_).Length, 65_000, 65_536);
        var empty = Message.Read(Array.Empty<byte>());
        Assert.Equal(("(no subject)", "(no text)"), (MailText.Title(empty), MailText.Words(empty)));
        Assert.Null(MailText.Same(empty));
        Assert.Equal("a\uFFFDb", MailText.Clean("a\uD800\0b"));
    }

    [Fact]
    public void Rules_say_all_that_is_wrong()
    {
        var wrong = MailRules.Usual.Change(new(Unknown.Take, [new("not a domain", Unknown.Take, null)], true, 0, ["two words"])).Error!.All;
        Assert.Equal([MailRuleErrors.DomainInvalid, MailRuleErrors.PerHourInvalid, MailRuleErrors.ServerInvalid], wrong);
        Assert.Equal(MailRuleErrors.DomainTwice, MailRules.Usual.Change(new(Unknown.Take, [new("a.example", Unknown.Take, null), new("A.example", Unknown.Hold, null)], true, 9, [])).Error);
        Assert.Equal(MailRuleErrors.TooManyDomains, MailRules.Usual.Change(new(Unknown.Take, [.. Enumerable.Range(0, 501).Select(n => new DomainRule($"d{n}.example", Unknown.Take, null))], true, 9, [])).Error);
        Assert.Equal([MailRuleErrors.SenderInvalid, MailRuleErrors.WhyTooLong], MailRules.Usual.Block("nobody", new string('x', 201)).Error!.All);
        Assert.Equal(MailRuleErrors.NotBlocked, MailRules.Usual.Unblock("kim@example.com").Error);
        var full = MailRules.Usual with { Blocked = [.. Enumerable.Range(0, MailRules.MostBlocked).Select(n => new BlockedSender($"d{n}.example", null))] };
        Assert.Equal(MailRuleErrors.TooManyBlocked, full.Block("one.example", null).Error);
        Assert.Empty(MailRules.Usual.Change(MailRules.Usual.Values).Events);
    }

    private static MailRules Rules(MailRuleValues values) => MailRules.Usual.Apply(MailRules.Usual.Change(values).Events[0], default);

    private static Intake Of(string head, MailRules? rules = null, bool? known = false, int lately = 0, bool released = false)
    {
        var message = Message.Read(Encoding.UTF8.GetBytes(head.Contains("\n\n", StringComparison.Ordinal) ? head : head + "\nIt jams.\n"));
        return Intake.Of(message, Machine.Of(message, "abc123"), rules ?? MailRules.Usual, known, lately, AuthenticationResults.Of(message, "mx.desk.example"), released);
    }
}
