using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>Who gets mail of what happens, and who does not.</summary>
public sealed class TellingTests
{
    private static readonly PersonId Grace = new(1), Ada = new(2), Bo = new(3), Cy = new(4);
    private static readonly Concerned Who = new(Grace, Ada, [Bo], Channel.Mail);

    [Theory]
    [InlineData(Channel.Mail, true)]
    [InlineData(Channel.Portal, true)]
    [InlineData(Channel.Phone, false)]
    [InlineData(Channel.Api, false)]
    public void A_request_is_received_where_nobody_was_spoken_to(Channel channel, bool told)
    {
        var opened = new TicketOpened(TicketKind.Incident, channel, "x", "y", new(Grace, "Grace"), null, Level.Low, Level.Low, new(4), new(null, null, null), new(TeamId.FirstContact, "First"));
        Assert.Equal(told ? [new Told(Grace, LetterKind.Received, Because.IsCustomer)] : [], Telling.Of(opened, Grace, Who with { Channel = channel }, []));
    }

    [Fact]
    public void A_reply_goes_to_the_customer_and_who_watches() =>
        Assert.Equal([new(Grace, LetterKind.Said, Because.IsCustomer), new(Bo, LetterKind.Said, Because.Watches)], Telling.Of(Said(), Ada, Who, []));

    [Fact]
    public void The_customers_words_go_to_who_has_it_and_who_watches() =>
        Assert.Equal([new(Bo, LetterKind.Said, Because.Watches), new(Ada, LetterKind.Answered, Because.HasIt)], Telling.Of(Said() with { CustomersSide = true }, Grace, Who, []));

    [Fact]
    public void Who_watches_and_writes_reaches_the_customer_too() =>
        Assert.Equal([new(Grace, LetterKind.Said, Because.IsCustomer), new(Ada, LetterKind.Answered, Because.HasIt)], Telling.Of(Said() with { CustomersSide = true }, Bo, Who, []));

    [Fact]
    public void A_note_goes_to_whom_it_calls_who_watches_and_who_has_it_but_not_to_its_author() =>
        Assert.Equal([new(Bo, LetterKind.Noted, Because.Watches), new(Cy, LetterKind.Called, Because.CalledByName)], Telling.Of(Said() with { Visibility = Visibility.Internal, Kind = MessageKind.Note, Mentions = [new(Cy, "Cy"), new(Ada, "Ada")] }, Ada, Who, []));

    [Fact]
    public void What_was_said_on_the_phone_is_no_letter() => Assert.Empty(Telling.Of(Said() with { Kind = MessageKind.Call }, Ada, Who, []));

    [Fact]
    public void A_reply_that_asks_to_check_is_one_letter_to_the_customer()
    {
        var resolved = new TicketResolved("ribbon", null, Duration.FromHours(1));
        Assert.Equal([new(Bo, LetterKind.Said, Because.Watches)], Telling.Of(Said(), Ada, Who, [resolved]));
        Assert.Equal([new(Grace, LetterKind.Confirm, Because.IsCustomer)], Telling.Of(resolved, Ada, Who, [Said()]));
    }

    [Fact]
    public void Who_closes_it_himself_is_not_told()
    {
        var closed = new TicketClosed(Verification.ByCustomer, null, null, Duration.FromHours(1));
        Assert.DoesNotContain(Telling.Of(closed, Grace, Who, []), t => t.Person == Grace);
        Assert.Equal([new(Grace, LetterKind.Closed, Because.IsCustomer), new(Ada, LetterKind.Changed, Because.HasIt), new(Bo, LetterKind.Changed, Because.Watches)], Telling.Of(closed with { Verification = Verification.BySilence }, PersonId.Desk, Who, []));
    }

    [Fact]
    public void Who_has_it_or_watches_hears_that_it_stands_otherwise()
    {
        Told[] others = [new(Ada, LetterKind.Changed, Because.HasIt), new(Bo, LetterKind.Changed, Because.Watches)];
        Assert.Equal(others, Telling.Of(new TicketReopened(TicketStatus.Closed, "again"), Grace, Who, []));
        Assert.Equal([new(Grace, LetterKind.Changed, Because.IsCustomer), .. others], Telling.Of(new TicketCancelled("twice"), Cy, Who, []));
        Assert.Equal([new(Grace, LetterKind.Confirm, Because.IsCustomer), .. others], Telling.Of(new TicketResolved("ribbon", null, Duration.Zero), Cy, Who, []));
    }

    [Fact]
    public void Who_wanted_to_be_woken_is_told_so()
    {
        Assert.Equal([new(Ada, LetterKind.Woke, Because.WantedWaking)], Telling.Of(new SnoozeEnded(new(Ada, "Ada"), SnoozeEnd.TimeUp), PersonId.Desk, Who, []));
        Assert.Empty(Telling.Of(new SnoozeEnded(new(Ada, "Ada"), SnoozeEnd.Hand), PersonId.Desk, Who, []));
        Assert.Contains(new(Cy, LetterKind.Woke, Because.WantedWaking), Telling.Of(Said() with { CustomersSide = true }, Grace, Who with { Woken = [Cy] }, []));
    }

    [Fact]
    public void Whoever_stands_on_the_ladder_hears_of_a_promise()
    {
        Assert.Equal([new(Bo, LetterKind.Nears, Because.StandsOnLadder)], Telling.Of(new PromiseNeared("x", "x", 80, default, [new(Bo, "Bo")]), PersonId.Desk, Who, []));
        Assert.Equal([new(Bo, LetterKind.Missed, Because.StandsOnLadder), new(Cy, LetterKind.Missed, Because.StandsOnLadder)], Telling.Of(new PromiseMissed("x", "x", 100, default, [new(Bo, "Bo"), new(Cy, "Cy")]), PersonId.Desk, Who, []));
    }

    [Fact]
    public void Most_events_tell_nobody_anything()
    {
        Assert.False(Telling.Tells(new TagsChanged([], ["vpn"])));
        Assert.True(Telling.Tells(Said()));
        Assert.Empty(Telling.Of(new TagsChanged([], ["vpn"]), Ada, Who, []));
    }

    [Fact]
    public void Who_is_given_a_ticket_hears_of_it_and_who_takes_one_does_not()
    {
        var given = new TicketAssigned(null, new(Ada, "Ada"));
        Assert.Equal([new(Ada, LetterKind.Given, Because.WasGivenIt)], Telling.Of(given, Bo, Who, []));
        Assert.Empty(Telling.Of(given, Ada, Who, []));
        Assert.Empty(Telling.Of(new TicketAssigned(new(Ada, "Ada"), null), Bo, Who, []));
    }

    [Fact]
    public void The_desk_itself_reads_no_mail() => Assert.Empty(Telling.Of(Said(), Ada, new(PersonId.Desk, null, [], Channel.Mail), []));

    private static MessagePosted Said() => new(1, MessageKind.Reply, Visibility.Public, "Try it");
}
