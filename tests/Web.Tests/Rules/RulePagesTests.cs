using System.Net;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Rules;

public sealed class RulePagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/rules";

    [Fact]
    public async Task Built_tried_added_changed_copied_and_removed()
    {
        var browser = await server.Browser(Role.Administrator);
        using var program = await server.Program(Role.Administrator);
        var past = await program.Opens("Labels print blank");
        var form = await browser.Open($"{List}/new");
        (string, string)[] typed =
        [
            ("name", "Labels"), ("when.kind", "event"), ("when.event", "ticket.opened"), ("when.by", "anybody"), ("if.team", "First Contact"),
            ("then[0].do", "tag"), ("then[0].tags", "printer, label"), ("then[1].do", "wait"), ("then[1].waitFor", "supplier"), ("then[1].words", "A ribbon"), ("then[1].for", "2"), ("then[1].unit", "days"),
        ];
        var tried = await browser.Send("/settings/rules/trial", [.. Without(form.Form(List), typed), .. typed]);
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("Nothing was written.", tried.Text, StringComparison.Ordinal);
        Assert.Contains($"/t/{TicketNumber.Of(TicketKind.Incident, new(past))}", tried.Html, StringComparison.Ordinal);
        Assert.Contains("tagged it printer, label", tried.Text, StringComparison.Ordinal);
        Assert.Empty((await program.Ask($"tickets/{past}")).Body!["tags"]!.AsArray());
        Assert.DoesNotContain(await Rules(), r => r.Row.Name == "Labels");

        // What was tried stands in the form as it was typed, and is added from there.
        var added = await browser.Send(List, tried.Form(List));
        Assert.Equal((HttpStatusCode.SeeOther, List), (added.Status, added.Location));
        var rule = (await Rules()).Single(r => r.Row.Name == "Labels");
        Assert.Equal([new(TicketVerb.Tag) { To = "printer, label" }, new(TicketVerb.Wait) { To = "supplier", Words = "A ribbon", For = Duration.FromDays(2) }], rule.Told.Then);
        Assert.Equal([new("team", "First Contact")], rule.Told.If);
        var list = await browser.Open(List);
        Assert.Contains("When it is opened, if team is First Contact", list.Text, StringComparison.Ordinal);

        var at = $"{List}/{rule.Row.Id.Value}";
        var ticket = await program.Opens("Labels print blank again");
        await Patience.Until(async () => (await browser.Open($"{at}/runs")).Text.Contains("printer, label", StringComparison.Ordinal));
        Assert.Contains("Rule Labels", (await browser.Open($"/t/{ticket}")).Text, StringComparison.Ordinal);

        // The first action is left out; the second moves up.
        var changed = await browser.Send(await browser.Open(at), at, ("then[0].do", ""), ("when.kind", "after"), ("when.after", "36"), ("when.unit", "hours"), ("when.since", "LastWord"), ("if.status", "open"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
        rule = (await Rules()).Single(r => r.Row.Name == "Labels");
        Assert.Equal((TriggerKind.After, Duration.FromHours(36), TicketVerb.Wait), (rule.Told.When.Kind, rule.Told.When.After, Assert.Single(rule.Told.Then).Do));
        Assert.Contains("36 hours after the last word", (await browser.Open(at)).Text, StringComparison.Ordinal);

        var copy = await browser.Send(await browser.Open(at), $"{at}/copy");
        Assert.Equal(HttpStatusCode.SeeOther, copy.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{copy.Location}/up")).Status);
        Assert.Equal(["Labels (2)", "Labels"], (await Rules()).Select(r => r.Row.Name).Where(n => n.StartsWith("Labels", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{copy.Location}/down")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/off")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/on")).Status);
        foreach (var one in new[] { at, copy.Location! })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(one), $"{one}/removal")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(one)).Status);
        }
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_is_wrong_where_it_is()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List,
            ("name", ""), ("when.kind", "after"), ("when.after", "soon"), ("when.since", "LastWord"), ("if.assignee", "nobody@x.example"),
            ("then[0].do", ""), ("then[1].do", "askIn"), ("then[1].person", "helen@x.example"), ("then[1].words", ""), ("then[2].do", "note"), ("then[2].words", "kept\nas typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(RuleErrors.NameMissing.Message, refused.Wrong("name"));
        Assert.Equal(RuleErrors.AfterInvalid.Message, refused.Wrong("when.after"));
        Assert.Equal(TicketErrors.PersonUnknown.Message, refused.Wrong("if.assignee"));
        Assert.Equal(RuleErrors.StatusMissing.Message, refused.Wrong("if.status"));
        Assert.Equal(TicketErrors.PersonUnknown.Message, refused.Wrong("then[1].person"));
        Assert.Equal(ActionErrors.WordsMissing.Message, refused.Wrong("then[1].words"));
        Assert.Contains(("then[2].words", "kept\nas typed"), refused.Form(List));
        Assert.Contains(("when.after", "soon"), refused.Form(List));
        var nothing = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Nothing"));
        Assert.Contains(RuleErrors.EventsMissing.Message, nothing.Text, StringComparison.Ordinal);
        Assert.Contains(RuleErrors.ActionsMissing.Message, nothing.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(await browser.Open($"{List}/new"), "/settings/rules/trial", [.. (await browser.Open($"{List}/new")).Form(List)])).Status);
    }

    [Fact]
    public async Task A_stale_form_shows_what_stands_there_now_and_may_be_sent_again()
    {
        var rule = await server.Done(new AddRule(new("Stale", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [], [new(TicketVerb.Tag) { To = "old" }])));
        var browser = await server.Browser(Role.Administrator);
        var at = $"{List}/{rule.Key}";
        var form = await browser.Open(at);
        await server.Done(new ChangeRule(rule.Id, rule.Definition with { Then = [new(TicketVerb.Tag) { To = "written-meanwhile" }] }));
        var refused = await browser.Send(form, at, ("name", "Fresh"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Contains("written-meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("name", "Fresh"), refused.Form(at));
    }

    [Fact]
    public async Task A_retired_name_stays_to_be_seen_and_a_stopped_rule_says_why()
    {
        var category = await server.Done(new AddCategory("Telex"));
        var rule = await server.Done(new AddRule(new("Telexes", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [new("category", "Telex")], [new(TicketVerb.Category) { To = "Telex" }])));
        await server.Done(new RetireCategory(category.Id));
        await server.Done(new StopRule(rule.Id, TicketErrors.CategoryUnknown.Message));
        var browser = await server.Browser(Role.Administrator);
        var page = await browser.Open($"{List}/{rule.Key}");
        Assert.Contains("Telex, retired", page.Text, StringComparison.Ordinal);
        Assert.Contains("The desk has stopped Telexes. There is no such category.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The desk has stopped Telexes.", (await browser.Open(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_read_and_see_no_buttons_and_customers_see_nothing()
    {
        var rule = await server.Done(new AddRule(new("Readable", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [], [new(TicketVerb.Note) { Words = "A note by itself" }])));
        await server.Browser(Role.Administrator);
        var agent = await server.Browser(Role.Agent);
        var page = await agent.Open($"{List}/{rule.Key}");
        Assert.Contains("A note by itself", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm($"{List}/{rule.Key}"));
        Assert.False((await agent.Open(List)).HasForm($"{List}/{rule.Key}/up"));
        Assert.Equal(HttpStatusCode.OK, (await agent.Open($"{List}/{rule.Key}/runs")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Customer)).Open(List)).Status);
    }

    private static IEnumerable<(string, string)> Without(IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, string)> typed) => fields.Where(f => typed.All(t => t.Name != f.Name)).Select(f => (f.Name, f.Value));

    private async Task<IReadOnlyList<RuleLine>> Rules() => (await server.Desk.Ask(new ListRules(), Caller.Desk)).Value!;
}
