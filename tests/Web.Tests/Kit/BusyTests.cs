using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Kit;

/// <summary>A server whose connections are all in use says so, to people and to programs, and works on when they are free again.</summary>
public sealed class BusyTests
{
    [Fact]
    public async Task Without_a_connection_the_desk_is_busy_and_not_broken()
    {
        // Fewer than there are subscribers, who all begin at once; and patience enough for a machine that has other work.
        await using var desk = await WebDesk.StartOn($"{await TestPostgres.FreshDatabase()};Maximum Pool Size=6;Timeout=8");
        await desk.Register("Ada Byron", Role.Administrator);
        var helen = await desk.Register("Helen Marsh", Role.Customer);
        using var program = await desk.Program(helen);
        var browser = await desk.SignedIn(helen.Name);
        var before = (await program.Ask("tickets?count=true")).Body!["total"];

        var held = new Stack<Reader>();
        try
        {
            while (true) held.Push(await desk.Get<Database>().Read());
        }
        catch (BusyException) { /* That was the last. */ }

        var ask = new { kind = "incident", title = "Blank", description = "All white.", channel = "api" };
        var (reads, writes, page, ready, commits) = (program.Ask("tickets"), program.Send(HttpMethod.Post, "tickets", ask), browser.Get("/portal"), browser.Get("/health/ready"), desk.Get<Database>().Commit([new Statement("select 1")]));
        foreach (var no in await Task.WhenAll(reads, writes))
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Errors.Busy.Code, Errors.Busy.Message), (no.Status, no.Code, (string?)no.Body!["title"]));
        Assert.Equal(503, (await page).Status());
        Assert.Contains(Errors.Busy.Message, await (await page).Text(), StringComparison.Ordinal);
        Assert.Equal(503, (await ready).Status());
        Assert.Equal(Outcome.Busy, await commits);

        while (held.TryPop(out var reader)) await reader.DisposeAsync();
        Assert.Equal(before?.ToString(), (await program.Ask("tickets?count=true")).Body!["total"]?.ToString());
        Assert.Equal(HttpStatusCode.Created, (await program.Send(HttpMethod.Post, "tickets", ask)).Status);
    }
}
