using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>How somebody wants to be told of one thing by one channel.</summary>
public sealed record NoticeChoice(LetterKind Kind, NoticeChannel Channel, Timing Timing);

/// <summary>What somebody has chosen.</summary>
/// <param name="Choices">Only what he wants otherwise than the desk.</param>
/// <param name="Hours">Outside of this calendar nothing calls him; null for any time.</param>
/// <param name="Digest">Null for when the desk gathers.</param>
/// <param name="QuietUntil">Until then nothing calls him: a holiday.</param>
public sealed record NoticeChoices(Seq<NoticeChoice> Choices, Named<CalendarId>? Hours, DigestPlan? Digest, Instant? QuietUntil)
{
    public static readonly NoticeChoices None = new([], null, null, null);

    public Timing? Of(LetterKind kind, NoticeChannel channel) => Choices.FirstOrDefault(c => c.Kind == kind && c.Channel == channel)?.Timing;

    internal static Error? Wrong(IEnumerable<NoticeChoice> choices) => Error.Of(choices
        .Select(c => NoticeKind.Of(c.Kind) is null ? NoticeErrors.KindUnknown : !ChannelTraits.Of(c.Channel).Timings.Contains(c.Timing) ? NoticeErrors.ChoiceImpossible : null).Distinct());
}
