namespace FirstContact.Notices;

public sealed record NoticeChoicesChanged(NoticeChoices From, NoticeChoices To) : Event;

public sealed record TicketMuted(Named<TicketId> Ticket) : Event;

public sealed record TicketUnmuted(Named<TicketId> Ticket) : Event;

public sealed record NoticeDefaultsChanged(NoticeDefaultValues From, NoticeDefaultValues To) : Event;
