namespace FirstContact.Import;

/// <summary>One line of another desk's log, as it stands there.</summary>
public sealed record HistoryEvent(
    int Line, string? Case, string? Time, string? Activity, string? Step, string? Team, string? Label, string? Person, string? Impact, string? Service, string? Title);

/// <summary>A whole log, read.</summary>
/// <param name="Hash">Of its bytes: the same file is known again.</param>
public sealed record HistoryLog(IReadOnlyList<HistoryEvent> Events, string Hash, IReadOnlyDictionary<string, string> Columns);

/// <summary>What a person says about a log; whatever it does not mention is guessed.</summary>
/// <param name="Columns">Their column or XES attribute -> our field.</param>
/// <param name="Statuses">Their status, or status/sub-status -> queued, working, waitingForCustomer, waitingForSupplier, waitingForChange, waitingForProblem, waiting, resolved, closed, cancelled, or ignored.</param>
/// <param name="FirstContact">Their teams, or labels of teams, that take the first contact.</param>
/// <param name="TimeZone">The zone of times that name none.</param>
public sealed record HistoryMapping(IReadOnlyDictionary<string, string?>? Columns = null, IReadOnlyDictionary<string, HistoryState>? Statuses = null, IReadOnlyList<string>? FirstContact = null, string? TimeZone = null)
{
    public static readonly HistoryMapping Guess = new();

    public static Result<HistoryMapping> Parse(string json)
    {
        try
        {
            return DeskJson.Read<HistoryMapping>(json);
        }
        catch (System.Text.Json.JsonException) { return HistoryErrors.MappingUnreadable; }
    }

    public override string ToString() => DeskJson.Write(this);
}

/// <summary>What a status of another desk means here.</summary>
public enum HistoryState { Queued, Working, WaitingForCustomer, WaitingForSupplier, WaitingForChange, WaitingForProblem, Waiting, Resolved, Closed, Cancelled, Ignored }

/// <summary>What an import of history did, or would do.</summary>
/// <param name="Events">Lines of the log.</param>
/// <param name="New">Tickets that are made.</param>
/// <param name="AlreadyHere">Cases that were taken in before.</param>
/// <param name="Handovers">How often a ticket of the new ones went to another team.</param>
public sealed record HistoryReport(int Events, int Cases, int New, int AlreadyHere, int Handovers, int Wrong, Seq<LineError> Errors, Seq<string> Creates, Instant? First, Instant? Last, bool Written)
{
    public bool IsGood => Wrong == 0;
}

public static class HistoryErrors
{
    public static readonly Error MappingUnreadable = new(ErrorKind.Invalid, "history.mapping-unreadable", """Write the map as JSON: {"columns": {"Their column": "team"}, "statuses": {"Their status": "queued"}, "firstContact": ["Their team"], "timeZone": "UTC"}.""", "map");
    public static readonly Error NotXes = new(ErrorKind.Invalid, "history.not-xes", "This XML is no event log: XES has a <log> with <trace> and <event>.", "file");
    public static readonly Error CaseMissing = new(ErrorKind.Invalid, "history.case-missing", "This event names no case.", "case");
    public static readonly Error TimeUnclear = new(ErrorKind.Invalid, "history.time-unclear", "Write a time like 2012-05-11T00:26:15+01:00 or 2012-05-11 00:26.", "time");
    public static readonly Error TimeToCome = new(ErrorKind.Invalid, "history.time-to-come", "This time has not come yet.", "time");
    public static readonly Error NameTooLong = new(ErrorKind.Invalid, "history.name-too-long", "Keep the names of teams, people and services within 80 characters.");

    public static Error Broken(string why) => new(ErrorKind.Invalid, "history.broken", $"The file breaks off or is no XML that can be read: {why}", "file");

    public static Error StatusUnknown(string status) => new(ErrorKind.Invalid, "history.status-unknown", $"'{status}' is no status that is known. Say in the map what it means: \"statuses\": {{\"{status}\": \"working\"}}.", "activity");

    public static Error ColumnMissing(string field) => new(ErrorKind.Invalid, "history.column-missing", $"No column is known to be the {field}. Say in the map which one is.", "map");

    public static Error FieldUnknown(string field) => new(ErrorKind.Invalid, "history.field-unknown", $"There is no field '{field}'. There are {string.Join(", ", HistoryFile.Fields)}.", "map");
}
