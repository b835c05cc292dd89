using System.CommandLine;
using System.Globalization;
using FirstContact.Import;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact import tickets FILE</c>: takes in people or tickets from CSV, all of a file or nothing.</summary>
public static class ImportVerb
{
    private const int Done = FirstContactVerbs.Done, Refused = FirstContactVerbs.Failed, BadArguments = FirstContactVerbs.BadArguments, ErrorsShown = 100;

    public static Command Command
    {
        get
        {
            var import = new Command("import", "Takes in people or tickets from a CSV file, or the history of another desk: all of it, or nothing when a line is wrong. Run twice, it adds nothing.");
            import.Subcommands.Add(Of(ImportKind.People, "people", "Takes in people; who is here already, by e-mail address, stays as he is."));
            import.Subcommands.Add(Of(ImportKind.Tickets, "tickets", "Takes in tickets; what was taken in before is passed over."));
            import.Subcommands.Add(HistoryVerb.Command);
            return import;
        }
    }

    private static Command Of(ImportKind kind, string name, string help)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "UTF-8 text with commas, semicolons or tabs; plain or gzip. Its first line names the columns." };
        var map = new Option<FileInfo?>("--map") { Description = """What the columns mean, where the guess is wrong: {"columns": {"Their header": "ourField"}, "defaults": {"ourField": "value"}, "timeZone": "Europe/London"}.""" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks everything and writes nothing." };
        var update = new Option<bool>("--update") { Description = "Gives people who are here already the details of the file." };

        var verb = new Command(name, help) { file, map, dryRun };
        if (kind == ImportKind.People) verb.Options.Add(update);
        verb.SetAction((typed, stop) => Run(kind, typed.GetRequiredValue(file), typed.GetValue(map), typed.GetValue(dryRun), kind == ImportKind.People && typed.GetValue(update), stop));
        return verb;
    }

    private static async Task<int> Run(ImportKind kind, FileInfo from, FileInfo? map, bool dryRun, bool update, CancellationToken stop)
    {
        foreach (var needed in new[] { from, map }.OfType<FileInfo>().Where(f => !f.Exists)) return Say(BadArguments, $"There is no file {needed.FullName}.");
        var said = map is null ? ImportMapping.Guess : ImportMapping.Parse(await File.ReadAllTextAsync(map.FullName, stop));
        if (!said.Is(out var mapping, out var unreadable)) return Say(BadArguments, unreadable);

        Result<CsvFile> read;
        await using (var stream = from.OpenRead()) read = await CsvFile.Read(stream, stop);
        if (!read.Is(out var file, out var no)) return Say(Refused, no);
        if (!ImportPreview.Of(kind, file, mapping).Is(out var preview, out no)) return Say(BadArguments, no);
        foreach (var column in preview.Columns) Console.WriteLine($"  {column.Header} -> {column.Field ?? "(left out)"}");

        await using var host = await DeskHost.Open();
        var call = new Call(Caller.Desk, "import");
        Result<ImportReport> result;
        using (var progress = new Progress(dryRun ? "Checking" : "Importing"))
        {
            void Tell(int done, int of) => progress.Show(done, of, then: dryRun ? null : "writing");
            result = await (kind == ImportKind.People
                ? host.Get<Desk>().Do(new ImportPeople(file, mapping, dryRun, update) { Progress = Tell }, call, stop)
                : host.Get<Desk>().Do(new ImportTickets(file, mapping, dryRun) { Progress = Tell }, call, stop));
        }
        return result.Is(out var report, out no) ? Tell(report, kind, dryRun) : Say(no.Kind == ErrorKind.Invalid ? BadArguments : Refused, no);
    }

    private static int Tell(ImportReport report, ImportKind kind, bool dryRun)
    {
        foreach (var error in report.Errors.Take(ErrorsShown)) Console.Error.WriteLine(error);
        if (report.Wrong > ErrorsShown) Console.Error.WriteLine($"… and {Figure(report.Wrong - ErrorsShown)} more.");
        if (!report.IsGood) return Say(Refused, $"{Figure(report.Wrong)} wrong in {Figure(report.Lines)} lines: nothing was written.");

        foreach (var change in report.Changes) Console.WriteLine($"line {change.Line}: {change.What} {(dryRun ? "would change" : "changed")}");
        if (report.Creates.Count > 0) Console.WriteLine($"{(dryRun ? "Would make" : "Made")} {string.Join(", ", report.Creates)}.");
        var noun = (kind, report.New) switch { (ImportKind.People, 1) => "person", (ImportKind.People, _) => "people", (_, 1) => "ticket", _ => "tickets" };
        Console.WriteLine($"{(dryRun ? "Would import" : "Imported")} {Figure(report.New)} {noun}; {Figure(report.AlreadyHere)} were here already{(report.Changed > 0 ? $"; {Figure(report.Changed)} changed" : "")}.");
        return Done;
    }

    private static int Say(int code, Error no)
    {
        foreach (var one in no.All) Console.Error.WriteLine(one.Message);
        return code;
    }

    private static int Say(int code, string words)
    {
        Console.Error.WriteLine(words);
        return code;
    }

    private static string Figure(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
