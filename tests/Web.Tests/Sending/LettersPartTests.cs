using FirstContact.Kit;
using FirstContact.Tickets;
using NodaTime;

namespace FirstContact.Sending;

public sealed class LettersPartTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static readonly Words Words = new();
    private static readonly Times Times = new(new Stopped(Noon), DateTimeZone.Utc, Words);

    [Fact]
    public void A_late_letter_says_since_when_and_until_when_it_is_tried()
    {
        Assert.Contains($"sent 10:00, late since 11:00; it is tried until {Times.Clock(Noon + Duration.FromDays(5))}", Told(late: Noon - Duration.FromHours(1), until: Noon + Duration.FromDays(5)), StringComparison.Ordinal);
        Assert.Contains("sent 10:00, late since 11:00; it is still tried", Told(late: Noon - Duration.FromHours(1)), StringComparison.Ordinal);
        Assert.DoesNotContain("late", Told(), StringComparison.Ordinal);
        Assert.DoesNotContain("late", Told(LetterState.Bounced, Noon - Duration.FromHours(1)), StringComparison.Ordinal);
    }

    private static string Told(LetterState state = LetterState.Sent, Instant? late = null, Instant? until = null)
    {
        var line = new LetterLine(1, 1, new(7), "INC-000007", new(new(9), "Grace"), LetterKind.Said, state, 1, null, Noon - Duration.FromHours(2), Noon - Duration.FromHours(2), "grace@harrow.example", "7.a@desk", 250, "250 taken") { LateAt = late, LateUntil = until };
        return LettersPart.Of([line], Words, Times).ToString();
    }

    private sealed class Stopped(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
