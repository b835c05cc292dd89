using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class PriorityTests
{
    private static readonly PriorityMatrix Matrix = PriorityMatrix.Usual;
    private static readonly PriorityOverridden Overridden = new(new(2), new(1), "The chairman's");

    [Fact]
    public void It_follows_from_impact_and_urgency() =>
        New.When(t => t.Assess(Level.High, Level.High, Matrix)).Then(new ImpactAssessed(Level.Medium, Level.High, new(2), Level.High, Level.High, new(1)));

    [Fact]
    public void The_same_assessment_is_no_event() => New.When(t => t.Assess(Level.Medium, Level.High, Matrix)).ThenNothing();

    [Fact]
    public void What_is_over_is_not_assessed() => IsResolved.When(t => t.Assess(Level.Low, Level.Low, Matrix)).Then(TicketErrors.NotOpen);

    [Fact]
    public void An_override_carries_its_reason() => New.When(t => t.Override(new(1), " The chairman's ")).Then(Overridden);

    [Fact]
    public void Without_a_reason_there_is_none()
    {
        New.When(t => t.Override(new(1), " ")).Then(TicketErrors.ReasonMissing);
        New.When(t => t.Override(new(1), Endless)).Then(TicketErrors.TooLong.At("reason"));
    }

    [Fact]
    public void The_same_override_is_no_event() => New.Given(Overridden).When(t => t.Override(new(1), "The chairman's")).ThenNothing();

    [Fact]
    public void Another_reason_is_told() => New.Given(Overridden).When(t => t.Override(new(1), "All of them")).Then(new PriorityOverridden(new(1), new(1), "All of them"));

    [Fact]
    public void What_is_over_has_its_priority() => IsClosed.When(t => t.Override(new(1), "now")).Then(TicketErrors.NotOpen);

    [Fact]
    public void It_can_be_taken_back()
    {
        New.Given(Overridden).When(t => t.WithdrawOverride(Matrix)).Then(new OverrideWithdrawn(new(1), new(2)));
        New.When(t => t.WithdrawOverride(Matrix)).ThenNothing();
        New.Given(Overridden, new TicketCancelled("no")).When(t => t.WithdrawOverride(Matrix)).Then(TicketErrors.NotOpen);
    }

    [Fact]
    public void A_fresh_assessment_ends_an_override() => Assert.Equal(
        (new Priority(5), null), New.Given(Overridden, new ImpactAssessed(Level.Medium, Level.High, new(1), Level.Low, Level.Low, new(5))).State is var t ? (t.Priority, t.PriorityReason) : default);
}
