namespace FirstContact.Exceptions;

// Rules and processes
public sealed record ProcessAdded(ProcessDetails Details) : Event;

public sealed record ProcessChanged(ProcessDetails From, ProcessDetails To) : Event;

public sealed record ProcessRetired(string Name) : Event;

public sealed record ProcessRestored(string Name) : Event;

// One that was bent
/// <param name="Ticket">By its number.</param>
public sealed record ExceptionRecorded(Named<TicketId> Ticket, ExceptionDetails Details, bool MayName) : Event;

/// <param name="Rule">What it was called before.</param>
public sealed record ExceptionPlaced(string Rule, Named<ProcessId> Process) : Event;

public sealed record ExceptionNaming(bool May) : Event;

public sealed record ExceptionAskedBack(string Question) : Event;

public sealed record ExceptionAnswered(string Answer) : Event;

public sealed record ExceptionEnded(ExceptionEnding Ending) : Event;

public sealed record ExceptionEndingRead : Event;

public sealed record ExceptionWithdrawn(string Rule) : Event;
