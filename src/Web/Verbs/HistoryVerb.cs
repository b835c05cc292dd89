using System.CommandLine;
using System.Globalization;
using FirstContact.Import;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact import history FILE</c>: the past of another desk, from its event log.</summary>
public static class HistoryVerb
{
    private const int ErrorsShown = 100;

    public static Command Command
    {
        get
        {
            var file = new Argument<FileInfo>("FILE") { Description = "An event log: XES (IEEE 1849) or CSV, plain or gzip." };
            var map = new Option<FileInfo?>("--map") { Description = """What its columns and statuses mean, where the guess is wrong: {"columns": {"Their column": "team"}, "statuses": {"Their status": "queued"}, "firstContact": ["Their team"], "timeZone": "Europe/London"}.""" };
            var dryRun = new Option<bool>("--dry-run") { Description = "Checks everything and writes nothing." };
            var verb = new Command("history", "Takes in the tickets, teams, people, handovers and waits of another desk, for the measures.") { file, map, dryRun };
            verb.SetAction((typed, stop) => Run(typed.GetRequiredValue(file), typed.GetValue(map), typed.GetValue(dryRun), stop));
            return verb;
        }
    }

    private static async Task<int> Run(FileInfo from, FileInfo? map, bool dryRun, CancellationToken stop)
    {
        foreach (var needed in new[] { from, map }.OfType<FileInfo>().Where(f => !f.Exists)) throw new BadArgumentException($"There is no file {needed.FullName}.");
        var said = map is null ? HistoryMapping.Guess : HistoryMapping.Parse(await File.ReadAllTextAsync(map.FullName, stop));
        if (!said.Is(out var mapping, out var unreadable)) throw new BadArgumentException(unreadable.Message);

        await using var host = await DeskHost.Open();
        HistoryReport report;
        using (var progress = new Progress(dryRun ? "Checking" : "Importing"))
        {
            await using var stream = from.OpenRead();
            if (!(await HistoryFile.Read(stream, mapping, read => progress.Say(string.Create(CultureInfo.InvariantCulture, $"{read:N0} events read")), stop)).Is(out var log, out var no)) throw new BadArgumentException(no.Message);
            foreach (var (column, field) in log.Columns) Console.WriteLine($"  {column} -> {field}");
            var result = await host.Get<Desk>().Do(new ImportHistory(log, mapping, dryRun) { Progress = (done, of) => progress.Show(done, of, then: dryRun ? null : "writing") }, new(Caller.Desk, "import"), stop);
            if (!result.Is(out report!, out no)) throw new BadArgumentException(no.Message);
        }
        return Tell(report, dryRun);
    }

    private static int Tell(HistoryReport report, bool dryRun)
    {
        foreach (var error in report.Errors.Take(ErrorsShown)) Console.Error.WriteLine(error);
        if (report.Wrong > ErrorsShown) Console.Error.WriteLine($"… and {Figure(report.Wrong - ErrorsShown)} more.");
        if (!report.IsGood)
        {
            Console.Error.WriteLine($"{Figure(report.Wrong)} wrong in {Figure(report.Events)} events: nothing was written.");
            return FirstContactVerbs.Failed;
        }
        if (report.New > 0 && report.Creates.Count > 0) Console.WriteLine($"{(dryRun ? "Would make" : "Made")} {string.Join(", ", report.Creates)}.");
        Console.WriteLine($"{(dryRun ? "Would import" : "Imported")} {Figure(report.New)} tickets of {Figure(report.Events)} events, with {Figure(report.Handovers)} changes of team; {Figure(report.AlreadyHere)} were here already.");
        if (report is { First: { } first, Last: { } last }) Console.WriteLine($"From {first.InUtc().Date:uuuu-MM-dd} to {last.InUtc().Date:uuuu-MM-dd}. The figures follow within seconds: firstcontact measure teamwork, or the page Teamwork.");
        return FirstContactVerbs.Done;
    }

    private static string Figure(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
