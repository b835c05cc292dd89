using System.Diagnostics;

namespace FirstContact.Import;

/// <summary>38,269 tickets that people really wrote, or as many made-up ones where the file is absent.</summary>
public sealed class RealTicketsTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task All_come_in_within_half_a_minute_and_never_twice(string engine)
    {
        await using var node = await Node.Fresh(engine);

        var clock = Stopwatch.StartNew();
        await using var stream = File.OpenRead(TicketFile.Path);
        var file = (await CsvFile.Read(stream)).Value!;
        var report = await node.Done(new ImportTickets(file, ImportMapping.Guess), Files.Importer);
        var took = clock.Elapsed;

        Assert.Equal((TicketFile.Tickets, 0), (report.New, report.Wrong));
        Assert.True(took < AtMost, $"It took {took.TotalSeconds:F1} s.");
        Assert.Equal(TicketFile.Tickets, (await node.Done(new ImportTickets(file, ImportMapping.Guess), Files.Importer)).AlreadyHere);
        Assert.Equal(TicketFile.Tickets, await node.Count("ticket"));
    }
}
