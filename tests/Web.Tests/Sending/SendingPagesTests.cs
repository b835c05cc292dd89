using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Sending;

public sealed class SendingPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Home = "/settings/sending", Forms = "/settings/sending/letters";

    [Fact]
    public async Task Without_a_server_the_log_says_of_each_letter_that_it_was_not_sent()
    {
        var browser = await server.Browser(Role.Administrator);
        using var program = await server.Program(Role.Administrator);
        var ticket = await program.Send(HttpMethod.Post, "tickets", new { kind = "incident", title = "Labels print blank", description = "All of them", channel = "portal", impact = "low", urgency = "low" });
        Assert.Equal(HttpStatusCode.Created, ticket.Status);
        await Patience.Until(async () => (await browser.Open(Home)).Text.Contains("No mail server was set.", StringComparison.Ordinal));
        var page = await browser.Open(Home);
        Assert.Contains("FIRSTCONTACT_MAIL__HOST", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm($"{Home}/test"));
        Assert.Contains("No mail server was set.", (await browser.Open($"{Home}?state=withheld")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No mail server was set.", (await browser.Open($"{Home}?state=sent")).Text, StringComparison.Ordinal);
        Assert.Contains("not sent", (await browser.Open($"/t/{(string)ticket.Body!["number"]!}")).Text, StringComparison.Ordinal);

        var letters = (await program.Ask("letters?state=withheld")).Body!["items"]!.AsArray();
        Assert.Equal("received", (string)letters[0]!["kind"]!);
        Assert.Equal(HttpStatusCode.Accepted, (await program.Send(HttpMethod.Post, $"letters/{(long)letters[0]!["id"]!}/attempts", new { })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "letter.no-server"), (await program.Send(HttpMethod.Post, "letters/tests", new { })) is var refused ? (refused.Status, refused.Code) : default);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "letter.state-unknown"), (await program.Ask("letters?state=lost")) is var lost ? (lost.Status, lost.Code) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Send(HttpMethod.Delete, "letters/99999")).Status);
    }

    [Fact]
    public async Task A_letter_is_written_looked_at_and_taken_back()
    {
        var browser = await server.Browser(Role.Administrator);
        var at = $"{Forms}/closed";
        var refused = await browser.Send(await browser.Open(at), at, ("subject", ""), ("body", "Dear {{nmae}}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(SendingErrors.SubjectMissing.Message, refused.Wrong("subject"));
        Assert.Equal(SendingErrors.PlaceholderUnknown("nmae").Message, refused.Wrong("body"));
        Assert.Contains("Dear {{nmae}}", refused.Text, StringComparison.Ordinal);
        Assert.Null((await server.Desk.Ask(new ShowLetterRules(), WebDesk.Itself.Caller)).Value!.Own(LetterKind.Closed, null));

        var preview = await browser.Send($"{at}/preview", [.. (await browser.Open(at)).Form(at).Where(f => f.Name is not ("subject" or "body")), ("subject", "Done: {{title}}"), ("body", "Dear **{{name}}**")]);
        Assert.Contains("<strong>Grace Hopper</strong>", preview.Html, StringComparison.Ordinal);
        Assert.Contains("Done: The printer", preview.Text, StringComparison.Ordinal);
        Assert.Null((await server.Desk.Ask(new ShowLetterRules(), WebDesk.Itself.Caller)).Value!.Own(LetterKind.Closed, null));

        Assert.Equal((HttpStatusCode.SeeOther, Forms), (await browser.Send(await browser.Open(at), at, ("subject", "Done: {{title}}"), ("body", "Dear {{name}}"))) is var saved ? (saved.Status, saved.Location) : default);
        Assert.Contains("own words", (await browser.Open(Forms)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), $"{at}/removal")).Status);
        Assert.Null((await server.Desk.Ask(new ShowLetterRules(), WebDesk.Itself.Caller)).Value!.Own(LetterKind.Closed, null));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Forms}/nothing")).Status);
    }

    [Fact]
    public async Task A_letter_is_written_for_those_who_read_a_language()
    {
        var browser = await server.Browser(Role.Administrator);
        var (at, german) = ($"{Forms}/woke", $"{Forms}/woke?language=de");
        var refused = await browser.Send(await browser.Open(at), at, ("language", "xx"), ("subject", "Wieder da"), ("body", "Guten Tag"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, PeopleErrors.LanguageUnknown.Message), (refused.Status, refused.Wrong("language")));
        Assert.Contains("Wieder da", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(german), at, ("subject", "Wieder da: {{title}}"), ("body", "Guten Tag {{name}}"))).Status);
        var list = await browser.Open(Forms);
        Assert.Contains("Deutsch", list.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{german}\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("Wieder da", (await browser.Open(german)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wieder da", (await browser.Open(at)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(german), $"{at}/removal")).Status);
        Assert.DoesNotContain("Wieder da", (await browser.Open(german)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_address_is_shown_and_cleared()
    {
        await server.Done(new StopAddress("gone@example.org", "550 5.1.1 Nobody"));
        var browser = await server.Browser(Role.Administrator);
        var page = await browser.Open(Home);
        Assert.Contains("gone@example.org", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, $"{Home}/clear")).Status);
        using var agent = await server.Program(Role.Agent);
        Assert.Empty((await agent.Ask("stopped-addresses")).Body!["items"]!.AsArray());
        Assert.Equal((HttpStatusCode.NotFound, "letter.address-not-stopped"), (await agent.Send(HttpMethod.Delete, "stopped-addresses/gone@example.org")) is var no ? (no.Status, no.Code) : default);
    }

    [Fact]
    public async Task Forms_by_the_api()
    {
        using var program = await server.Program(Role.Administrator);
        Assert.Equal(["body"], (await program.Send(HttpMethod.Put, "letter-forms/given", new { subject = "x", body = "{{y}}" })).Fields);
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Put, "letter-forms/given", new { subject = "Yours: {{title}}", body = "Dear {{name}}", team = "1" })).Status);
        Assert.Contains((await program.Ask("letter-forms")).Body!["items"]!.AsArray(), f => (string)f!["kind"]! == "given" && (long?)f["team"] == 1 && (bool)f["own"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Send(HttpMethod.Delete, "letter-forms/given?team=1")).Status);
    }

    [Fact]
    public async Task Only_administrators_read_the_log()
    {
        var agent = await server.Browser(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(Home)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{Forms}/closed")).Status);
        using var program = await server.Program(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.Ask("letters")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.Send(HttpMethod.Put, "letter-forms/given", new { subject = "x", body = "x" })).Status);
    }
}
