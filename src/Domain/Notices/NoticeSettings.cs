using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>How one person wants to be told, and which tickets he wants to hear no more of.</summary>
public sealed record NoticeSettings : IAggregate<NoticeSettings>
{
    public const int MostMuted = 1000, MostQuietDays = 366;

    public static string Subject => "notice-settings";

    public PersonId Id { get; init; }
    public int Version { get; init; }
    public NoticeChoices Choices { get; init; } = NoticeChoices.None;
    public Seq<TicketId> Muted { get; init; } = [];

    public long Key => Id.Value;

    /// <param name="defaults">What the desk sets: what is locked stays so, and what is chosen as the desk has it is not kept.</param>
    public Decision Choose(By by, NoticeChoices to, NoticeDefaults defaults, IDateTimeZoneProvider zones)
    {
        var locked = to.Choices.Any(c => NoticeKind.Of(c.Kind) is not null && defaults.IsLocked(c.Kind, c.Channel) && c.Timing != defaults.Of(c.Kind, c.Channel));
        var changesQuiet = to.QuietUntil is not null && to.QuietUntil != Choices.QuietUntil;
        var no = Error.Of(
        [
            .. NoticeChoices.Wrong(to.Choices)?.All ?? [],
            locked ? NoticeErrors.ChoiceLocked : null,
            .. to.Digest?.Wrong(zones)?.All ?? [],
            changesQuiet && to.QuietUntil <= by.At ? NoticeErrors.QuietPassed : null,
            changesQuiet && to.QuietUntil > by.At + Duration.FromDays(MostQuietDays) ? NoticeErrors.QuietTooLong : null,
        ]);
        if (no is not null) return no;
        Seq<NoticeChoice> own = [.. to.Choices.Where(c => c.Timing != defaults.Of(c.Kind, c.Channel)).DistinctBy(c => (c.Kind, c.Channel)).OrderBy(c => c.Kind).ThenBy(c => c.Channel)];
        var tidy = to with { Choices = own };
        return tidy == Choices ? Decision.Nothing : new NoticeChoicesChanged(Choices, tidy);
    }

    /// <summary>No more letters of this kind; of one that gathers, no more letters but those that the organisation has set.</summary>
    public Decision Unsubscribe(LetterKind kind, NoticeDefaults defaults)
    {
        LetterKind[] kinds = kind == LetterKind.Digest ? [.. NoticeKind.All.Select(k => k.Kind)] : NoticeKind.Of(kind) is { } one ? [one.Kind] : [];
        Seq<NoticeChoice> stopped = [.. kinds.Where(k => !defaults.IsLocked(k, NoticeChannel.Mail)).Select(k => new NoticeChoice(k, NoticeChannel.Mail, Timing.Never))];
        Seq<NoticeChoice> own =
        [
            .. Choices.Choices.Where(c => !stopped.Any(s => s.Kind == c.Kind && s.Channel == c.Channel))
                .Concat(stopped.Where(s => defaults.Of(s.Kind, s.Channel) != Timing.Never)).OrderBy(c => c.Kind).ThenBy(c => c.Channel),
        ];
        var to = Choices with { Choices = own };
        return to == Choices ? Decision.Nothing : new NoticeChoicesChanged(Choices, to);
    }

    public Decision Mute(Named<TicketId> ticket) =>
        Muted.Contains(ticket.Id) ? Decision.Nothing : Muted.Count >= MostMuted ? NoticeErrors.TooManyMuted : new TicketMuted(ticket);

    public Decision Unmute(Named<TicketId> ticket) => Muted.Contains(ticket.Id) ? new TicketUnmuted(ticket) : Decision.Nothing;

    public NoticeSettings Apply(Event happened, By by) => happened switch
    {
        NoticeChoicesChanged e => this with { Choices = e.To, Version = Version + 1 },
        TicketMuted e => this with { Muted = Muted.Add(e.Ticket.Id), Version = Version + 1 },
        TicketUnmuted e => this with { Muted = Muted.Remove(e.Ticket.Id), Version = Version + 1 },
        _ => throw new NotSupportedException($"What somebody is told knows nothing of {happened.GetType().Name}."),
    };
}
