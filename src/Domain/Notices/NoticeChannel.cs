namespace FirstContact.Notices;

/// <summary>A way to tell somebody. One more is a line here and in <see cref="ChannelTraits"/>, and the rows that it writes.</summary>
public enum NoticeChannel { App, Mail }

public enum Timing { Never, Digest, AtOnce }

/// <param name="Timings">What can be chosen for it.</param>
/// <param name="Waits">It calls somebody away from what he does: so it minds his hours and waits until he is back. What lies in the app disturbs nobody.</param>
public sealed record ChannelTraits(NoticeChannel Channel, Seq<Timing> Timings, bool Waits)
{
    public static readonly IReadOnlyList<ChannelTraits> All =
    [
        new(NoticeChannel.App, [Timing.Never, Timing.AtOnce], Waits: false),
        new(NoticeChannel.Mail, [Timing.Never, Timing.Digest, Timing.AtOnce], Waits: true),
    ];

    public static ChannelTraits Of(NoticeChannel channel) => All.First(c => c.Channel == channel);
}
