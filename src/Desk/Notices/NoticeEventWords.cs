namespace FirstContact.Notices;

/// <summary>Every event of what people are told: its stored name and the one sentence that tells it.</summary>
public static class NoticeEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<NoticeChoicesChanged>("notice-settings.choices-changed", _ => "changed how they are told"),
        EventWords.Of<TicketMuted>("notice-settings.ticket-muted", e => $"muted {e.Ticket}"),
        EventWords.Of<TicketUnmuted>("notice-settings.ticket-unmuted", e => $"let {e.Ticket} speak again"),
        EventWords.Of<NoticeDefaultsChanged>("notice-defaults.changed", _ => "changed how people are told until they choose"),
    ];
}
