using FirstContact.Calendars;
using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>The truth table of the guide, line by line, and what holds whatever anybody chose.</summary>
public sealed class NoticeRuleTests
{
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    // A Monday, nine o'clock.
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly OpenHours Office = new(CalendarDetails.Usual with { Name = "Office" }, DateTimeZone.Utc);
    private static readonly DigestPlan AtSeven = new(Rhythm.Daily, IsoDayOfWeek.Monday, new(7, 0), "UTC");
    private static readonly Addressee Agent = new(true, NoticeChoices.None, null, false), Customer = Agent with { Serves = false };

    private static readonly Dictionary<string, string> Table = Rows();

    public static TheoryData<string> Lines => [.. Table.Keys];

    /// <summary>Each line of the guide's table is tried: what it says there is what the rule does.</summary>
    [Theory, MemberData(nameof(Lines))]
    public void The_guides_table_is_true(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
        var kind = Enum.Parse<LetterKind>(cells[0]);
        var who = cells[1] == "customer" ? Customer : Agent;
        var defaults = NoticeDefaults.Usual;
        foreach (var word in cells[2].Split(',', StringSplitOptions.TrimEntries))
            (who, defaults) = word switch
            {
                "nothing" => (who, defaults),
                "muted" => (who with { Muted = true }, defaults),
                "mail off" => (Choosing(who, kind, NoticeChannel.Mail, Timing.Never), defaults),
                "app off" => (Choosing(who, kind, NoticeChannel.App, Timing.Never), defaults),
                "mail gathered" => (Choosing(who, kind, NoticeChannel.Mail, Timing.Digest), defaults),
                "office hours" => (who with { Hours = Office }, defaults),
                "quiet until Wednesday" => (who with { Choices = who.Choices with { QuietUntil = Nine + Duration.FromDays(2) } }, defaults),
                "mail locked" => (who, new NoticeDefaults { Values = NoticeDefaults.Usual.Values with { Locked = [new(kind, NoticeChannel.Mail)] } }),
                _ => throw new InvalidOperationException($"The table says '{word}', which is nothing."),
            };
        who = who with { Choices = who.Choices with { Digest = AtSeven } };
        var now = cells[3] == "Monday 18:00" ? Nine + Duration.FromHours(9) : Nine;
        var goings = NoticeRule.Of(kind, who, defaults, Zones, now);
        Assert.Equal((cells[4], cells[5]), (Said(goings, NoticeChannel.App, now), Said(goings, NoticeChannel.Mail, now)));
    }

    [Fact]
    public void Whatever_anybody_chose_the_promises_hold()
    {
        var dice = new Random(20261123);
        for (var i = 0; i < 20_000; i++)
        {
            var kind = NoticeKind.All[dice.Next(NoticeKind.All.Count)];
            var (who, defaults, now) = (Any(dice), AnyDefaults(dice), Nine + Duration.FromMinutes(dice.Next(60 * 24 * 20)));
            var goings = NoticeRule.Of(kind.Kind, who, defaults, Zones, now);
            if (!kind.For(who.Serves)) { Assert.Empty(goings); continue; }

            // Each channel answers once: nothing is doubled.
            Assert.Equal(ChannelTraits.All.Select(c => c.Channel), goings.Select(g => g.Channel));
            foreach (var going in goings)
            {
                var silent = going.Course is Course.Muted or Course.TurnedOff;
                Assert.Equal(silent, going.At is null);
                // What is held comes, later than now and within its time.
                if (going.IsHeld) Assert.True(going.At > now && going.At <= now + Duration.FromDays(60), $"{going} at {now}");
                if (going.Course == Course.AtOnce) Assert.Equal(now, going.At);
                if (who.Muted && !kind.Names) Assert.Equal(Course.Muted, going.Course);
                if (kind.Names) Assert.NotEqual(Course.Muted, going.Course);
                if (defaults.IsLocked(kind.Kind, going.Channel) && defaults.Of(kind.Kind, going.Channel) != Timing.Never && going.Course == Course.TurnedOff) Assert.Fail($"{going} is locked");
                if (ChannelTraits.Of(going.Channel).Waits && going.At is { } at && who.Hours is { } hours) Assert.True(hours.IsOpen(at), $"{going} comes outside of the hours");
                if (ChannelTraits.Of(going.Channel).Waits && going.At is { } then && who.Choices.QuietUntil is { } quiet) Assert.True(then >= quiet, $"{going} comes before {quiet}");
            }
        }
    }

