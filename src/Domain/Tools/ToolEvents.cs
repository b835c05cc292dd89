namespace FirstContact.Tools;

// What it is
public sealed record ToolAdded(ToolDetails Details) : Event;

public sealed record ToolChanged(ToolDetails From, ToolDetails To) : Event;

public sealed record ToolRetired(string Name) : Event;

public sealed record ToolRestored(string Name) : Event;

// Who may use it
public sealed record ToolWithheld(Withholding Withholding) : Event;

/// <param name="Withholding">What has ended.</param>
public sealed record ToolGiven(Withholding Withholding, int Days) : Event;

/// <param name="Ticket">The request that says so.</param>
public sealed record ToolAskedFor(string Ticket, Named<TeamId>? Team, string Why) : Event;

// How work moves
public sealed record ProcedureWritten(Procedure Procedure) : Event;

public sealed record ProcedureRemoved(Named<ToolId> To) : Event;

// What does the same
public sealed record OverlapMarked(OverlapDetails Details) : Event;

public sealed record OverlapChanged(OverlapDetails From, OverlapDetails To) : Event;

public sealed record OverlapSettled(Seq<Named<ToolId>> Tools, Named<ToolId>? Stays) : Event;

public sealed record OverlapReopened(Seq<Named<ToolId>> Tools) : Event;

// What links may begin with
public sealed record LaunchSchemesChanged(Seq<string> From, Seq<string> To) : Event;
