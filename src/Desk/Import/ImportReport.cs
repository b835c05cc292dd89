namespace FirstContact.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="New">Lines that are taken in.</param>
/// <param name="AlreadyHere">Lines that were taken in before, or people who are here as they are.</param>
/// <param name="Changed">People who were here and whose details the file changes.</param>
/// <param name="Wrong">How many errors there are; <see cref="Errors"/> keeps the first of them.</param>
/// <param name="Written">Whether it really happened: not in a dry run, and not when anything is wrong.</param>
public sealed record ImportReport(ImportKind Kind, int Lines, int New, int AlreadyHere, int Changed, int Wrong, Seq<LineError> Errors, Seq<LineChange> Changes, Seq<string> Creates, bool Written)
{
    public const int MostKept = 1000;

    public bool IsGood => Wrong == 0;
}

/// <summary>One thing that is wrong, in a line and column of the file.</summary>
public sealed record LineError(int Line, string? Column, string Code, string Message)
{
    public override string ToString() => FormattableString.Invariant($"line {Line}: {(Column is null ? "" : $"{Column}: ")}{Message}");
}

public sealed record LineChange(int Line, string What);

/// <summary>Counts while an import goes through its lines.</summary>
internal sealed class Tally(ImportKind kind, CsvFile file, ImportColumns columns, Action<int, int>? progress)
{
    private const int Told = 500;
    private readonly List<LineError> _errors = [];
    private readonly List<LineChange> _changes = [];
    private int _wrong, _changed, _done;

    public int New { get; set; }
    public int AlreadyHere { get; set; }
    public bool IsGood => _wrong == 0;

    public void Wrong(CsvLine line, Error error)
    {
        foreach (var one in error.All)
            if (_wrong++ < ImportReport.MostKept) _errors.Add(new(line.Number, one.Field is { } field ? columns.Called(field) : null, one.Code, one.Message));
    }

    public void Changed(CsvLine line, string what)
    {
        if (_changed++ < ImportReport.MostKept) _changes.Add(new(line.Number, what));
    }

    public void Passed()
    {
        if (++_done % Told == 0 || _done == file.Lines.Count) progress?.Invoke(_done, file.Lines.Count);
    }

    public ImportReport Report(IEnumerable<string> creates, bool written) =>
        new(kind, file.Lines.Count, New, AlreadyHere, _changed, _wrong, [.. _errors], [.. _changes], [.. creates], written);
}
