using FirstContact.Calendars;
using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>Why it goes now, later or not at all.</summary>
public enum Course { AtOnce, Gathered, OutsideHours, Quiet, Muted, TurnedOff }

/// <summary>What goes to somebody by one channel.</summary>
/// <param name="At">When; null for not at all.</param>
public sealed record Going(NoticeChannel Channel, Course Course, Instant? At)
{
    public bool IsHeld => Course is Course.Gathered or Course.OutsideHours or Course.Quiet;
}

/// <summary>Who is to be told, as far as the rule must know him.</summary>
/// <param name="Serves">He sees all tickets, and with that what is said in the house.</param>
/// <param name="Hours">When he wants to be called; null for any time.</param>
public sealed record Addressee(bool Serves, NoticeChoices Choices, OpenHours? Hours, bool Muted);

/// <summary>Given what happened, who is told, what he chose, and now: what goes by which channel, when, and why.</summary>
public static class NoticeRule
{
    /// <summary>One answer for each channel; none at all for whom the event is not.</summary>
    public static IReadOnlyList<Going> Of(LetterKind kind, Addressee who, NoticeDefaults defaults, IDateTimeZoneProvider zones, Instant now) =>
        NoticeKind.Of(kind) is { } known && known.For(who.Serves) ? [.. ChannelTraits.All.Select(c => By(c, known, who, defaults, zones, now))] : [];

    /// <summary>When something that is held goes, as he has chosen now.</summary>
    public static Instant HeldUntil(bool gathered, NoticeChoices choices, OpenHours? hours, NoticeDefaults defaults, IDateTimeZoneProvider zones, Instant now) =>
        Later(gathered ? Timing.Digest : Timing.AtOnce, choices, hours, defaults, zones, now).At;

    private static Going By(ChannelTraits channel, NoticeKind kind, Addressee who, NoticeDefaults defaults, IDateTimeZoneProvider zones, Instant now)
    {
        if (who.Muted && !kind.Names) return new(channel.Channel, Course.Muted, null);
        var usual = defaults.Of(kind.Kind, channel.Channel);
        var timing = defaults.IsLocked(kind.Kind, channel.Channel) ? usual : who.Choices.Of(kind.Kind, channel.Channel) ?? usual;
        if (timing == Timing.Never) return new(channel.Channel, Course.TurnedOff, null);
        if (!channel.Waits) return new(channel.Channel, Course.AtOnce, now);
        var (course, at) = Later(timing, who.Choices, who.Hours, defaults, zones, now);
        return new(channel.Channel, course, at);
    }

    private static (Course Course, Instant At) Later(Timing timing, NoticeChoices choices, OpenHours? hours, NoticeDefaults defaults, IDateTimeZoneProvider zones, Instant now)
    {
        var (course, at) = (Course.AtOnce, now);
        if (choices.QuietUntil is { } quiet && quiet > at) (course, at) = (Course.Quiet, quiet);
        if (timing == Timing.Digest) (course, at) = (Course.Gathered, (choices.Digest ?? defaults.Values.Digest).Next(at, zones));
        // Who never opens again is told all the same: nothing is lost.
        if (hours?.IsOpen(at) == false && hours.Openings(at).Select(o => (Instant?)o.Start).FirstOrDefault() is { } opens) (course, at) = (course == Course.AtOnce ? Course.OutsideHours : course, opens);
        return (course, at);
    }
}
