using System.Diagnostics;
using System.Net;
using FirstContact.People;
using FirstContact.Tickets;
using FirstContact.Verbs;

namespace FirstContact;

/// <summary>
/// 38,269 tickets of people who really asked are taken in by the verb, as an administrator does it. They say nothing of who asked, so
/// an agent gives one to its customer; then it is worked to the verified close, in two browsers and again by programs alone.
/// </summary>
[Collection(Lookers.Name)]
public sealed class RealTicketsTests(Chromium chromium, RealTickets taken) : IClassFixture<RealTickets>
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task One_of_them_comes_to_its_verified_close_in_two_browsers(string engine)
    {
        var desk = await taken.On(engine);
        await using var agent = await Visitor.Of(chromium, desk, "Maya", Role.Agent);
        await using var customer = await Visitor.Of(chromium, desk, "Helen", Role.Customer);
        using var program = await desk.Program(agent.Who!);
        await customer.Open("/portal");
        await customer.Mark();
        await agent.Open("/tickets?sort=opened");
        await agent.Mark();

        // Found by its own words among all the others.
        var (id, number, title, words) = await RealTickets.One(program, 20_000);
        await agent.Page.Locator("nav input[type=search]").FillAsync(words);
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Page.Locator($"main a[href^='/t/{number}']").First.ClickAsync();
        await agent.Sees("Unknown customer");

        await Give(program, id, customer.Who!);
        await agent.Sees(customer.Who!.Name);
        await customer.Sees(title);
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await NineSteps.Walk(agent, customer);
        await customer.AssertStayed();
        await agent.AssertStayed();
        Assert.Empty(agent.Complaints.Concat(customer.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal))));
        await NineSteps.AssertJournal(desk, number, agent.Who!, customer.Who, ("TicketOpened", PersonId.Desk), ("CustomerChanged", agent.Who!.Id));
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Another_comes_to_its_verified_close_by_programs_alone(string engine)
    {
        var desk = await taken.On(engine);
        var helen = await desk.Register($"{chromium.Unique("Helen")} Marsh", Role.Customer);
        using var agent = await desk.Program(await desk.Register($"{chromium.Unique("Maya")} Lindqvist", Role.Agent));
        using var customer = await desk.Program(helen);
        var (id, _, title, _) = await RealTickets.One(agent, 30_000);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Ask($"tickets/{id}")).Status);

        await Give(agent, id, helen);
        Assert.Equal((title, "new"), await customer.Ask($"tickets/{id}") is var seen ? ((string?)seen.Body!["title"], (string?)seen.Body["status"]) : default);
        await ApiStory.AssertComesToItsVerifiedClose(agent, customer, id);
    }

    private static async Task Give(HttpClient agent, long id, Person customer) =>
        Assert.Equal(HttpStatusCode.OK, (await agent.Send(HttpMethod.Patch, $"tickets/{id}", new { customer = new { email = customer.Email } })).Status);
}

/// <summary>On each engine a desk that took the file in by the real program, in a process of its own.</summary>
public sealed class RealTickets : IAsyncLifetime
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, (Executable Program, WebDesk Desk)> _desks = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (program, desk) in _desks.Values)
        {
            await desk.DisposeAsync();
            await program.DisposeAsync();
        }
    }

    public async Task<WebDesk> On(string engine)
    {
        if (_desks.TryGetValue(engine, out var known)) return known.Desk;
        var program = await Executable.On(engine);
        var clock = Stopwatch.StartNew();
        var said = await program.Run("import", "tickets", TicketFile.Path);
        var took = clock.Elapsed;
        Assert.Equal(0, said.Code);
        Assert.Contains("Imported 38,269 tickets; 0 were here already.", said.Out, StringComparison.Ordinal);
        Assert.EndsWith("Importing 38,269 of 38,269, writing\n", said.Error, StringComparison.Ordinal);
        Assert.True(took < AtMost, $"It took {took.TotalSeconds:F1} s.");

        var desk = await WebDesk.StartOn(program.Database);
        _desks[engine] = (program, desk);
        await desk.Register("Ada Byron", Role.Administrator);
        return desk;
    }

    /// <summary>One of them, with its first words, once the search finds it by them.</summary>
    public static async Task<(long Id, string Number, string Title, string Words)> One(HttpClient program, long id)
    {
        var ticket = (await program.Ask($"tickets/{id}")).Body!;
        var words = $"\"{string.Join(' ', ((string)ticket["description"]!).Split(' ').Take(12))}\"";
        var patience = Stopwatch.StartNew();
        while ((await program.Ask($"search?q={Uri.EscapeDataString(words)}")).Body!["items"]!.AsArray().All(hit => (long)hit!["ticket"]!["id"]! != id))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), $"Nobody finds ticket {id} by its words.");
            await Task.Delay(100);
        }
        return (id, (string)ticket["number"]!, (string)ticket["title"]!, words);
    }
}
