namespace FirstContact.People;

public sealed class SignInTests
{
    [Fact]
    public async Task The_first_run_makes_one_administrator_and_is_gone()
    {
        await using var desk = await WebDesk.Start();
        var browser = desk.Browser();
        Assert.Equal("/setup", (await browser.Get("/signin")).Headers.Location?.ToString());
        var wrong = await browser.Post("/setup", "/setup", ("code", "GUESSED2"), ("organisation", ""), ("name", "Grace <Hall>"), ("email", "grace"), ("password", "short"));
        Assert.Equal(422, wrong.Status());
        var page = await wrong.Text();
        Assert.Contains("Grace &lt;Hall&gt;", page, StringComparison.Ordinal);
        foreach (var field in new[] { "code", "organisation", "email", "password" }) Assert.Contains($"id=\"{field}-e\"", page, StringComparison.Ordinal);

        var made = await browser.Post("/setup", "/setup",
            ("code", desk.Get<SetupCode>().Text.ToLowerInvariant()), ("organisation", "Harrow & Lind"), ("name", "Grace Hall"), ("email", "grace.hall@harrow.example"), ("password", WebDesk.Password));
        Assert.Equal(303, made.Status());
        Assert.Contains("Harrow &amp; Lind", await desk.Browser().Page("/signin"), StringComparison.Ordinal);
        Assert.Contains("Grace Hall", await browser.Page("/me"), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.Get("/setup")).Status());
    }

    [Fact]
    public async Task A_deep_link_waits_behind_the_door()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var browser = desk.Browser();
        Assert.Equal("/signin?to=%2Fsettings%2Fpeople%3Fq%3Dine", (await browser.Get("/settings/people?q=ine")).Headers.Location?.ToString());
        var entered = await browser.Post("/signin", "/signin", ("email", " INES.duarte@harrow.example "), ("password", WebDesk.Password), ("to", "/settings/people?q=ine"));
        Assert.Equal("/settings/people?q=ine", entered.Headers.Location?.ToString());
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("fc_session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("Ines Duarte", await browser.Page("/settings/people?q=ine"), StringComparison.Ordinal);

        Assert.Equal("/signin", (await browser.Post("/me", "/signout")).Headers.Location?.ToString());
        Assert.Equal(303, (await browser.Get("/me")).Status());
    }

    [Theory]
    [InlineData("https://evil.example"), InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("evil"), InlineData("/signin")]
    public async Task No_sign_in_leads_elsewhere(string to)
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var entered = await desk.Browser().Post("/signin", "/signin", ("email", WebDesk.Mail("Ines Duarte")), ("password", WebDesk.Password), ("to", to));
        Assert.Equal("/", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_no_does_not_tell_why_and_five_lock()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var browser = desk.Browser();
        for (var i = 0; i < 5; i++) Assert.Equal(422, (await Try("ines.duarte@harrow.example", "not this word")).Status());
        var locked = await Try("ines.duarte@harrow.example", WebDesk.Password);
        var unknown = await Try("nobody@harrow.example", WebDesk.Password);
        Assert.Equal((422, 422), (locked.Status(), unknown.Status()));
        foreach (var answer in new[] { locked, unknown }) Assert.Contains(SignIn.Refused.Message, await answer.Text(), StringComparison.Ordinal);

        Task<HttpResponseMessage> Try(string email, string password) => browser.Post("/signin", "/signin", ("email", email), ("password", password));
    }

    [Fact]
    public async Task Who_tries_too_often_waits()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        using var http = new HttpClient { BaseAddress = desk.Address };
        HttpResponseMessage answer;
        var tries = 0;
        do answer = await http.PostAsync(new Uri("/signin", UriKind.Relative), null);
        while (answer.Status() != 429 && ++tries < 70);
        Assert.Equal(429, answer.Status());
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_form_from_elsewhere_does_nothing()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var browser = await desk.SignedIn("Ines Duarte");
        Assert.Equal(409, (await browser.Post("/signin", "/me", ("name", "Eve"))).Status());
    }
}
