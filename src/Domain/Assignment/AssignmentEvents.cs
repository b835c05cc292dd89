namespace FirstContact.Assignment;

public sealed record WayChanged(WayDetails From, WayDetails To) : Event;

public sealed record HoursChanged(WorkHours? From, WorkHours? To) : Event;

public sealed record TakingStarted : Event;

public sealed record TakingStopped : Event;

public sealed record SkillsChanged(Seq<string> From, Seq<string> To) : Event;

public sealed record SkillNeedsChanged(Seq<SkillNeed> From, Seq<SkillNeed> To) : Event;
