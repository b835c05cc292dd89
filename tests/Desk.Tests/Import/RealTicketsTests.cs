using System.Diagnostics;

namespace FirstContact.Import;

/// <summary>38,269 tickets that people really wrote; left out where the file is absent.</summary>
public sealed class RealTicketsTests
{
    private const int Tickets = 38_269;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [RealTicketsTheory, MemberData(nameof(Engines))]
    public async Task All_come_in_within_half_a_minute_and_never_twice(string engine)
    {
        await using var node = await Node.Fresh(engine);

        var clock = Stopwatch.StartNew();
        await using var stream = File.OpenRead(RealTicketsTheoryAttribute.Path!);
        var file = (await CsvFile.Read(stream)).Value!;
        var report = await node.Done(new ImportTickets(file, ImportMapping.Guess), Files.Importer);
        var took = clock.Elapsed;

        Assert.Equal((Tickets, 0), (report.New, report.Wrong));
        Assert.True(took < AtMost, $"It took {took.TotalSeconds:F1} s.");
        Assert.Equal(Tickets, (await node.Done(new ImportTickets(file, ImportMapping.Guess), Files.Importer)).AlreadyHere);
        Assert.Equal(Tickets, await node.Count("ticket"));
    }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class RealTicketsTheoryAttribute : TheoryAttribute
{
    public RealTicketsTheoryAttribute() => Skip = Path is null ? "The real tickets (../shared/data/it-tickets.csv.gz) are not on this machine." : null;

    /// <summary>Beside the root of the repository, or of the one that this is a working tree of.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "../shared/data/it-tickets.csv.gz") is var path && File.Exists(path)) return path;
        return null;
    }
}
