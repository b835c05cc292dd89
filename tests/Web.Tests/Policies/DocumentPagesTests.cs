using System.Net;
using FirstContact.People;

namespace FirstContact.Policies;

public sealed class DocumentPagesTests : IAsyncLifetime
{
    private const string Priorities = "/settings/priorities", Care = "/settings/care", TheDesk = "/settings/desk";
    private readonly TestServer _server = new();
    private Browser _browser = null!, _agent = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        (_browser, _agent) = (await _server.Browser(Role.Administrator), await _server.Browser(Role.Agent));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_matrix_is_changed_and_refused()
    {
        var before = await _browser.Open(Priorities);
        var saved = await _browser.Send(before, Priorities, ("rank-high-low", "2"));
        Assert.Equal((HttpStatusCode.SeeOther, Priorities), (saved.Status, saved.Location));
        Assert.Equal(new Priority(2), (await Ask(new ShowPriorityMatrix())).Of(Level.High, Level.Low));

        var stale = await _browser.Send(before, Priorities, ("rank-high-low", "1"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Impact High, urgency Low P2", stale.Text, StringComparison.Ordinal);
        Assert.Contains(("rank-high-low", "1"), stale.Form(Priorities));

        var falls = await _browser.Send(await _browser.Open(Priorities), Priorities, ("rank-high-low", "5"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, PolicyErrors.RanksFall.Message), (falls.Status, falls.Wrong("ranks")));
        Assert.Contains(("rank-high-low", "5"), falls.Form(Priorities));
        Assert.Equal(PolicyErrors.RanksInvalid.Message, (await _browser.Send(falls, Priorities, ("rank-high-low", "high"))).Wrong("ranks"));
    }

    [Fact]
    public async Task Rules_of_care_are_changed_added_and_removed()
    {
        var form = await _browser.Open(Care);
        var saved = await _browser.Send(form, Care, ("rules[0].proposal", "LeftOut"), ("rules[1].remove", "yes"), ("rules[3].class", "3"), ("rules[3].priority", "2"), ("rules[3].craftBy", "Another"));
        Assert.Equal((HttpStatusCode.SeeOther, Care), (saved.Status, saved.Location));
        var policy = await Ask(new ShowCarePolicy());
        Assert.Equal([(null, null), (2L, null), (3L, 2)], policy.Rules.Select(r => (r.Class?.Value, r.Priority)));
        Assert.Equal((Demand.LeftOut, CraftBy.Another), (policy.Rules[0][CareStep.Proposal], policy.For(new(3), new(2)).CraftBy));
    }

    [Fact]
    public async Task The_empty_rule_is_left_alone()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.Send(await _browser.Open(Care), Care, ("rules[3].greeting", "LeftOut"))).Status);
        Assert.Equal(CarePolicy.Usual, await Ask(new ShowCarePolicy()));
    }

    [Fact]
    public async Task What_is_wrong_with_a_rule_is_said_at_it()
    {
        var refused = await _browser.Send(await _browser.Open(Care), Care, ("rules[1].remove", "yes"), ("rules[3].class", "2"), ("rules[3].selection", "Required"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        // What is to be removed went to the end, so the rule that was the fourth is now the third.
        Assert.Equal(PolicyErrors.RuleTwice.Message, refused.Wrong("rule-2"));
        Assert.Contains("href=\"#rules[2]\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(("rules[2].selection", "Required"), refused.Form(Care));
        Assert.Contains(("rules[3].remove", "yes"), refused.Form(Care));

        var garbled = await _browser.Send(await _browser.Open(Care), Care, ("rules[1].greeting", "perhaps"), ("rules[2].class", "x"));
        Assert.Equal(PolicyErrors.RuleClassUnknown.Message, garbled.Wrong("rule-2"));
        Assert.Equal(PolicyErrors.RuleInvalid.Message, (await _browser.Send(await _browser.Open(Care), Care, ("rules[1].greeting", "perhaps"))).Wrong("rule-1"));
    }

    [Fact]
    public async Task A_stale_policy_of_care_is_told()
    {
        var form = await _browser.Open(Care);
        await _server.Done(new ChangeCarePolicy([CarePolicy.Usual.Rules[0]]));
        var stale = await _browser.Send(form, Care, ("rules[1].remove", "yes"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.Send(stale, Care)).Status);
        Assert.Equal(2, (await Ask(new ShowCarePolicy())).Rules.Count);
    }

    [Fact]
    public async Task The_rules_of_the_desk_are_changed_and_refused()
    {
        var before = await _browser.Open(TheDesk);
        var refused = await _browser.Send(before, TheDesk, ("organisation", ""), ("phone", new string('0', 41)), ("silenceDays", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal((PolicyErrors.OrganisationInvalid.Message, PolicyErrors.PhoneTooLong.Message, PolicyErrors.SilenceInvalid.Message, null),
            (refused.Wrong("organisation"), refused.Wrong("phone"), refused.Wrong("silenceDays"), refused.Wrong("reopenableDays")));
        Assert.Contains(("silenceDays", "soon"), refused.Form(TheDesk));

        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.Send(refused, TheDesk, ("organisation", "Harrow & Lind"), ("phone", "0191 555 0100"), ("silenceDays", "3"))).Status);
        Assert.Equal(new DeskRuleValues("Harrow & Lind", "0191 555 0100", 14, 3, UndoSeconds: 0), (await Ask(new ShowDeskRules())).Values);
        var stale = await _browser.Send(before, TheDesk, ("organisation", "Late"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Harrow & Lind", stale.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(Priorities), InlineData(Care), InlineData(TheDesk)]
    public async Task An_agent_reads_only(string path)
    {
        var page = await _agent.Open(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.HasForm(path) && page.Html.Contains("<button class=\"btn btn-primary\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_overview_is_for_those_who_work_at_the_desk()
    {
        var page = await _agent.Open("/settings");
        foreach (var part in new[] { "/services", "/categories", "/classes", "/priorities", "/care", "/desk" })
            Assert.Contains($"href=\"/settings{part}\"", page.Html, StringComparison.Ordinal);
        var customer = await _server.Browser(Role.Customer);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open("/settings")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(Care)).Status);
    }

    private async Task<T> Ask<T>(IQuery<T> query) => (await _server.Desk.Ask(query, Caller.Desk)).Value!;
}
