using System.Text;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

public sealed class ImportRunTests
{
    private static readonly byte[] Two = Encoding.UTF8.GetBytes("text,category\nscreen stays dark,Hardware\nno mail,Mail\n");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_is_checked_then_taken_in_and_its_bytes_go(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var runs = node.Get<ImportRuns>();
        var id = (await runs.Take(ImportKind.Tickets, "two.csv", Two, Files.Importer)).Value;
        var looked = await Settled(node, id);
        Assert.Equal((RunState.Checked, 2, 2, "Ada Byron"), (looked.Run.State, looked.Run.Done, looked.Run.Report!.New, looked.Run.Person.Name));
        Assert.Equal(["description", "category"], looked.Preview!.Columns.Select(c => c.Field));
        Assert.Equal(["screen stays dark", "no mail"], looked.Preview.First.Select(l => l.Cells[0]));

        Assert.Null(await runs.Go(looked.Run, looked.Run.Mapping, update: false, dryRun: false, Files.Importer));
        // A second press comes too late: the run has moved on.
        Assert.Equal(Errors.Stale, await runs.Go(looked.Run, looked.Run.Mapping, update: false, dryRun: false, Files.Importer));
        var done = await Settled(node, id);
        Assert.Equal((RunState.Imported, true), (done.Run.State, done.Run.Report!.Written));
        Assert.Null(done.Preview);
        Assert.Equal(2, await node.Count("ticket"));
        Assert.Equal(id, Assert.Single(await node.Asked(new ListImportRuns(), Files.Importer)).Id);
        Assert.Equal(Errors.Stale, await runs.Go(done.Run, done.Run.Mapping, update: false, dryRun: false, Files.Importer));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_checked_says_why_and_can_be_mended(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var runs = node.Get<ImportRuns>();
        var id = (await runs.Take(ImportKind.Tickets, "odd.csv", Encoding.UTF8.GetBytes("colour\nred\n"), Files.Importer)).Value;
        var failed = await Settled(node, id);
        Assert.Equal((RunState.Failed, ImportErrors.ColumnMissing("description or title").Message), (failed.Run.State, failed.Run.Failure));

        Assert.Null(await runs.Go(failed.Run, new(new Dictionary<string, string?> { ["colour"] = "title" }), update: false, dryRun: true, Files.Importer));
        Assert.Equal((RunState.Checked, 1), await Settled(node, id) is var mended ? (mended.Run.State, mended.Run.Report!.New) : default);
        Assert.Equal(ImportErrors.NotText, (await runs.Take(ImportKind.Tickets, "photo.png", [0x89, 0x50, 0], Files.Importer)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_run_is_for_those_who_may_import_its_kind(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var runs = node.Get<ImportRuns>();
        var (people, tickets) = (Node.With(PeoplePermissions.Manage), Node.With(TicketPermissions.Import));
        Assert.Equal(Errors.Forbidden, (await runs.Take(ImportKind.Tickets, "two.csv", Two, people)).Error);
        var run = (await Settled(node, (await runs.Take(ImportKind.Tickets, "two.csv", Two, tickets)).Value)).Run;
        Assert.Equal(Errors.Forbidden, await runs.Go(run, run.Mapping, update: false, dryRun: false, people));
        Assert.Equal(ImportErrors.RunMissing, (await node.Desk.Ask(new ShowImportRun(run.Id), people.Caller)).Error);
        Assert.Empty(await node.Asked(new ListImportRuns(), people));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListImportRuns(), Node.With().Caller)).Error);
    }

    private static async Task<ImportRunView> Settled(Node node, long id)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            var shown = await node.Asked(new ShowImportRun(id), Files.Importer);
            if (!shown.Run.IsGoing) return shown;
            await Task.Delay(20);
        }
        throw new TimeoutException("The run does not come to an end.");
    }
}
