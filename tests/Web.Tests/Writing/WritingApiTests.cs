using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Writing;

public sealed class WritingApiTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Instant Tomorrow = SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1);

    [Fact]
    public async Task A_program_sends_a_reply_for_later_and_takes_it_back()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var ticket = await customer.Opens("Labels come out blank");
        var sent = await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "Is it better today?", then = "waitForCustomer", leaves = Tomorrow.ToString() });
        Assert.Equal((HttpStatusCode.Created, "waiting", "waitForCustomer", true), (sent.Status, (string?)sent.Body!["state"], (string?)sent.Body["then"], (bool)sent.Body["scheduled"]!));
        Assert.Equal("Is it better today?", (string?)(await api.Ask($"tickets/{ticket}/replies")).Body!["items"]![0]!["body"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask($"tickets/{ticket}/replies")).Status);
        Assert.Empty((await customer.Ask($"tickets/{ticket}/messages")).Body!["items"]!.AsArray());

        var path = $"replies/{sent.Body["id"]}";
        Assert.Equal("takenBack", (string?)(await api.Send(HttpMethod.Delete, path)).Body!["state"]);
        Assert.Equal("Is it better today?", (string?)(await api.Ask($"tickets/{ticket}/drafts")).Body!["items"]![0]!["fields"]!["reply"]);
        Assert.Equal("reply.taken-back", (await api.Send(HttpMethod.Post, $"{path}/departure", new { })).Code);

        // Without a time of its own it has left at once: this desk leaves no moment.
        var now = await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "Which printer?" });
        Assert.Equal("left", (string?)now.Body!["state"]);
        Assert.Equal("Which printer?", (string?)(await customer.Ask($"tickets/{ticket}/messages")).Body!["items"]![0]!["body"]);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong_with_a_reply()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var ticket = await customer.Opens("Labels come out blank");
        Assert.Equal(["body"], (await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = " " })).Fields);
        Assert.Equal(["leaves"], (await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "x", leaves = "2020-01-01T00:00:00Z" })).Fields);
        Assert.Equal("ticket.steps-missing", (await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "x", then = "askToCheck" })).Code);
        Assert.Equal(["attachments"], (await api.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "x", attachments = new[] { 999 } })).Fields.Select(f => f is "files" ? "attachments" : f));
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{ticket}/replies", new { body = "x" })).Status);
        Assert.Empty((await api.Ask($"tickets/{ticket}/messages")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_program_keeps_a_draft_and_a_colleague_goes_on_with_it()
    {
        var (api, other, customer) = (await server.Program(Role.Agent), await server.Program(Role.Agent), await server.Program(Role.Customer));
        var ticket = await customer.Opens("Labels come out blank");
        Assert.Equal("note", (string?)(await api.Send(HttpMethod.Put, $"tickets/{ticket}/draft", new { mode = "note", fields = new { note = "Ask Ravi" } })).Body!["mode"]);
        Assert.Single((await api.Ask("drafts")).Body!["items"]!.AsArray());
        var theirs = (await other.Ask($"tickets/{ticket}/drafts")).Body!["items"]![0]!["person"]!["id"];
        Assert.Equal("Ask Ravi", (string?)(await other.Send(HttpMethod.Post, $"tickets/{ticket}/drafts/{theirs}/taking-over", new { })).Body!["fields"]!["note"]);
        Assert.Empty((await api.Ask("drafts")).Body!["items"]!.AsArray());
        Assert.Equal("draft.not-found", (await other.Send(HttpMethod.Post, $"tickets/{ticket}/drafts/{theirs}/taking-over", new { })).Code);
        Assert.Equal(HttpStatusCode.OK, (await other.Send(HttpMethod.Delete, $"tickets/{ticket}/draft")).Status);
        Assert.Empty((await other.Ask($"tickets/{ticket}/drafts")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Put, $"tickets/{ticket}/draft", new { mode = "reply", fields = new { reply = "x" } })).Status);
    }

    [Fact]
    public async Task A_program_hands_over_and_accepts_or_returns()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        await server.Done(new AddTeam("Plant Systems", "Lines and labels", []));
        var ticket = await customer.Opens("Labels come out blank");
        Assert.Equal(["asked", "team"], (await api.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", new { team = "Nowhere" })).Fields.Order());
        var words = new { team = "Plant Systems", statement = "All blank", tried = "The ribbon", asked = "Look at the template" };
        var handed = await api.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", words);
        Assert.Equal((HttpStatusCode.Created, $"{ticket}-1", "Look at the template"), (handed.Status, (string?)handed.Body!["id"], (string?)handed.Body["asked"]));
        Assert.Equal("handover.pending", (await api.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", words)).Code);
        Assert.Equal($"{ticket}-1", (string?)(await api.Ask($"tickets/{ticket}")).Body!["handover"]!["id"]);
        Assert.Null((await customer.Ask($"tickets/{ticket}")).Body!["handover"]);
        Assert.Equal(["reason"], (await api.Send(HttpMethod.Post, $"handovers/{ticket}-1/return", new { })).Fields);
        Assert.Equal(HttpStatusCode.OK, (await api.Send(HttpMethod.Post, $"handovers/{ticket}-1/return", new { reason = "Which printer?", missing = "The printer" })).Status);
        Assert.Equal("handover.nothing-pending", (await api.Send(HttpMethod.Post, $"handovers/{ticket}-1/acceptance", new { })).Code);
        await api.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", words);
        Assert.Null((await api.Send(HttpMethod.Delete, $"handovers/{ticket}-2")).Body!["handover"]);
        await api.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", words);
        Assert.Equal("Plant Systems", (string?)(await api.Send(HttpMethod.Post, $"handovers/{ticket}-3/acceptance", new { })).Body!["team"]!["name"]);
        foreach (var nonsense in new[] { "12", "x-1", "-1", $"{ticket}-0" })
            Assert.Equal((HttpStatusCode.NotFound, HandoverErrors.NotFound.Code), (await api.Send(HttpMethod.Post, $"handovers/{nonsense}/acceptance", new { })) is var no ? (no.Status, no.Code) : default);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{ticket}/handovers", words)).Status);
        Assert.Equal("mention.none", (await api.Send(HttpMethod.Delete, $"tickets/{ticket}/mention")).Code);
    }

    [Fact]
    public async Task A_person_is_told_beside_the_field_and_loses_nothing()
    {
        var (browser, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Customer));
        var ticket = await customer.Opens("Labels come out blank");
        var page = await browser.Open($"/t/{ticket}");
        var path = $"/t/{TicketNumber.Of(TicketKind.Incident, new(ticket))}/messages";
        var refused = await browser.Send(page, path, ("mode", "reply"), ("reply", "Half a reply"), ("send", "later"), ("leaves", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(WritingErrors.LeavesMissing.Message, refused.Text, StringComparison.Ordinal);
        // All that is wrong is said at once, also what the ticket and what the sending say.
        foreach (var (leaves, wrong) in new[] { ("2020-01-01T09:00", WritingErrors.LeavesPassed), ("2990-01-01T09:00", WritingErrors.LeavesTooLate), ("", WritingErrors.LeavesMissing) })
        {
            var both = await browser.Send(page, path, ("mode", "reply"), ("reply", ""), ("send", "later"), ("leaves", leaves), ("promise", "2020-01-01T09:00"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, both.Status);
            Assert.All([wrong, TicketErrors.PromisePassed, TicketErrors.BodyMissing], e => Assert.Contains(e.Message, both.Text, StringComparison.Ordinal));
        }
        Assert.Contains(("reply", "Half a reply"), refused.Form(path));
        Assert.Empty((await (await server.Program(Role.Agent)).Ask($"tickets/{ticket}/messages")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, path, ("mode", "reply"), ("reply", "A whole one"), ("then", "next"))).Status);
    }

    [Fact]
    public async Task What_was_begun_in_another_mode_stays_a_draft()
    {
        var (browser, customer) = (await server.Browser(Role.Agent), await server.Program(Role.Customer));
        var ticket = await customer.Opens("Labels come out blank");
        var page = await browser.Open($"/t/{ticket}");
        var path = $"/t/{TicketNumber.Of(TicketKind.Incident, new(ticket))}/messages";
        await browser.Send(page, path, ("mode", "reply"), ("reply", "Which printer?"), ("note", "Ask Ravi"), ("handStatement", "All blank"));
        var after = await browser.Open($"/t/{ticket}");
        Assert.Contains(("note", "Ask Ravi"), after.Form(path));
        Assert.DoesNotContain(("reply", "Which printer?"), after.Form(path));
        await browser.Send(after, path, ("mode", "note"), ("note", "Ask Ravi"));
        // Nothing but what a handover would be filled with is left, and that is nobody's work.
        Assert.DoesNotContain("Open work", (await browser.Open("/")).Text, StringComparison.Ordinal);
    }
}
