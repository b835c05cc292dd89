using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

public sealed class ExportTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Every_ticket_of_a_filter_goes_out_once_and_as_it_is(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var lines = Enumerable.Range(1, ExportTickets.Rows + 3).Select(i => $"text {i},Mail,{(i % 2 == 0 ? "closed" : "new")},{TestDatabase.HelensAddress},\"paper, tray\"");
        Assert.Empty((await node.Done(await Files.Tickets($"text,category,status,customer,tags\n{string.Join('\n', lines)}\n"), Files.Importer)).Errors);

        var rows = new List<string?[]>();
        long? after = 0;
        while (after is { } last)
        {
            var page = await node.Asked(new ExportTickets(new() { Status = "all" }, last), Files.Importer);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        Assert.Equal(ExportTickets.Rows + 3, rows.Select(r => r[0]).Distinct().Count());
        string? Cell(string column) => rows[1][ExportTickets.Columns.ToList().IndexOf(column)];
        Assert.Equal(("closed", "P3", "text 2", TestDatabase.HelensAddress, "Mail", "First Contact", "paper, tray", "imported"),
            (Cell("status"), Cell("priority"), Cell("title"), Cell("customer"), Cell("category"), Cell("team"), Cell("tags"), Cell("solution")));
        Assert.All(rows, r => Assert.Equal(ExportTickets.Columns.Count, r.Length));

        Assert.Empty((await node.Asked(new ExportTickets(new() { Status = "waiting" }), Files.Importer)).Rows);
        Assert.Empty((await node.Asked(new ExportTickets(new()), Node.With(TicketPermissions.TakePart))).Rows);
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ExportTickets(new()), Node.With().Caller)).Error);
        Assert.Equal([FilterErrors.StatusUnknown], (await node.Desk.Ask(new ExportTickets(new() { Status = "odd" }), Files.Importer.Caller)).Error!.All);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task People_go_out_with_all_that_an_import_takes(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(await Files.People("name,email,phone,unit,roles,teams\nGrace Hopper,grace@harrow.example,12,Finance,agent,First Contact\n"), Files.Importer);
        var page = await node.Asked(new ExportPeople("Grace"), Node.With(PeoplePermissions.See));
        Assert.Equal((IEnumerable<string?>)["grace@harrow.example", "Grace Hopper", "12", null, "Finance", "customer, agent", "First Contact", ""], (IEnumerable<string?>)Assert.Single(page.Rows));
        Assert.Equal(3, (await node.Asked(new ExportPeople(), Node.With(PeoplePermissions.See))).Rows.Count);
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ExportPeople(), Node.With().Caller)).Error);
    }
}
