using FirstContact.Tickets;
using NodaTime;

namespace FirstContact.Kit;

public sealed class TimesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 31, 23, 57, 12);
    private static readonly Words Words = new();

    // Around every edge that the words know: a minute, half an hour, an hour, a day, two days, six days, and the turn of the year in between.
    private static readonly Instant?[] Moments =
    [
        Start + Duration.FromSeconds(30), Start + Duration.FromSeconds(1847), Start + Duration.FromSeconds(3671), Start - Duration.FromSeconds(86_355), Start - Duration.FromSeconds(172_741),
        Start + Duration.FromDays(6) + Duration.FromSeconds(70), Start - Duration.FromDays(6) + Duration.FromSeconds(99), Start - Duration.FromDays(40), null,
    ];

    [Fact]
    public void Within_a_lull_the_same_is_told_of_every_moment()
    {
        var (lull, told, changes, held) = (new Lull(0, 0), "", 0, 0);
        for (var now = Start; now < Start + Duration.FromMinutes(6); now += Duration.FromMilliseconds(125))
        {
            var times = new Times(new Stopped(now), DateTimeZone.Utc, Words);
            if (lull.Holds(now))
            {
                Assert.Equal(told, Told(times));
                held++;
                continue;
            }
            if (told != Told(times)) changes++;
            (lull, told) = (times.Around(Moments), Told(times));
        }
        Assert.True(changes > 20 && held > 2000, $"{changes} changes, {held} times the same");
    }

    [Fact]
    public void On_the_full_minute_nothing_holds()
    {
        var times = new Times(new Stopped(Start), DateTimeZone.Utc, Words);
        Assert.False(times.Around(Start - Duration.FromMinutes(3)).Holds(Start));
        Assert.True(times.Around(Start - Duration.FromSeconds(3)).Holds(Start));
    }

    [Theory]
    [InlineData("promised news by 2026-12-31 23:59 UTC", "promised news by 00:59")]
    [InlineData("put it aside until 2027-01-02 07:00 UTC", "put it aside until Saturday 08:00")]
    [InlineData("due 2027-02-30 07:00 UTC", "due 2027-02-30 07:00 UTC")]
    [InlineData("noted: by UTC we mean the clock at Greenwich", "noted: by UTC we mean the clock at Greenwich")]
    public void A_sentence_of_the_journal_tells_its_time_by_the_desks_clock(string sentence, string told) =>
        Assert.Equal(told, new Times(new Stopped(Start + Duration.FromMinutes(3)), DateTimeZoneProviders.Tzdb["Europe/Paris"], Words).Told(sentence));

    private static string Told(Times times) =>
        string.Join('\n', Moments.OfType<Instant>().Select(m => $"{times.When(m)} {times.Since(m)} {times.At(m)} {new TicketMarks(Words, times).Left(m, "")}"));

    private sealed class Stopped(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
