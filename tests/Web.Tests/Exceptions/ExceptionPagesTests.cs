using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Exceptions;

public sealed class ExceptionPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly string _desk = "somebody@harrow.example";

    [Fact]
    public async Task It_is_said_on_the_ticket_and_read_by_whoever_keeps_the_rules()
    {
        var (agent, keeper) = (await server.Browser(Role.Agent), await server.Browser(Role.ServiceCoordinator));
        var number = await Opened(agent);
        var rule = await Rule("Month's end <b>");
        Assert.Contains($"<option value=\"Month&#x27;s end &lt;b&gt;\">".Replace("&#x27;", "&#39;", StringComparison.Ordinal), (await agent.Open("/suggest/processes?q=month")).Html, StringComparison.Ordinal);
        var at = $"/t/{number}/exceptions";
        var page = await agent.Open($"/t/{number}?do=exception");
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(page, at, ("rule", rule.Name), ("instead", "I changed <i>one</i> address."), ("why", "A lorry."))).Status);
        var ticket = (await agent.Open($"/t/{number}")).Html;
        Assert.Contains("I changed &lt;i&gt;one&lt;/i&gt; address.", ticket, StringComparison.Ordinal);
        var one = "/exceptions/" + ticket.Split("href=\"/exceptions/")[1..].Select(p => p.Split('"')[0]).First(p => p.Length > 0);

        var keepers = await keeper.Open(one);
        Assert.Contains("I changed <i>one</i> address.", keepers.Text, StringComparison.Ordinal);
        var asked = await keeper.Send(keepers, $"{one}/question", ("question", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ExceptionErrors.QuestionMissing.Message), (asked.Status, asked.Wrong("question")));
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(keepers, $"{one}/question", ("question", "How often?"))).Status);
        var home = await agent.Open("/");
        Assert.Contains("You are asked about an exception", home.Text, StringComparison.Ordinal);
        Assert.Contains("How often?", home.Text, StringComparison.Ordinal);
        var unanswered = await agent.Send(await agent.Open(one), $"{one}/answer", ("answer", " "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ExceptionErrors.AnswerMissing.Message), (unanswered.Status, unanswered.Wrong("answer")));
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(one), $"{one}/answer", ("answer", "Each month."))).Status);

        var refused = await keeper.Send(await keeper.Open(one), $"{one}/ending", ("outcome", "processChanges"), ("told", "kept\nas typed"), ("words", ""), ("from", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ExceptionErrors.ChangeMissing.Message, ExceptionErrors.FromMissing.Message), (refused.Status, refused.Wrong("words"), refused.Wrong("from")));
        Assert.Contains(("told", "kept\nas typed"), refused.Form($"{one}/ending"));
        Assert.Contains(ExceptionErrors.OutcomeMissing.Message, (await keeper.Send($"{one}/ending", (await keeper.Open(one)).Form($"{one}/ending").Where(f => f.Name != "outcome"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(await keeper.Open(one), $"{one}/ending", ("outcome", "processChanges"), ("told", "One <b>address</b>."), ("words", "Any day."), ("from", "2030-01-01"))).Status);
        Assert.Contains("Thank you: your exception was read", (await agent.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(one), $"{one}/reading")).Status);
        Assert.DoesNotContain("Thank you", (await agent.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(one), $"{one}/naming", ("may", "yes"))).Status);

        var all = await (await server.Browser(Role.CommitteeMember)).Open("/exceptions?outcome=processChanges");
        Assert.Contains("One &lt;b&gt;address&lt;/b&gt;.", all.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(number, all.Html, StringComparison.Ordinal);
        Assert.Contains("seen by Person", all.Text, StringComparison.Ordinal);
        Assert.Contains("One <b>address</b>.,Any day.,2030-01-01", (await agent.Open("/exceptions.csv")).Html, StringComparison.Ordinal);
        Assert.Contains(",1,1,0,1,active", (await agent.Open("/settings/processes.csv")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_on_the_ticket_keeps_what_was_typed_and_stores_nothing()
    {
        var agent = await server.Browser(Role.Agent);
        var number = await Opened(agent);
        var refused = await agent.Send(await agent.Open($"/t/{number}?do=exception"), $"/t/{number}/exceptions", ("rule", ""), ("instead", "kept\nas typed"), ("why", ""), ("mayName", "yes"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ExceptionErrors.RuleMissing.Message, ExceptionErrors.WhyMissing.Message), (refused.Status, refused.Wrong("rule"), refused.Wrong("why")));
        Assert.Contains(("instead", "kept\nas typed"), refused.Form($"/t/{number}/exceptions"));
        Assert.Contains(("mayName", "yes"), refused.Form($"/t/{number}/exceptions"));
        Assert.DoesNotContain("Rules that were bent", (await agent.Open($"/t/{number}")).Text, StringComparison.Ordinal);
        // A press that came twice counts once.
        var form = (await agent.Open($"/t/{number}?do=exception")).Form($"/t/{number}/exceptions").Where(f => f.Name is not ("rule" or "instead" or "why")).Concat([("rule", "Once"), ("instead", "x"), ("why", "x")]).ToList();
        await agent.Send($"/t/{number}/exceptions", form);
        await agent.Send($"/t/{number}/exceptions", form);
        Assert.Equal(2, (await agent.Open("/exceptions")).Html.Split("href=\"/exceptions/").Length);
        var one = "/exceptions/" + (await agent.Open("/exceptions")).Html.Split("href=\"/exceptions/")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(await agent.Open(one), $"{one}/withdrawal")).Status);
        Assert.DoesNotContain("Rules that were bent", (await agent.Open($"/t/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_added_changed_and_retired_and_a_refusal_loses_nothing()
    {
        var keeper = await server.Browser(Role.ServiceCoordinator);
        var refused = await keeper.Send(await keeper.Open("/settings/processes/new"), "/settings/processes", ("name", ""), ("why", "kept"), ("owner", "nobody@x.example"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ExceptionErrors.NameMissing.Message, ExceptionErrors.OwnerUnknown.Message), (refused.Status, refused.Wrong("name"), refused.Wrong("owner")));
        Assert.Contains(("why", "kept"), refused.Form("/settings/processes"));
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(await keeper.Open("/settings/processes/new"), "/settings/processes", ("name", "Triplicate"), ("why", "Nobody knows."), ("owner", _desk))).Status);
        var at = "/settings/processes/" + (await keeper.Open("/settings/processes")).Html.Split(">Triplicate<")[0].Split("/settings/processes/")[^1].TrimEnd('"');
        var form = await keeper.Open(at);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(form, at, ("why", "Now we know."))).Status);
        var stale = await keeper.Send(form, at, ("why", "Otherwise."));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Now we know.", stale.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(await keeper.Open("/settings/processes"), $"{at}/retirement")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.Send(await keeper.Open("/settings/processes"), $"{at}/restoration")).Status);

        var agent = await server.Browser(Role.Agent);
        Assert.False((await agent.Open(at)).HasForm(at));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open("/settings/processes/new")).Status);
        var customer = await server.Browser(Role.Customer);
        foreach (var path in (string[])["/exceptions", "/exceptions.csv", "/exceptions/1", "/suggest/processes", "/settings/processes"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(path)).Status);
        foreach (var path in (string[])["/exceptions/9999", "/settings/processes/9999"]) Assert.Equal(HttpStatusCode.NotFound, (await agent.Open(path)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.Open("/exceptions?outcome=none&process=none&after=x")).Status);
    }

    private async Task<Process> Rule(string name) => await server.Done(new AddProcess(new(name, "It stood still once.", _desk)));

    private static async Task<string> Opened(Browser agent) =>
        (await agent.Send(await agent.Open("/tickets/new"), "/tickets", ("title", "An address"), ("description", "Please change it."), ("customer", "somebody@harrow.example"))).Location!["/t/".Length..];
}
