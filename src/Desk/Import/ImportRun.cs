using System.Data.Common;
using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>How far a file has come: looked at, checked, taken in; or it broke off, or is being refused as it is.</summary>
public enum RunState { Checking, Checked, Importing, Imported, Failed }

/// <summary>A file on its way in by the web. Any node may show it; leaving the page does not stop it.</summary>
/// <param name="Report">What the check found or the import did; null while it goes on.</param>
/// <param name="Failure">Why it could not even be checked.</param>
public sealed record ImportRun(
    long Id, ImportKind Kind, string Name, ImportMapping Mapping, bool Update, RunState State, int Done, int Total, ImportReport? Report, string? Failure,
    Named<PersonId> Person, Instant CreatedAt, Instant ChangedAt)
{
    public const string Subject = "import";

    /// <summary>So long a file waits to be imported.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    private static readonly Duration Silent = Duration.FromSeconds(60);

    public bool IsGoing => State is RunState.Checking or RunState.Importing;

    /// <summary>The node that worked on it has gone. Nothing is lost: an import is all or nothing.</summary>
    public bool BrokeOff(Instant now) => IsGoing && now - ChangedAt > Silent;

    public static Permission Needs(ImportKind kind) => kind == ImportKind.People ? PeoplePermissions.Manage : TicketPermissions.Import;

    public static bool May(Caller caller) => Enum.GetValues<ImportKind>().Any(k => caller.May(Needs(k)));

    internal const string Select = """
        select i.id, i.kind, i.name, i.mapping, i.update_known, i.state, i.done, i.total, i.report, i.person, p.name, i.created_at, i.changed_at
        from import_run i join person p on p.id = i.person
        """;

    internal static ImportRun Fill(DbDataReader r)
    {
        var state = r.Word<RunState>(5);
        var report = r.TextOrNull(8);
        return new(
            r.GetInt64(0), r.Word<ImportKind>(1), r.GetString(2), DeskJson.Read<ImportMapping>(r.GetString(3)), r.Flag(4), state, r.GetInt32(6), r.GetInt32(7),
            state != RunState.Failed && report is not null ? DeskJson.Read<ImportReport>(report) : null, state == RunState.Failed ? report : null,
            new(new(r.GetInt64(9)), r.GetString(10)), r.Instant(11), r.Instant(12));
    }
}

/// <summary>One run with the first lines of its file.</summary>
public sealed record ShowImportRun(long Id) : IQuery<ImportRunView>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<ImportRunView>> Ask(Question question)
    {
        var run = await question.Read.One($"{ImportRun.Select} where i.id = @id", ImportRun.Fill, ("@id", Id));
        if (run is null || !question.Caller.May(ImportRun.Needs(run.Kind))) return ImportErrors.RunMissing;
        // While it goes on the page is asked for again and again: reading the file each time would cost more than the import.
        if (run.IsGoing || await ImportFile.Bytes(question.Read, Id) is not { } bytes) return new ImportRunView(run, null);
        var known = ImportField.Of(run.Kind, await question.Read.Fields());
        return (await CsvFile.Read(new MemoryStream(bytes))).Is(out var file, out _)
            ? new ImportRunView(run, ImportPreview.Of(run.Kind, file, run.Mapping, known).Value ?? ImportPreview.Of(run.Kind, file, ImportMapping.Guess, known).Value) { Known = known }
            : new ImportRunView(run, null);
    }
}

/// <param name="Preview">Null while it goes on, and when the file is in.</param>
public sealed record ImportRunView(ImportRun Run, ImportPreview? Preview)
{
    /// <summary>What a column can be here.</summary>
    public IReadOnlyList<ImportField> Known { get; init; } = [];
}

/// <summary>The last runs, the newest first.</summary>
public sealed record ListImportRuns : IQuery<IReadOnlyList<ImportRun>>
{
    private const int Most = 20;

    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<ImportRun>>> Ask(Question question)
    {
        if (!ImportRun.May(question.Caller)) return Errors.Forbidden;
        var runs = await question.Read.List($"{ImportRun.Select} order by i.id desc limit {Most}", ImportRun.Fill);
        return runs.Where(r => question.Caller.May(ImportRun.Needs(r.Kind))).ToList();
    }
}

internal static class ImportFile
{
    public static async Task<byte[]?> Bytes(Reader read, long id) =>
        await read.One("select bytes from import_run where id = @id and bytes is not null", r => r.GetFieldValue<byte[]>(0), ("@id", id));
}
