using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FirstContact.Import;

/// <summary>Works through files that came by the web, beside the requests, and tells how far each has come.</summary>
public sealed class ImportRuns(Journal.Desk desk, Database database, Bell bell, IClock clock, ILogger<ImportRuns> log)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Keeps the file and begins to check it as the guess or the mapping has it.</summary>
    public async Task<Result<long>> Take(ImportKind kind, string name, byte[] bytes, Call call)
    {
        if (!call.Caller.May(ImportRun.Needs(kind))) return Errors.Forbidden;
        if (!(await CsvFile.Read(new MemoryStream(bytes))).Is(out var file, out var no)) return no;

        long id;
        await using (var read = await database.Read()) id = await database.NextId(read, "import_run");
        var now = clock.GetCurrentInstant();
        await database.Commit([new Statement("""
            insert into import_run (id, kind, name, bytes, mapping, state, total, person, created_at, changed_at)
            values (@id, @kind, @name, @bytes, @mapping, @state, @total, @person, @at, @at)
            """,
            ("@id", id), ("@kind", kind), ("@name", Shortened(name)), ("@bytes", bytes), ("@mapping", ImportMapping.Guess.ToString()), ("@state", RunState.Checking),
            ("@total", file.Lines.Count), ("@person", call.Caller.Person), ("@at", now))]);
        _ = Task.Run(() => Work(id, kind, ImportMapping.Guess, update: false, dryRun: true, call));
        return id;
    }

    /// <summary>Checks it again, by another mapping, or takes it in. What another has begun meanwhile is not begun twice.</summary>
    public async Task<Error?> Go(ImportRun run, ImportMapping mapping, bool update, bool dryRun, Call call)
    {
        if (!call.Caller.May(ImportRun.Needs(run.Kind))) return Errors.Forbidden;
        var outcome = await database.Commit([new Statement("""
            update import_run set state = @state, mapping = @mapping, update_known = @update, done = 0, report = null, changed_at = @now
            where id = @id and changed_at = @was and bytes is not null
            """,
            ("@state", dryRun ? RunState.Checking : RunState.Importing), ("@mapping", mapping.ToString()), ("@update", update ? 1 : 0), ("@now", clock.GetCurrentInstant()), ("@id", run.Id), ("@was", run.ChangedAt)) { MustMeetOneRow = true }]);
        if (outcome != Outcome.Done) return Errors.Stale;
        Ring(run.Id);
        _ = Task.Run(() => Work(run.Id, run.Kind, mapping, update, dryRun, call));
        return null;
    }

    private async Task Work(long id, ImportKind kind, ImportMapping mapping, bool update, bool dryRun, Call call)
    {
        try
        {
            byte[]? bytes;
            await using (var read = await database.Read()) bytes = await ImportFile.Bytes(read, id);
            if (!(await CsvFile.Read(new MemoryStream(bytes ?? []))).Is(out var file, out var unreadable)) { await End(id, unreadable); return; }

            var told = Stopwatch.GetTimestamp();
            void Progress(int done, int of)
            {
                if (Stopwatch.GetElapsedTime(told) < TellEvery) return;
                told = Stopwatch.GetTimestamp();
                _ = Tell(id, "done = @done, total = @total", ("@done", done), ("@total", of));
            }
            // Neither a version nor an idempotency key of the form is meant for the import itself.
            var alone = call with { Expects = null, Key = null };
            var result = kind == ImportKind.People
                ? await desk.Do(new ImportPeople(file, mapping, dryRun, update) { Progress = Progress }, alone)
                : await desk.Do(new ImportTickets(file, mapping, dryRun) { Progress = Progress }, alone);
            if (result.Is(out var report, out var no))
                await Tell(id, $"state = @state, report = @report, done = total{(report.Written ? ", bytes = null" : "")}",
                    ("@state", report.Written ? RunState.Imported : RunState.Checked), ("@report", DeskJson.Write(report)));
            else await End(id, no);
        }
        catch (Exception e)
        {
            log.LogError(e, "The import {Id} broke off", id);
            await Tell(id, "state = @state, report = @report", ("@state", RunState.Failed), ("@report", "It broke off, and nothing was written. Try again; the log says more."));
        }
    }

    private Task End(long id, Error no) => Tell(id, "state = @state, report = @report", ("@state", RunState.Failed), ("@report", string.Join(' ', no.All.Select(e => e.Message))));

    private async Task Tell(long id, string what, params (string, object?)[] args)
    {
        try
        {
            await database.Commit([new Statement($"update import_run set {what}, changed_at = @now where id = @id", [.. args, ("@now", clock.GetCurrentInstant()), ("@id", id)])]);
            Ring(id);
        }
        catch (Exception e) { log.LogWarning(e, "How far the import {Id} has come could not be written", id); }
    }

    private void Ring(long id) => bell.Ring([$"{ImportRun.Subject}/{id}"]);

    private static string Shortened(string name) => name.Length <= 200 ? name : name[..200];
}
