using System.Net;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class MergingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_program_merges_two_and_undoes_it()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (twice, goesOn) = (await customer.Opens("Labels are white"), await customer.Opens("Labels print blank"));
        await api.Does(goesOn, "messages", new { visibility = "public", body = "I have it" });
        var merged = await api.Does(twice, "merge", new { into = $"{goesOn}" });
        Assert.Equal(("closed", goesOn), ((string?)merged.Body!["status"], (long)merged.Body["mergedInto"]!["id"]!));
        Assert.Equal(twice, (long)(await customer.Ask($"tickets/{goesOn}")).Body!["merged"]![0]!["id"]!);

        await customer.Does(twice, "messages", new { visibility = "public", body = "It is number 7" });
        var said = (await api.Ask($"tickets/{goesOn}/messages")).Body!["items"]!.AsArray();
        Assert.Equal([("I have it", $"INC-{goesOn:D6}"), ("It is number 7", $"INC-{twice:D6}")], said.Select(m => ((string)m!["body"]!, (string)m["ticket"]!)));
        Assert.NotNull((await api.Ask($"tickets/{goesOn}")).Body!["clocks"]!["customerWaitsSince"]);
        Assert.Equal("It is number 7", (string?)(await customer.Send(HttpMethod.Post, $"tickets/{twice}/messages", new { visibility = "public", body = "It is number 7" })).Body!["body"]);

        var undone = await api.Send(HttpMethod.Delete, $"tickets/{twice}/merge");
        Assert.Equal(("new", null), ((string?)undone.Body!["status"], undone.Body["mergedInto"]));
        Assert.Equal((HttpStatusCode.Conflict, "merge.not-merged"), await api.Send(HttpMethod.Delete, $"tickets/{twice}/merge") is var again ? (again.Status, again.Code) : default);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (one, hers) = (await api.Opens("Labels are white"), await customer.Opens("Labels print blank"));
        var other = await api.Send(HttpMethod.Post, $"tickets/{one}/merge", new { into = $"{hers}" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "merge.other-customer", "into"), (other.Status, other.Code, Assert.Single(other.Fields)));
        Assert.Equal("merge.unknown", (await api.Send(HttpMethod.Post, $"tickets/{one}/merge", new { into = "no" })).Code);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Send(HttpMethod.Post, $"tickets/{one}/merge", new { into = $"{hers}", insist = true }, match: "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{hers}/merge", new { into = $"{one}" })).Status);
        Assert.Equal("new", (string?)(await api.Ask($"tickets/{one}")).Body!["status"]);
    }

    [Fact]
    public async Task A_customer_reads_nothing_of_the_other_customers_ticket()
    {
        var (api, helen, ravi) = (await server.Program(Role.Agent), await server.Program(Role.Customer), await server.Program(Role.Customer));
        var (hers, his) = (await helen.Opens("Helen's matter"), await ravi.Opens("Ravi's matter"));
        await api.Does(hers, "merge", new { into = $"{his}", insist = true });
        await api.Does(his, "messages", new { visibility = "public", body = "A word to Ravi" });
        foreach (var path in new[] { $"tickets/{hers}", $"tickets/{hers}/messages", $"tickets/{hers}/journal", "tickets?status=all", "journal", "search?q=Ravi" })
            Assert.DoesNotContain("Ravi", (await helen.Ask(path)).Body!.ToJsonString(), StringComparison.Ordinal);
        foreach (var path in new[] { $"tickets/{his}", $"tickets/{his}/messages", $"tickets/{his}/journal", "tickets?status=all", "journal" })
            Assert.DoesNotContain("Helen", (await ravi.Ask(path)).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await helen.Ask($"tickets/{his}")).Status);
    }

    [Fact]
    public async Task An_agent_merges_by_a_form_and_undoes_it_on_either_page()
    {
        var (browser, api, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var (one, other) = (await api.Opens("Labels are white"), await customer.Opens("Labels print blank"));
        var (at, merge) = ($"/t/{one}", $"/t/INC-{one:D6}/merge");
        var refused = await browser.Send(await browser.Open($"{at}?do=merge"), merge, ("into", "INC-999999"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, MergeErrors.Unknown.Message), (refused.Status, refused.Wrong("into")));
        Assert.Contains(("into", "INC-999999"), refused.Form(merge));
        Assert.DoesNotContain("all the same", refused.Text, StringComparison.Ordinal);
        var asked = await browser.Send(refused, merge, ("into", $"{other}"));
        Assert.Equal(MergeErrors.OtherCustomer.Message, asked.Wrong("into"));
        var done = await browser.Send(asked, merge, ("insist", "yes"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/t/{other}"), (done.Status, done.Location));

        Assert.Contains($"Merged into INC-{other:D6} Labels print blank", (await browser.Open(at)).Text, StringComparison.Ordinal);
        var page = await browser.Open($"/t/{other}");
        Assert.Contains($"INC-{one:D6} Labels are white", page.Text, StringComparison.Ordinal);
        Assert.Contains("Also for Person", page.Text, StringComparison.Ordinal);
        Assert.Contains("Merged", (await browser.Open("/tickets?status=closed")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send($"{merge}/undoing", page.Form($"/t/INC-{other:D6}/merge"))).Status);
        Assert.DoesNotContain("Merged into", (await browser.Open(at)).Text, StringComparison.Ordinal);
        await api.Does(one, "merge", new { into = $"{other}", insist = true });
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{merge}/undoing")).Status);
    }

    [Fact]
    public async Task A_customer_goes_on_writing_where_the_question_was_asked()
    {
        var (browser, api) = (await server.Browser(Role.Customer), await server.Program(Role.Agent));
        var mine = await browser.Send(await browser.Open("/portal/ask"), "/portal/ask", ("title", "Labels are white"), ("description", "All of them"));
        var number = mine.Location!.Split('/')[^1];
        var other = await api.Opens("Somebody else's");
        await api.Does(long.Parse(number[4..], null), "merge", new { into = $"{other}", insist = true });
        var page = await browser.Open(mine.Location);
        Assert.Contains("We work on this together with another request.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other:D6}", page.Html, StringComparison.Ordinal);
        Assert.Contains("Goes on with another request", (await browser.Open("/portal/tickets")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, $"{mine.Location}/messages", ("reply", "Any news?"))).Status);
        Assert.Contains((await api.Ask($"tickets/{other}/messages")).Body!["items"]!.AsArray(), m => (string?)m!["body"] == "Any news?");
    }

    [Fact]
    public async Task A_program_and_an_agent_make_a_ticket_of_a_message()
    {
        var (browser, api, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var id = await customer.Opens("Labels print blank");
        await customer.Does(id, "messages", new { visibility = "public", body = "By the way, my mouse squeaks." });
        await customer.Does(id, "messages", new { visibility = "public", body = "And the lamp is out." });
        var made = await api.Send(HttpMethod.Post, $"tickets/{id}/messages/1/split", new { title = "A mouse", kind = "request" });
        Assert.Equal((HttpStatusCode.Created, "A mouse", "request", "By the way, my mouse squeaks.", "splitFrom"), (made.Status, (string?)made.Body!["title"], (string?)made.Body["kind"], (string?)made.Body["description"], (string?)made.Body["relations"]![0]!["relation"]));
        Assert.Equal($"/api/v1/tickets/{made.Body["id"]}", made.Location);
        Assert.Equal(["message"], (await api.Send(HttpMethod.Post, $"tickets/{id}/messages/1/split", new { title = "A mouse" })).Fields);
        Assert.Equal(["message", "customer"], (await api.Send(HttpMethod.Post, $"tickets/{id}/messages/9/split", new { title = "A mouse", customer = "nobody@harrow.example" })).Fields);

        var page = await browser.Open($"/t/{id}");
        Assert.Contains($"became {made.Body["number"]}", page.Text, StringComparison.Ordinal);
        Assert.Contains("By the way, my mouse squeaks.", page.Text, StringComparison.Ordinal);
        var split = $"/t/INC-{id:D6}/messages/2/split";
        var form = await browser.Open($"/t/{id}?do=split-2");
        Assert.Contains(("title", "And the lamp is out."), form.Form(split));
        var refused = await browser.Send(form, split, ("title", ""), ("customer", "nobody@harrow.example"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.CustomerUnknown.Message), (refused.Status, refused.Wrong("customer")));
        var done = await browser.Send(refused, split, ("title", "A lamp"), ("customer", ""));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Contains("A lamp", (await browser.Open(done.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains(SplitErrors.Already.Message, (await browser.Send(split, form.Form(split).Where(f => f.Name != "version"))).Text, StringComparison.Ordinal);
    }
}
