namespace FirstContact.Standards;

public sealed record StandardsChanged(StandardsWords From, StandardsWords To) : Event;

public sealed record StandardsCommented(string Group, Kept Kept, string Words) : Event;

public sealed record StandardsAnswered(string Words) : Event;

public sealed record StandardsCommentHidden(string Reason) : Event;
