using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>The life of a message at the desk.</summary>
public sealed class KeptMailTests
{
    private static readonly By Desk = new(PersonId.Desk, Instant.FromUtc(2026, 11, 22, 12, 0));
    private static readonly TicketRef Printer = new(new(7), "INC-000007", "Printer");

    [Fact]
    public void One_that_came_waits() => Assert.Equal(MailState.Waiting, Kept().State);

    [Fact]
    public void Nothing_too_large_and_too_long_are_refused()
    {
        Assert.Equal(MailErrors.Empty, KeptMail.Keep("00", 0, 10, MailVia.Pipe, null, null).Error);
        Assert.Equal(MailErrors.TooLarge, KeptMail.Keep("00", 11, 10, MailVia.Pipe, null, null).Error);
        Assert.Equal(MailErrors.RecipientTooLong, KeptMail.Keep("00", 10, 10, MailVia.Pipe, null, new string('x', 321)).Error);
    }

    [Fact]
    public void It_is_settled_once()
    {
        var taken = Then(Kept(), Kept().Take(Printer, 3));
        Assert.Equal((MailState.Taken, new TicketId(7), 3), (taken.State, taken.Ticket, taken.Message));
        foreach (var again in new[] { taken.Take(Printer, 4), taken.Double(new(1), null), taken.Refuse("x"), taken.Hold("x"), taken.Fail("x"), taken.Report(new(null, null, null, true, null, "x")) })
            Assert.Equal(MailErrors.Settled, again.Error);
        Assert.Equal(MailErrors.OnTicket, taken.Again().Error);
    }

    [Fact]
    public void What_was_refused_held_or_failed_can_be_taken_in_again()
    {
        foreach (var (settled, state) in new[] { (Kept().Refuse("x"), MailState.Refused), (Kept().Hold("x"), MailState.Held), (Kept().Fail(new string('x', 900)), MailState.Failed) })
        {
            var no = Then(Kept(), settled);
            Assert.Equal(state, no.State);
            Assert.InRange(no.Reason!.Length, 1, KeptMail.LongestReason);
            var again = Then(no, no.Again());
            Assert.Equal((MailState.Waiting, null, null), (again.State, again.Reason, again.SettledAt));
        }
        Assert.Empty(Kept().Again().Events);
    }

    [Fact]
    public void What_was_held_or_broke_needs_somebody_until_it_is_left_out()
    {
        foreach (var settled in new[] { Then(Kept(), Kept().Hold("x")), Then(Kept(), Kept().Fail("x")) })
        {
            Assert.True(settled.NeedsSomebody);
            var left = Then(settled, settled.LeaveOut());
            Assert.Equal((MailState.Refused, false), (left.State, left.NeedsSomebody));
            Assert.Empty(left.LeaveOut().Events);
            Assert.Equal(MailState.Waiting, Then(left, left.Again()).State);
        }
        Assert.Equal(MailErrors.StillWaits, Kept().LeaveOut().Error);
        Assert.Equal(MailErrors.OnTicket, Then(Kept(), Kept().Take(Printer, 3)).LeaveOut().Error);
        Assert.False(Kept().NeedsSomebody);
    }

    [Fact]
    public void A_report_is_told_and_opens_nothing()
    {
        var told = Kept().Report(new("1@desk", new(7), "kim@example.com", true, "5.1.1", "No such user"));
        Assert.Equal([typeof(MailBounced), typeof(MailRefused)], told.Events.Select(e => e.GetType()));
        Assert.Equal(MailState.Refused, Then(Kept(), told).State);
    }

    [Fact]
    public void The_same_by_another_way_is_on_the_same_ticket()
    {
        var doubled = Then(Kept(), Kept().Double(new(1), Printer));
        Assert.Equal((MailState.Doubled, new TicketId(7)), (doubled.State, doubled.Ticket));
    }

    private static KeptMail Kept() => Then(new KeptMail { Id = new(2) }, KeptMail.Keep("00", 10, 10, MailVia.Pipe, null, " help@desk.example "));

    private static KeptMail Then(KeptMail mail, Decision decision) => decision.Events.Aggregate(mail, (m, e) => m.Apply(e, Desk));
}
