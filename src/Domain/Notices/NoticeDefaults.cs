using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>How people are told until they say otherwise, and where they may not.</summary>
public sealed record NoticeDefaults : IAggregate<NoticeDefaults>
{
    public static string Subject => "notice-defaults";

    public static readonly NoticeDefaults Usual = new();

    public int Version { get; init; }
    public NoticeDefaultValues Values { get; init; } = new([], [], DigestPlan.Usual);

    public long Key => 38;

    public Timing Of(LetterKind kind, NoticeChannel channel) =>
        Values.Choices.FirstOrDefault(c => c.Kind == kind && c.Channel == channel)?.Timing ?? NoticeKind.Of(kind)?.Usual(channel) ?? Timing.Never;

    public bool IsLocked(LetterKind kind, NoticeChannel channel) => Values.Locked.Any(l => l.Kind == kind && l.Channel == channel);

    public Decision Change(NoticeDefaultValues to, IDateTimeZoneProvider zones)
    {
        var no = Error.Of(
        [
            .. NoticeChoices.Wrong(to.Choices)?.All ?? [],
            to.Locked.Any(l => NoticeKind.Of(l.Kind) is null) ? NoticeErrors.KindUnknown : null,
            .. to.Digest.Wrong(zones)?.All ?? [],
        ]);
        if (no is not null) return no;
        var tidy = to with
        {
            Choices = [.. to.Choices.Where(c => c.Timing != NoticeKind.Of(c.Kind)!.Usual(c.Channel)).DistinctBy(c => (c.Kind, c.Channel)).OrderBy(c => c.Kind).ThenBy(c => c.Channel)],
            Locked = [.. to.Locked.Distinct().OrderBy(l => l.Kind).ThenBy(l => l.Channel)],
        };
        return tidy == Values ? Decision.Nothing : new NoticeDefaultsChanged(Values, tidy);
    }

    public NoticeDefaults Apply(Event happened, By by) => happened switch
    {
        NoticeDefaultsChanged e => this with { Values = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"How people are told knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Choices">Only what is otherwise than usual.</param>
/// <param name="Locked">What nobody may change for himself.</param>
/// <param name="Digest">When what was gathered goes out, for who has chosen no time of his own.</param>
public sealed record NoticeDefaultValues(Seq<NoticeChoice> Choices, Seq<NoticeLock> Locked, DigestPlan Digest);

public readonly record struct NoticeLock(LetterKind Kind, NoticeChannel Channel);
