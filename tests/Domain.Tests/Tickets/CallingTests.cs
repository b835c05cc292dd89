using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class CallingTests
{
    private static readonly CallRuleValues Rules = CallRules.Usual.Values;
    private static readonly Instant Now = New.By.At;
    private static readonly CallMissed Missed = new("+44 20 7946 0173", Now, false, true, Now + Hour);
    private static readonly Story<Ticket> Owed = New.Given(Missed);

    [Fact]
    public void A_missed_call_is_owed_a_call_back()
    {
        New.When((t, by) => t.MissCall(by, " +44 20 7946 0173 ", by.At, false, true, Rules)).Then(Missed);
        Assert.Equal(new CallBack("+44 20 7946 0173", Now + Hour, 1, Now, false, true, 0, null), Owed.State.CallBack);
        // The next one joins it, and the sooner time holds.
        Owed.After(Hour).When((t, by) => t.MissCall(by, "020 7946 0173", by.At, true, true, Rules)).Then(new CallMissed("020 7946 0173", Now + Hour, true, true, Now + Hour));
        Assert.Equal((2, true), Owed.Given(Missed with { VoiceMail = true }).State.CallBack is { } both ? (both.Missed, both.VoiceMail) : default);
        IsClosed.When((t, by) => t.MissCall(by, "4357", by.At, false, true, Rules)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void What_is_no_number_and_no_time_is_said_at_once()
    {
        Assert.Equal([CallErrors.NumberMissing, CallErrors.TimeInvalid], Ticket.WrongCall(New.By, " ", Now + Hour)!.All);
        foreach (var number in (string[])["12", "ring me", "+44 <b>", new string('1', 21)]) Assert.Equal([CallErrors.NumberInvalid], Ticket.WrongCall(New.By, number, Now)!.All);
        Assert.Equal([CallErrors.TimeInvalid], Ticket.WrongCall(New.By, "4357", Now - Duration.FromDays(31))!.All);
        Assert.Null(Ticket.WrongCall(New.By, "(020) 7946-0173", Now + Duration.FromMinutes(1)));
    }

    [Fact]
    public void Not_reached_counts_and_is_tried_again()
    {
        Owed.When((t, by) => t.TryCall(by, null, Rules)).Then(new CallTried(1, Now + Hour));
        Owed.Given(new CallTried(1, Now + Hour)).When((t, by) => t.TryCall(by, Now + Day, Rules)).Then(new CallTried(2, Now + Day));
        Assert.Equal((1, TicketStatus.InProgress), Owed.Given(new CallTried(1, Now + Day)).State is { CallBack: { } owed } t ? (owed.Attempts, t.Status) : default);
        Owed.When((t, by) => t.TryCall(by, by.At, Rules)).Then(CallErrors.AgainPassed);
        New.When((t, by) => t.TryCall(by, null, Rules)).Then(CallErrors.NotOwed);
        Owed.Given(new TicketCancelled("gone")).When((t, by) => t.TryCall(by, null, Rules)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void Reached_is_a_word_to_the_customer_and_a_greeting()
    {
        Owed.When((t, by) => t.ReachByCall(by, null, null, null)).Then(new CallReached(1), Greeted, new MessagePosted(1, MessageKind.Call, Visibility.Public, "Called back, and reached."));
        Owed.Given(Greeted, new CallTried(1, Now + Hour)).When((t, by) => t.ReachByCall(by, "It works again.", null, null)).Then(new CallReached(2), new MessagePosted(1, MessageKind.Call, Visibility.Public, "It works again."));
        Assert.Null(Owed.Given(new CallReached(1)).State.CallBack);
        New.When((t, by) => t.ReachByCall(by, null, null, null)).Then(CallErrors.NotOwed);
        Owed.Given(new TicketCancelled("gone")).When((t, by) => t.ReachByCall(by, null, null, null)).Then(TicketErrors.NotOpen);
        var unknown = New.Given(Missed with { Known = false });
        unknown.When((t, by) => t.ReachByCall(by, null, null, null)).Then(CallErrors.CallerMissing);
        unknown.Given(Greeted).When((t, by) => t.ReachByCall(by, "Hello", Helen, Ravi)).Then(new CallReached(1), new CustomerChanged(Helen, Ravi), new MessagePosted(1, MessageKind.Call, Visibility.Public, "Hello"));
    }

    [Fact]
    public void The_rules_have_their_limits()
    {
        var story = new Story<CallRules>(CallRules.Usual);
        story.When(r => r.Change(new(30, 15, 0))).Then(new CallRulesChanged(Rules, new(30, 15, 0)));
        story.When(r => r.Change(Rules)).ThenNothing();
        story.When(r => r.Change(new(0, 10081, 337))).Then(CallErrors.MinutesInvalid.At("dueMinutes"), CallErrors.MinutesInvalid.At("retryMinutes"), CallErrors.HoursInvalid);
        Assert.Equal(new(30, 15, 0), story.Given(new CallRulesChanged(Rules, new(30, 15, 0))).State.Values);
    }

    [Fact]
    public void A_number_is_known_by_its_end()
    {
        Assert.Equal(PhoneNumber.Tail("+44 20 7946 0173"), PhoneNumber.Tail("020/7946-0173"));
        Assert.NotEqual(PhoneNumber.Tail("+44 20 7946 0173"), PhoneNumber.Tail("+44 20 7946 0174"));
        Assert.Equal(("4357", null, null), (PhoneNumber.Tail("4357"), PhoneNumber.Tail("12"), PhoneNumber.Tail(null)));
    }
}
