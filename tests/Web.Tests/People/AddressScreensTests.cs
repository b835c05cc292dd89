using System.Net.Http.Json;

namespace FirstContact.People;

public sealed class AddressScreensTests
{
    private const string Home = "jonas@home.example";

    [Fact]
    public async Task An_administrator_adds_makes_main_and_removes()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var jonas = await desk.Register("Jonas Weber");
        var ines = await desk.SignedIn("Ines Duarte");
        var page = $"/settings/people/{jonas.Key}";

        var wrong = await ines.Post(page, $"{page}/addresses", ("address", "jonas at home"));
        Assert.Equal(422, wrong.Status());
        var text = await wrong.Text();
        Assert.Contains("jonas at home", text, StringComparison.Ordinal);
        Assert.Contains("id=\"address-e\"", text, StringComparison.Ordinal);
        var taken = await ines.Post(page, $"{page}/addresses", ("address", WebDesk.Mail("Ines Duarte")));
        Assert.Contains(PeopleErrors.AddressTaken.Message, await taken.Text(), StringComparison.Ordinal);
        Assert.Empty((await desk.Desk.Ask(new ShowPerson(jonas.Id), Caller.Desk)).Value!.Person.Addresses);

        Assert.Equal(303, (await ines.Post(page, $"{page}/addresses", ("address", Home))).Status());
        Assert.Contains(Home, await ines.Page(page), StringComparison.Ordinal);
        Assert.Equal(303, (await ines.Post(page, $"{page}/addresses/main", ("address", Home))).Status());
        Assert.Equal(409, (await ines.Post(page, $"{page}/addresses/removal", ("address", Home))).Status());
        Assert.Equal(303, (await ines.Post(page, $"{page}/addresses/removal", ("address", jonas.Email))).Status());
        Assert.Equal((Home, 0), (await desk.Desk.Ask(new ShowPerson(jonas.Id), Caller.Desk)).Value!.Person is var now ? (now.Email, now.Addresses.Count) : default);
    }

    [Fact]
    public async Task Oneself_asks_for_a_letter_and_confirms_by_a_press_and_never_by_the_link_alone()
    {
        await using var desk = await WebDesk.Start(mail: new(new("127.0.0.1", 9, Sending.SmtpTls.None, "desk.test"), new(null, "desk@example.com"), "https://desk.example.com"));
        await desk.Register("Ines Duarte", Role.Administrator);
        var jonas = await desk.Register("Jonas Weber");
        var browser = await desk.SignedIn("Jonas Weber");
        var wrong = await browser.Post("/me", "/me/addresses", ("address", "jonas at home"));
        Assert.Equal(422, wrong.Status());
        Assert.Contains("jonas at home", await wrong.Text(), StringComparison.Ordinal);
        Assert.Equal(303, (await browser.Post("/me", "/me/addresses", ("address", Home))).Status());
        Assert.Contains($"A letter to {Home}", await browser.Page("/me"), StringComparison.Ordinal);

        await using var read = await desk.Get<Database>().Read();
        var link = $"/me/addresses/{await read.One("select code from address_claim", r => r.GetString(0))}";
        Assert.Contains("Is this address yours?", await browser.Page(link), StringComparison.Ordinal);
        Assert.Empty((await desk.Desk.Ask(new ShowPerson(jonas.Id), Caller.Desk)).Value!.Person.Addresses);
        Assert.Equal(303, (await browser.Post(link, link)).Status());
        Assert.Equal([Home], (await desk.Desk.Ask(new ShowPerson(jonas.Id), Caller.Desk)).Value!.Person.Addresses);
        var used = await browser.Post(link, link);
        Assert.Equal(404, used.Status());
        Assert.Contains(PeopleErrors.ProofUnknown.Message, await used.Text(), StringComparison.Ordinal);
        Assert.Equal(303, (await browser.Post("/me", "/me/addresses/removal", ("address", Home))).Status());
    }

    [Fact]
    public async Task Programs_do_the_same()
    {
        await using var desk = await WebDesk.Start();
        using var api = await desk.Program(await desk.Register("Ines Duarte", Role.Administrator));
        var jonas = await desk.Register("Jonas Weber");
        using var his = await desk.Program(jonas);
        Assert.Equal(403, (int)(await his.PostAsJsonAsync($"/api/v1/people/{jonas.Key}/addresses", new { address = Home })).StatusCode);
        Assert.Equal(409, (int)(await his.PostAsJsonAsync("/api/v1/me/addresses", new { address = Home })).StatusCode);
        Assert.Equal(404, (int)(await his.PostAsJsonAsync("/api/v1/me/addresses/guessed", new { })).StatusCode);
        Assert.Equal(422, (int)(await api.PostAsJsonAsync($"/api/v1/people/{jonas.Key}/addresses", new { address = "x" })).StatusCode);
        var added = await (await api.PostAsJsonAsync($"/api/v1/people/{jonas.Key}/addresses", new { address = Home })).Json();
        Assert.Equal(Home, added.GetProperty("otherAddresses")[0].GetString());
        Assert.Equal(jonas.Key, (await (await api.GetAsync($"/api/v1/people/{Home}")).Json()).GetProperty("id").GetInt64());
        Assert.Equal(Home, (await (await api.PutAsJsonAsync($"/api/v1/people/{jonas.Key}/main-address", new { address = Home })).Json()).GetProperty("email").GetString());
        Assert.Equal(200, (int)(await api.DeleteAsync($"/api/v1/people/{jonas.Key}/addresses/{jonas.Email}")).StatusCode);
        Assert.Equal(404, (int)(await api.DeleteAsync($"/api/v1/people/{jonas.Key}/addresses/{jonas.Email}")).StatusCode);
    }
}
