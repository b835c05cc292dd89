using FsCheck;
using FsCheck.Fluent;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class ApplyingTests
{
    private static readonly Event[] Every = [.. Samples.Of<Event>(typeof(Ticket).Assembly)
        .Where(t => t.Namespace == typeof(Ticket).Namespace && t != typeof(FileUploaded) && t != typeof(FileAttached)).Select(Samples.Event)];

    [Fact]
    public void A_ticket_knows_every_event_of_its_slice()
    {
        Assert.True(Every.Length > 30);
        foreach (var happened in Every) CaredFor.Given(happened);
    }

    [Fact]
    public void And_no_other() => Assert.Throws<NotSupportedException>(() => New.Given(new FileAttached(new(1), false)));

    [Fact]
    public void An_attachment_knows_its_own() =>
        Assert.Throws<NotSupportedException>(() => new Attachment().Apply(new FileUploaded("a", "b", 1, "c"), New.By).Apply(Opened, New.By));

    [Fact]
    public void Its_version_is_the_number_of_its_events_whatever_they_are() => Prop.ForAll(
        Gen.Elements(Every).ListOf().ToArbitrary(),
        happened => New.Given([.. happened]).State.Version == 1 + happened.Count).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_event_moves_the_time_of_the_last_change_but_what_one_does_for_oneself() =>
        Assert.All(Every, e => Assert.Equal(e is TicketSnoozed or SnoozeEnded ? New.By.At : New.By.At + Hour, CaredFor.After(Hour).Given(e).State.UpdatedAt));

    [Fact]
    public void The_description_stays_whatever_happens() => Prop.ForAll(
        Gen.Elements(Every.Where(e => e is not TicketOpened).ToArray()).ListOf().ToArbitrary(),
        happened => New.Given([.. happened]).State.Description == Opened.Description).QuickCheckThrowOnFailure();
}
