namespace FirstContact.Macros;

// Words
public sealed record TextBlockAdded(TextBlockDetails Details) : Event;

public sealed record TextBlockChanged(TextBlockDetails From, TextBlockDetails To) : Event;

public sealed record TextBlockRetired(string Name) : Event;

public sealed record TextBlockRestored(string Name) : Event;

// Actions
public sealed record MacroAdded(MacroDetails Details) : Event;

public sealed record MacroChanged(MacroDetails From, MacroDetails To) : Event;

public sealed record MacroRetired(string Name) : Event;

public sealed record MacroRestored(string Name) : Event;

// New tickets
public sealed record TicketTemplateAdded(TemplateDetails Details) : Event;

public sealed record TicketTemplateChanged(TemplateDetails From, TemplateDetails To) : Event;

public sealed record TicketTemplateRetired(string Name) : Event;

public sealed record TicketTemplateRestored(string Name) : Event;
