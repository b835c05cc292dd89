using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

public sealed class SuggestingTests : IAsyncLifetime
{
    private const string Settings = "/settings/suggestions";
    private WebDesk _desk = null!;
    private Browser _administrator = null!, _agent = null!;
    private HttpClient _api = null!;

    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        var people = new List<Person>();
        foreach (var (name, role) in new[] { ("Ruth", Role.Administrator), ("Maya", Role.Agent), ("Helen", Role.Customer) }) people.Add(await _desk.Register(name, role));
        await _desk.Teach(WebDesk.Mail("Helen"));
        (_administrator, _agent, _api) = (await _desk.SignedIn("Ruth"), await _desk.SignedIn("Maya"), await _desk.Program(people[1]));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task What_it_has_learned_stands_on_a_page_and_what_is_set_is_checked()
    {
        var page = await _administrator.Open(Settings);
        Assert.Contains("Right on 100.0% of 12 tickets that it had not seen.", page.Text.Replace("100.0 %", "100.0%", StringComparison.Ordinal), StringComparison.Ordinal);
        var refused = await _administrator.Send(page, Settings, ("showFrom", "5"), ("applyFrom", "much"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ClassifyingErrors.ShowFromInvalid.Message, ClassifyingErrors.ApplyFromInvalid.Message), (refused.Status, refused.Wrong("showFrom"), refused.Wrong("applyFrom")));
        Assert.Contains(("applyFrom", "much"), refused.Form(Settings));
        Assert.Equal(ClassifyingErrors.ApplyBelowShow.Message, (await _administrator.Send(page, Settings, ("showFrom", "90"), ("applyFrom", "80"))).Wrong("applyFrom"));
        Assert.Equal(Suggesting.Usual.Rules, (await Set()).Rules);

        var saved = await _administrator.Send(page, Settings, ("showFrom", "60"), ("applyFrom", "95"));
        Assert.Equal((HttpStatusCode.SeeOther, new SuggestingRules(60, 95)), (saved.Status, (await Set()).Rules));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _administrator.Send(page, Settings, ("showFrom", "70"), ("applyFrom", ""))).Status);
        var asked = await _administrator.Send(await _administrator.Open(Settings), $"{Settings}/learning");
        Assert.Equal((HttpStatusCode.SeeOther, true), (asked.Status, (await Set()).AskedAt is not null));

        var seen = await _agent.Open(Settings);
        Assert.Contains("Shown from 60 %. Done by itself from 95 %.", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.HasForm($"{Settings}/learning"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _agent.Send(seen, Settings, ("showFrom", "70"))).Status);
    }

    [Fact]
    public async Task At_its_step_it_says_what_it_looks_like_and_one_click_takes_it_or_corrects_it()
    {
        var (one, other) = (await _api.Opens(Taught.Jam), await _api.Opens(Taught.Jam));
        var page = await _agent.Open($"/t/{one}?step=classification");
        Assert.Matches("Looks like Printing , [5-9][0-9] % sure · because of .*printer", page.Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send($"/t/INC-{one:D6}/care/classification", Token(page).Append(("category", "Printing")))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _agent.Send($"/t/INC-{other:D6}/care/classification", Token(page).Append(("category", "Doors")))).Status);
        Assert.Equal((Judged.Confirmed, Judged.Corrected), ((await Ticket(one)).Judged, (await Ticket(other)).Judged));
        Assert.Contains("corrected what the desk suggested (Printing,", (await _agent.Open($"/t/{other}")).Text, StringComparison.Ordinal);

        Assert.Null((await _desk.Desk.Do(new ChangeSuggestingRules(new(99, null)), WebDesk.Itself)).Error);
        var odd = await _api.Opens("Qwertz uiop");
        Assert.Contains("The desk does not suggest anything here: it is not sure enough.", (await _agent.Open($"/t/{odd}?step=classification")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_did_by_itself_is_said_until_somebody_has_looked()
    {
        Assert.Null((await _desk.Desk.Do(new ChangeSuggestingRules(new(50, 60)), WebDesk.Itself)).Error);
        var id = await _api.Opens(Taught.Jam);
        await _desk.Runs("classify-itself");
        var page = await _agent.Open($"/t/{id}");
        Assert.Contains("The desk classified it by itself: Looks like Printing", page.Text, StringComparison.Ordinal);
        Assert.Contains("That is right", page.Text, StringComparison.Ordinal);
        Assert.Equal("Printing", (string?)(await _api.Ask($"tickets/{id}")).Body!["selfClassified"]![0]!["name"]);
        await _agent.Send($"/t/INC-{id:D6}/care/classification", Token(page).Append(("category", "Printing")));
        Assert.DoesNotContain("The desk classified it by itself", (await _agent.Open($"/t/{id}")).Text, StringComparison.Ordinal);
        Assert.Empty((await _api.Ask($"tickets/{id}")).Body!["selfClassified"]!.AsArray());
    }

    [Fact]
    public async Task A_new_ticket_is_told_what_it_looks_like_with_and_without_scripts()
    {
        var fragment = await _agent.Page($"/suggest/classification?title={Uri.EscapeDataString(Taught.Jam)}");
        Assert.Contains("value=\"category:Printing\"", fragment, StringComparison.Ordinal);
        var asked = await _agent.Send(await _agent.Open("/tickets/new"), "/tickets", ("title", Taught.Jam), ("description", "Since this morning"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status); // The customer is missing; what was typed stays, and what it looks like is said.
        Assert.Contains("Looks like Printing", asked.Text, StringComparison.Ordinal);
        var taken = await _agent.Send("/tickets/new", asked.Form("/tickets").Append(("take", "category:Printing")));
        Assert.Contains(("category", "Printing"), taken.Form("/tickets"));
        Assert.Contains(("suggested", "yes"), taken.Form("/tickets"));
        var opened = await _agent.Send(taken, "/tickets", ("customer", WebDesk.Mail("Helen")));
        Assert.Equal(Judged.Confirmed, (await Ticket(long.Parse(opened.Location!["/t/INC-".Length..], System.Globalization.CultureInfo.InvariantCulture))).Judged);
    }

    [Fact]
    public async Task Programs_read_set_and_ask()
    {
        using var administrator = await _desk.Program(await _desk.Register("Rose", Role.Administrator));
        var set = await _api.Ask("suggesting");
        Assert.Equal((50, null, "category", 48, 12), ((int)set.Body!["showFrom"]!, set.Body["applyFrom"], (string?)set.Body["learned"]![0]!["what"], (int)set.Body["learned"]![0]!["examples"]!, (int)set.Body["learned"]![0]!["tested"]!));
        Assert.Equal(HttpStatusCode.Forbidden, (await _api.Send(HttpMethod.Put, "suggesting", new { showFrom = 60 })).Status);
        Assert.Equal(["applyFrom", "showFrom"], (await administrator.Send(HttpMethod.Put, "suggesting", new { showFrom = 0, applyFrom = 10 })).Fields.Order());
        var put = await administrator.Send(HttpMethod.Put, "suggesting", new { showFrom = 60, applyFrom = 97 }, match: set.Tag);
        Assert.Equal((HttpStatusCode.OK, 97), (put.Status, (int)put.Body!["applyFrom"]!));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await administrator.Send(HttpMethod.Put, "suggesting", new { showFrom = 70 }, match: set.Tag)).Status);
        Assert.NotNull((await administrator.Send(HttpMethod.Post, "suggesting/learning", "{}")).Body!["learningAskedAt"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await _api.Send(HttpMethod.Post, "suggesting/learning", "{}")).Status);

        var said = await _api.Send(HttpMethod.Post, "suggestions", new { title = Taught.Jam });
        Assert.Equal(("Printing", true), ((string?)said.Body!["suggestions"]![0]!["name"], (bool)said.Body["hasLearned"]!));
        Assert.Empty((await _api.Send(HttpMethod.Post, "suggestions", new { title = "Qwertz" })).Body!["suggestions"]!.AsArray());
        var id = await _api.Opens(Taught.Jam);
        Assert.Equal("Printing", (string?)(await _api.Ask($"tickets/{id}/suggestions")).Body!["suggestions"]![0]!["name"]);
        using var customer = await _desk.Program(await _desk.Register("Nora", Role.Customer));
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, "suggestions", new { title = "x" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("suggesting")).Status);
    }

    private async Task<Suggesting> Set() => (await _desk.Desk.Ask(new ShowSuggesting(), Caller.Desk)).Value!.Suggesting;

    private async Task<Ticket> Ticket(long id) => (await _desk.Desk.Ask(new ShowTicket(new(id)), Caller.Desk)).Value!.Ticket;

    private static IEnumerable<(string Name, string Value)> Token(Screen page) => [("_form", System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"_form\" value=\"([^\"]+)\"").Groups[1].Value)];
}
