using System.Net.Http.Headers;
using System.Text;
using FirstContact.People;

namespace FirstContact.Import;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Tickets = "text,category\n=cmd printer jams,Hardware\nno mail at all,Mail\n";
    private WebDesk _desk = null!;
    private Person _rose = null!;

    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        _rose = await _desk.Register("Rose Admin", Role.Administrator, Role.Agent);
        await _desk.Register("Carl Customer");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task From_the_upload_to_the_tickets_without_a_script()
    {
        var browser = await _desk.SignedIn("Rose Admin");
        Assert.Contains("Look at the file", await browser.Page("/settings/import"), StringComparison.Ordinal);
        var without = await browser.Post("/settings/import", "/settings/import", ("kind", "tickets"));
        Assert.Equal(422, without.Status());
        Assert.Contains(ImportErrors.FileMissing.Message, await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var run = await browser.Upload("/settings/import", "tickets.csv", Tickets, ("kind", "tickets"));

        var looked = await Settled(browser, run);
        Assert.Contains("All lines are good", looked, StringComparison.Ordinal);
        Assert.Contains("Import 2 tickets", looked, StringComparison.Ordinal);
        Assert.Contains("no mail at all", looked, StringComparison.Ordinal);
        Assert.Contains("<option value=\"description\" selected", looked, StringComparison.Ordinal);
        Assert.Equal(0, await Count());

        // Left out, there is nothing that could be a ticket: said, and mended.
        Assert.Equal(303, (await browser.Post(run, $"{run}/check", ("column0", "-"), ("column1", "category"))).Status());
        Assert.Contains("No column is known to be the description or title", await Settled(browser, run), StringComparison.Ordinal);
        Assert.Equal(422, (await browser.Post(run, $"{run}/check", ("column0", "title"), ("column1", "title"))).Status());
        Assert.Equal(303, (await browser.Post(run, $"{run}/check", ("column0", "description"), ("column1", "category"), ("default-customer", WebDesk.Mail("Carl Customer")))).Status());
        await Settled(browser, run);

        Assert.Equal(303, (await browser.Post(run, $"{run}/run")).Status());
        Assert.Contains("It is in.", await Settled(browser, run), StringComparison.Ordinal);
        Assert.Equal(2, await Count());
        Assert.Contains("tickets.csv", await browser.Page("/settings/import"), StringComparison.Ordinal);
        Assert.Contains("Carl Customer", await browser.Page("/tickets"), StringComparison.Ordinal);

        // What is in cannot be taken in again.
        await browser.Post("/settings/import", $"{run}/run");
        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task Bad_lines_are_named_and_nothing_can_be_imported()
    {
        var browser = await _desk.SignedIn("Rose Admin");
        var run = await browser.Upload("/settings/import", "bad.csv", "text,customer\nfine,\nfine,nobody@harrow.example\n", ("kind", "tickets"));
        var page = await Settled(browser, run);
        Assert.Contains("Nobody here has this address.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Import 1 tickets", page, StringComparison.Ordinal);
        await browser.Post(run, $"{run}/run");
        await Settled(browser, run);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task Who_may_not_import_sees_nothing_of_it()
    {
        var rose = await _desk.SignedIn("Rose Admin");
        var run = await rose.Upload("/settings/import", "tickets.csv", Tickets, ("kind", "tickets"));
        var carl = await _desk.SignedIn("Carl Customer");
        Assert.Equal(403, (await carl.Get("/settings/import")).Status());
        Assert.Equal(403, (await carl.Get(run)).Status());
        Assert.Equal(403, (await carl.Get("/live?topics=import/1")).Status());
        Assert.Equal(404, (await rose.Get("/settings/import/999")).Status());
    }

    [Fact]
    public async Task A_program_imports_checks_and_hears_what_is_wrong()
    {
        using var program = await _desk.Program(_rose);
        var dry = await Send(program, "/api/v1/imports/tickets?dryRun=true", Tickets);
        var would = await dry.Json();
        Assert.Equal((200, 2, false), (dry.Status(), would.GetProperty("new").GetInt32(), would.GetProperty("written").GetBoolean()));
        Assert.True((await (await Send(program, "/api/v1/imports/tickets", Tickets)).Json()).GetProperty("written").GetBoolean());
        Assert.Equal(2, (await (await Send(program, "/api/v1/imports/tickets", Tickets)).Json()).GetProperty("alreadyHere").GetInt32());
        Assert.Equal(1, (await (await Send(program, "/api/v1/imports/people", "name;email\nGrace;grace@harrow.example\n")).Json()).GetProperty("new").GetInt32());
        Assert.Equal(2, await Count());

        var wrong = await Send(program, "/api/v1/imports/tickets", "text,customer\nfine,nobody@harrow.example\n");
        var problem = await wrong.Json();
        Assert.Equal((422, "import.lines-wrong", "Nobody here has this address."), (wrong.Status(), problem.GetProperty("code").GetString(), problem.GetProperty("errors").GetProperty("line 2: customer")[0].GetString()));

        var cats = await Send(program, "/api/v1/imports/cats", Tickets);
        Assert.Equal((404, ImportErrors.TakesUnknown.Code), (cats.Status(), (await cats.Json()).GetProperty("code").GetString()));
        var nonsense = await Send(program, "/api/v1/imports/tickets?map=nonsense", Tickets);
        Assert.Equal((422, ImportErrors.MappingUnreadable.Code), (nonsense.Status(), (await nonsense.Json()).GetProperty("code").GetString()));
        Assert.Equal(422, (await Send(program, "/api/v1/imports/tickets", "")).Status());
        using var weak = await _desk.Program(_rose, "tickets.work");
        Assert.Equal(403, (await Send(weak, "/api/v1/imports/tickets", Tickets)).Status());
    }

    [Fact]
    public async Task What_goes_out_as_a_table_can_come_in_again()
    {
        using var program = await _desk.Program(_rose);
        await Send(program, "/api/v1/imports/tickets", Tickets);
        var bytes = await program.GetByteArrayAsync(new Uri("/api/v1/tickets.csv", UriKind.Relative));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains("'=cmd printer jams", text, StringComparison.Ordinal);

        // On this desk each is known by its number; on another they are new, and as they were.
        Assert.Equal(2, (await (await Send(program, "/api/v1/imports/tickets", text)).Json()).GetProperty("alreadyHere").GetInt32());
        await using var other = await WebDesk.Start();
        using var there = await other.Program(await other.Register("Rose Admin", Role.Administrator));
        var people = await program.GetStringAsync(new Uri("/api/v1/people.csv", UriKind.Relative));
        Assert.True((await (await Send(there, "/api/v1/imports/people", people)).Json()).GetProperty("written").GetBoolean());
        Assert.True((await (await Send(there, "/api/v1/imports/tickets", text)).Json()).GetProperty("written").GetBoolean());
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tickets?status=new") { Headers = { { "Accept", "text/csv" } } };
        var again = await (await there.SendAsync(asked)).Text();
        Assert.Contains("'=cmd printer jams", again, StringComparison.Ordinal);
        Assert.Equal(422, (await there.GetAsync(new Uri("/api/v1/tickets.csv?status=odd", UriKind.Relative))).Status());
    }

    [Fact]
    public async Task Lists_go_out_to_whoever_sees_them_and_no_further()
    {
        using var program = await _desk.Program(_rose);
        await Send(program, "/api/v1/imports/tickets", Tickets);
        var rose = await _desk.SignedIn("Rose Admin");
        Assert.Equal(3, Lines(await rose.Page("/tickets.csv?status=all")));
        Assert.Equal(1, Lines(await rose.Page("/tickets.csv?status=closed")));
        foreach (var list in new[] { "people", "teams", "units" }) Assert.StartsWith("text/csv", (await rose.Get($"/settings/{list}.csv")).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        var carl = await _desk.SignedIn("Carl Customer");
        Assert.Equal(1, Lines(await carl.Page("/tickets.csv?status=all")));
        foreach (var list in new[] { "people", "teams", "units" }) Assert.Equal(403, (await carl.Get($"/settings/{list}.csv")).Status());

        static int Lines(string text) => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;
    }

    private async Task<long> Count()
    {
        await using var read = await _desk.Get<Database>().Read();
        return await read.One("select count(*) from ticket", r => r.GetInt64(0));
    }

    private static async Task<string> Settled(Browser browser, string run)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await browser.Page(run);
            if (!page.Contains("<progress", StringComparison.Ordinal)) return page;
            await Task.Delay(50);
        }
        throw new TimeoutException("The import does not come to an end.");
    }

    private static async Task<HttpResponseMessage> Send(HttpClient program, string to, string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return await program.PostAsync(new Uri(to, UriKind.Relative), body);
    }
}
