using System.Text.RegularExpressions;

namespace FirstContact.People;

public sealed partial class PeopleScreensTests
{
    [Fact]
    public async Task An_administrator_registers_changes_and_takes_leave()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var ines = await desk.SignedIn("Ines Duarte");
        Assert.Equal(303, (await ines.Post("/settings/units", "/settings/units", ("name", "Northgate"), ("segment", "Plants"))).Status());
        var refused = await ines.Post("/settings/people/new", "/settings/people", ("name", "Jonas \"J\" Weber"), ("email", "jonas"), ("role", "Agent"));
        Assert.Equal(422, refused.Status());
        Assert.Contains("Jonas &quot;J&quot; Weber", await refused.Text(), StringComparison.Ordinal);

        var made = await ines.Post("/settings/people/new", "/settings/people", ("name", "Jonas Weber"), ("email", "jonas@harrow.example"), ("unit", "Northgate"), ("role", "Agent"));
        Assert.Equal(303, made.Status());
        var jonas = made.Headers.Location!.ToString();
        Assert.Equal(303, (await ines.Post(jonas, $"{jonas}/roles", ("role", "Agent"), ("role", "TeamLead"))).Status());
        Assert.Equal(412, (await ines.Post(jonas, jonas, ("version", "1"), ("name", "Jonas"), ("email", "jonas@harrow.example"))).Status());
        Assert.Equal(422, (await ines.Post(jonas, $"{jonas}/password", ("password", "jonas@harrow.example"))).Status());
        Assert.Equal(303, (await ines.Post(jonas, $"{jonas}/password", ("password", WebDesk.Password))).Status());
        Assert.Equal(303, (await ines.Post(jonas, $"{jonas}/deactivate")).Status());
        Assert.DoesNotContain("Jonas Weber", await ines.Page("/settings/people"), StringComparison.Ordinal);
        Assert.Contains("Jonas Weber", await ines.Page("/settings/people?former=true"), StringComparison.Ordinal);
        Assert.Equal(303, (await ines.Post(jonas, $"{jonas}/reactivate")).Status());
    }

    [Fact]
    public async Task Teams_and_units_have_their_pages()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var ines = await desk.SignedIn("Ines Duarte");
        var team = (await ines.Post("/settings/teams", "/settings/teams", ("name", "Network"), ("skills", "DNS, wifi"))).Headers.Location!.ToString();
        Assert.Equal(422, (await ines.Post("/settings/teams", "/settings/teams", ("name", "network"))).Status());
        Assert.Equal(303, (await ines.Post(team, $"{team}/members", ("person", "ines.duarte@harrow.example"))).Status());
        Assert.Equal(422, (await ines.Post(team, $"{team}/members", ("person", "nobody@harrow.example"))).Status());
        Assert.Contains("Ines Duarte", await ines.Page(team), StringComparison.Ordinal);
        Assert.Equal(303, (await ines.Post(team, team, ("name", "Network and Access"), ("skills", "DNS"))).Status());
        Assert.Equal(303, (await ines.Post(team, $"{team}/retire")).Status());
        Assert.Equal(409, (await ines.Post(team, $"{team}/members", ("person", "ines.duarte@harrow.example"))).Status());
        Assert.Contains("Network and Access", await ines.Page("/settings/teams"), StringComparison.Ordinal);

        await ines.Post("/settings/units", "/settings/units", ("name", "Northgate"));
        Assert.Equal(303, (await ines.Post("/settings/units/1", "/settings/units/1", ("name", "Eastmoor"), ("version", "1"))).Status());
        Assert.Equal(422, (await ines.Post("/settings/units", "/settings/units", ("name", "Eastmoor"))).Status());
        foreach (var (path, named) in new[] { ("/settings/units/1", "Eastmoor"), ("/settings/teams/1", "First Contact") })
        {
            var version = Regex.Match(await ines.Page(path), "name=\"version\" value=\"(\\d+)\"").Groups[1].Value;
            var refused = await ines.Post(path, path, ("name", named), ("zone", "Middle/Earth"), ("version", version));
            Assert.Equal(422, refused.Status());
            var page = await refused.Content.ReadAsStringAsync();
            Assert.Contains("Name a time zone like Europe/Berlin.", page, StringComparison.Ordinal);
            Assert.Contains("Middle/Earth", page, StringComparison.Ordinal);
        }
        Assert.Equal(404, (await ines.Get("/settings/units/9")).Status());
        Assert.Contains("Eastmoor", await ines.Page("/settings/units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_sees_only_himself()
    {
        await using var desk = await WebDesk.Start();
        var helen = await desk.Register("Helen Marsh");
        await desk.Register("Ines Duarte", Role.Administrator);
        var browser = await desk.SignedIn("Helen Marsh");
        foreach (var path in new[] { "/settings/people", "/settings/people/new", $"/settings/people/{helen.Key}", "/settings/teams", "/settings/teams/1", "/settings/units" })
            Assert.Equal(403, (await browser.Get(path)).Status());
        Assert.Contains("fc-portal", await browser.Page("/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_page_changes_name_absence_password_sessions_and_theme()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ada Byron", Role.Administrator);
        await desk.Register("Ines Duarte", Role.Agent);
        var (ines, elsewhere) = (await desk.SignedIn("Ines Duarte"), await desk.SignedIn("Ines Duarte"));
        Assert.Equal(422, (await ines.Post("/me", "/me", ("name", ""))).Status());
        Assert.Equal(303, (await ines.Post("/me", "/me", ("name", "Inês Duarte"), ("phone", "4357"))).Status());
        Assert.Equal(422, (await ines.Post("/me", "/me/away", ("until", "2020-01-01T09:00"))).Status());
        Assert.Equal(303, (await ines.Post("/me", "/me/away", ("until", "2099-01-01T09:00"), ("note", "Sabbatical"))).Status());
        Assert.Contains("Sabbatical", await ines.Page("/me"), StringComparison.Ordinal);
        Assert.Equal(303, (await ines.Post("/me", "/me/back")).Status());

        Assert.Contains(PeopleErrors.PasswordWrong.Message, await (await ines.Post("/me", "/me/password", ("current", "not this word"), ("password", "aubergine-in-march"))).Text(), StringComparison.Ordinal);
        Assert.Equal(422, (await ines.Post("/me", "/me/password", ("current", WebDesk.Password), ("password", "short"))).Status());
        Assert.Equal(303, (await ines.Post("/me", "/me/password", ("current", WebDesk.Password), ("password", "aubergine-in-march"))).Status());
        Assert.Equal(303, (await elsewhere.Get("/me")).Status());
        Assert.Equal(303, (await ines.Post("/me", "/me/sessions/end-others")).Status());
        Assert.Equal(404, (await ines.Post("/me", "/me/sessions/99/end")).Status());

        Assert.Equal(303, (await ines.Post("/me", "/me/theme", ("theme", "dark"))).Status());
        Assert.Contains("data-bs-theme=\"dark\"", await ines.Page("/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_revoked()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ada Byron", Role.Administrator);
        await desk.Register("Ines Duarte", Role.Agent);
        var ines = await desk.SignedIn("Ines Duarte");
        Assert.Contains("id=\"tokenName-e\"", await (await ines.Post("/me", "/me/tokens", ("tokenName", ""))).Text(), StringComparison.Ordinal);
        var secret = Token().Match(await (await ines.Post("/me", "/me/tokens", ("tokenName", "Monitoring"), ("scope", "people.see"))).Text()).Value;
        Assert.DoesNotContain(secret, await ines.Page("/me"), StringComparison.Ordinal);

        using var program = new HttpClient { BaseAddress = desk.Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {secret}" } } };
        Assert.Equal(200, (await program.GetAsync(new Uri("/api/v1/people", UriKind.Relative))).Status());
        var id = RevokeForm().Match(await ines.Page("/me")).Groups[1].Value;
        Assert.Equal(303, (await ines.Post("/me", $"/me/tokens/{id}/revoke")).Status());
        Assert.Equal(401, (await program.GetAsync(new Uri("/api/v1/people", UriKind.Relative))).Status());
    }

    [GeneratedRegex("fct_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("/me/tokens/(\\d+)/revoke")]
    private static partial Regex RevokeForm();
}