    [Fact]
    public void Who_never_opens_is_told_all_the_same()
    {
        var shut = new OpenHours(CalendarDetails.Always with { Week = [[], [], [], [], [], [], []] }, DateTimeZone.Utc);
        Assert.Equal(Course.AtOnce, NoticeRule.Of(LetterKind.Called, Agent with { Hours = shut }, NoticeDefaults.Usual, Zones, Nine).Single(g => g.Channel == NoticeChannel.Mail).Course);
    }

    [Theory]
    [InlineData(Rhythm.Daily, "2026-11-23T07:30", "2026-11-24T07:00")]
    [InlineData(Rhythm.Daily, "2026-11-23T06:30", "2026-11-23T07:00")]
    [InlineData(Rhythm.Daily, "2026-11-23T07:00", "2026-11-24T07:00")]
    [InlineData(Rhythm.Weekly, "2026-11-23T07:30", "2026-11-30T07:00")]
    public void A_digest_goes_at_its_time_in_its_zone(Rhythm rhythm, string local, string next)
    {
        var zone = Zones["Europe/Berlin"];
        Instant At(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InZoneLeniently(zone).ToInstant();
        Assert.Equal(At(next), (AtSeven with { Rhythm = rhythm, Zone = "Europe/Berlin" }).Next(At(local), Zones));
    }

    private static Addressee Choosing(Addressee who, LetterKind kind, NoticeChannel channel, Timing timing) => who with { Choices = who.Choices with { Choices = who.Choices.Choices.Add(new(kind, channel, timing)) } };

    private static string Said(IReadOnlyList<Going> goings, NoticeChannel channel, Instant now) => goings.FirstOrDefault(g => g.Channel == channel) switch
    {
        null => "never",
        { Course: Course.AtOnce } => "at once",
        { At: null } off => off.Course == Course.Muted ? "no: muted" : "no: turned off",
        { At: { } at } held => at.InUtc().ToString("dddd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + (held.Course switch { Course.Gathered => ", gathered", Course.Quiet => ", after the quiet", _ => ", at the opening" }),
    };

    private static Addressee Any(Random dice)
    {
        Seq<NoticeChoice> choices = [.. from kind in NoticeKind.All from channel in ChannelTraits.All where dice.Next(2) == 0 select new NoticeChoice(kind.Kind, channel.Channel, channel.Timings[dice.Next(channel.Timings.Count)])];
        var quiet = dice.Next(3) == 0 ? Nine + Duration.FromHours(dice.Next(24 * 30)) : (Instant?)null;
        var digest = dice.Next(2) == 0 ? null : AtSeven with { Rhythm = (Rhythm)dice.Next(2), Day = (IsoDayOfWeek)dice.Next(1, 8), At = new(dice.Next(24), dice.Next(60)), Zone = "Europe/Berlin" };
        return new(dice.Next(2) == 0, new(choices, null, digest, quiet), dice.Next(2) == 0 ? Office : null, dice.Next(3) == 0);
    }

    private static NoticeDefaults AnyDefaults(Random dice) => new()
    {
        Values = new(
            [.. from kind in NoticeKind.All from channel in ChannelTraits.All where dice.Next(4) == 0 select new NoticeChoice(kind.Kind, channel.Channel, channel.Timings[dice.Next(channel.Timings.Count)])],
            [.. from kind in NoticeKind.All from channel in ChannelTraits.All where dice.Next(5) == 0 select new NoticeLock(kind.Kind, channel.Channel)], DigestPlan.Usual),
    };

    private static Dictionary<string, string> Rows()
    {
        var guide = File.ReadAllLines(Path.Combine(Root(), "docs", "guide", "notifications.md"));
        var rows = guide.SkipWhile(l => !l.StartsWith("| what | who |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|')).ToDictionary(l => l, l => l);
        return rows.Count > 10 ? rows : throw new InvalidOperationException("The guide has lost its table.");
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "MAP.md"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
