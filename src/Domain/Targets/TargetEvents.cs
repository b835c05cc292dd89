namespace FirstContact.Targets;

public sealed record TargetSet(TargetTerms Terms) : Event;

public sealed record TargetChanged(TargetTerms From, TargetTerms To) : Event;

public sealed record TargetRetired(TargetTerms Terms) : Event;

public sealed record TargetRestored(TargetTerms Terms) : Event;

public sealed record IndustryFigureAdded(FigureTerms Terms) : Event;

public sealed record IndustryFigureChanged(FigureTerms From, FigureTerms To) : Event;

public sealed record IndustryFigureRemoved(FigureTerms Terms) : Event;
