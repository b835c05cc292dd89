using System.Net;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Guides;

public sealed class GuideTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private Browser _coordinator = null!, _agent = null!, _customer = null!;
    private HttpClient _program = null!, _asker = null!, _keeper = null!;
    private CategoryId _printers;
    private string _at = "";

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_coordinator, _agent, _customer) = (await _server.Browser(Role.ServiceCoordinator), await _server.Browser(Role.Agent), await _server.Browser(Role.Customer));
        (_program, _asker, _keeper) = (await _server.Program(Role.Agent), await _server.Program(Role.Customer), await _server.Program(Role.KnowledgeManager));
        _printers = (await _server.Done(new AddCategory("Printers"))).Id;
        await _server.Done(new AddCategory("Ribbons"));
        _at = $"/settings/guides/{_printers.Value}";
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Questions_are_written_and_refused_at_their_fields()
    {
        var page = await _coordinator.Open(_at);
        var wrong = await _coordinator.Send(page, _at, ("questions[0].text", "What comes out?"), ("questions[0].kind", "Choice"), ("questions[0].options", "Nothing"), ("questions[1].help", "Only help"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, GuideErrors.OptionsMissing.Message, GuideErrors.TextMissing.Message), (wrong.Status, wrong.Wrong("questions[0].options"), wrong.Wrong("questions[1].text")));
        Assert.Contains(("questions[0].options", "Nothing"), wrong.Form(_at));
        Assert.Equal(GuideErrors.LeadsNowhere.Message, (await _coordinator.Send(page, _at, ("questions[1].text", "x"), ("questions[1].kind", "YesNo"), ("questions[1].options", "Yes > Nowhere"))).Wrong("questions[1].options"));
        // The second line comes first, by its place.
        Assert.Equal(HttpStatusCode.SeeOther, (await _coordinator.Send(page, _at, ("questions[0].text", "Which number?"), ("questions[0].place", "2"), ("questions[1].text", "What comes out?"), ("questions[1].kind", "Choice"), ("questions[1].options", "Nothing\nA blank label > ribbons"), ("questions[1].place", "1"))).Status);
        var after = await _coordinator.Open(_at);
        Assert.Contains(("questions[0].text", "What comes out?"), after.Form(_at));
        Assert.Contains(("questions[0].options", "Nothing\nA blank label > Ribbons"), after.Form(_at));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _coordinator.Send(page, _at, ("questions[0].text", "x"))).Status);
        Assert.Contains("Printers", (await _agent.Open("/settings/guides")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Open(_at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordinator.Open("/settings/guides/99")).Status);
    }

    [Fact]
    public async Task A_customer_answers_without_scripts_and_an_agent_sorts_it_with_a_click()
    {
        await Write();
        var ask = await _customer.Open("/portal/ask");
        var chosen = await _customer.Send("/portal/ask/questions", [.. ask.Form("/portal/ask").Where(f => f.Name is not ("category" or "title")), ("category", "Printers"), ("title", "Labels")]);
        var (field, no) = ($"guide-{_printers.Value}-1", $"guide-{_printers.Value}-2");
        Assert.Contains(("title", "Labels"), chosen.Form("/portal/ask"));
        Assert.DoesNotContain(chosen.Form("/portal/ask"), f => f.Name == no);
        var wrong = await _customer.Send(chosen, "/portal/ask", ("title", ""), (field, "Smoke"), ("device", new('x', 501)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, GuideErrors.NoSuchAnswer.Message, UnderstandingErrors.TooLong.Message), (wrong.Status, wrong.Wrong(field), wrong.Wrong("device")));
        var opened = await _customer.Send(chosen, "/portal/ask", (field, "A blank label"), ("device", "Printer 7"), ("since", "Monday"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);

        var at = opened.Location!;
        var page = await _agent.Open(at);
        Assert.Contains("The answers point to Ribbons.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Printer 7", page.Text, StringComparison.Ordinal);
        var refused = await _agent.Send(await _agent.Open($"{at}?do=understanding"), $"{at}/understanding", (field, "Smoke"), ("place", "Line 3"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, GuideErrors.NoSuchAnswer.Message), (refused.Status, refused.Wrong(field)));
        Assert.Contains(("place", "Line 3"), refused.Form($"{at}/understanding"));
        var step = await _agent.Open($"{at}?step=statement");
        Assert.Equal(TicketErrors.StatementMissing.Message, (await _agent.Send(step, $"{at}/care/statement", ("statement", ""))).Wrong("statement"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(step, $"{at}/care/statement", ("statement", "Labels are blank"), (no, "7"), ("place", "Line 3"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send(await _agent.Open(at), $"{at}/care/classification", ("category", "Ribbons"))).Status);
        Assert.DoesNotContain("The answers point to", (await _agent.Open(at)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_by_programs()
    {
        var body = new { questions = new object[] { new { text = "What comes out?", kind = "choice", options = new object[] { new { word = "Nothing" }, new { word = "A blank label", leads = "Ribbons" } } }, new { text = "Which number?", forCustomers = false } } };
        var before = await _keeper.Ask($"guides/{_printers.Value}");
        var after = await _keeper.Send(HttpMethod.Put, $"guides/{_printers.Value}", body, match: before.Tag);
        Assert.Equal((HttpStatusCode.OK, "\"1\"", 2), (after.Status, after.Tag, after.Body!["questions"]!.AsArray().Count));
        Assert.Single((await _asker.Ask("guides")).Body!["items"]![0]!["questions"]!.AsArray());
        Assert.Equal(["questions[0].text"], (await _keeper.Send(HttpMethod.Put, $"guides/{_printers.Value}", new { questions = new[] { new { kind = "text" } } })).Fields);
        Assert.Equal(HttpStatusCode.Forbidden, (await _program.Send(HttpMethod.Put, $"guides/{_printers.Value}", body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _program.Ask("guides/99")).Status);

        var opened = await _asker.Send(HttpMethod.Post, "tickets", new { kind = "incident", title = "Labels", description = "Blank", category = "Printers", understanding = new { answers = new Dictionary<string, string> { ["1"] = "A blank label" }, device = "Printer 7" } });
        Assert.Equal((HttpStatusCode.Created, "A blank label", "Printer 7", null), (opened.Status, (string?)opened.Body!["understanding"]!["answers"]![0]!["said"], (string?)opened.Body["understanding"]!["device"], (string?)opened.Body["understanding"]!["suggested"]));
        var id = (long)opened.Body["id"]!;
        Assert.Equal("Ribbons", (string?)(await _program.Ask($"tickets/{id}")).Body!["understanding"]!["suggested"]);
        Assert.Equal(["answers.1"], (await _program.Send(HttpMethod.Put, $"tickets/{id}/understanding", new { answers = new Dictionary<string, string> { ["1"] = "Smoke" } })).Fields);
        Assert.Equal("Line 3", (string?)(await _program.Takes(id, Policies.CareStep.Statement, new { statement = "Labels are blank", understanding = new { place = "Line 3" } })).Body!["understanding"]!["place"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await _asker.Send(HttpMethod.Put, $"tickets/{id}/understanding", new { place = "x" })).Status);
    }

    private Task Write() => _server.Done(new ChangeGuide(_printers, [new(0, "What comes out?", GuideKind.Choice, [new("Nothing", null), new("A blank label", "Ribbons")], null, true), new(0, "Which number?", GuideKind.Text, [], null, false)]));
}
