using System.Net.Http.Json;

namespace FirstContact.People;

public sealed class MergeScreensTests
{
    private const string Home = "jonas@home.example";

    [Fact]
    public async Task An_administrator_looks_merges_and_takes_it_back()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ines Duarte", Role.Administrator);
        var jonas = await desk.Register("Jonas Weber", Role.Agent);
        var other = await desk.Done(new RegisterPerson("Jonas Weber", "j.weber@harrow.example"));
        var ines = await desk.SignedIn("Ines Duarte");
        var page = $"/settings/people/{other.Key}";

        Assert.Contains($"{page}/merge?into={jonas.Key}", await ines.Page("/settings/people/doubles"), StringComparison.Ordinal);
        Assert.Contains("the same name at the same domain", await ines.Page(page), StringComparison.Ordinal);
        var wrong = await ines.Get($"{page}/merge?into=nobody");
        Assert.Equal(422, wrong.Status());
        var text = await wrong.Text();
        Assert.Contains("value=\"nobody\"", text, StringComparison.Ordinal);
        Assert.Contains("id=\"into-e\"", text, StringComparison.Ordinal);
        Assert.Contains(PersonMergeErrors.Serves.Message, await (await ines.Get($"/settings/people/{jonas.Key}/merge?into={other.Key}")).Text(), StringComparison.Ordinal);
        Assert.Contains("0 as customer, 0 of them open", await ines.Page($"{page}/merge?into={jonas.Key}"), StringComparison.Ordinal);

        Assert.Equal(303, (await ines.Post($"{page}/merge?into={jonas.Key}", $"{page}/merge", ("into", $"{jonas.Key}"))).Status());
        Assert.Equal($"/settings/people/{jonas.Key}", (await ines.Get(page)).Headers.Location?.ToString());
        Assert.Equal($"/settings/people/{jonas.Key}", (await ines.Get($"{page}/merge")).Headers.Location?.ToString());
        Assert.Contains("j.weber@harrow.example, went into this one", await ines.Page($"/settings/people/{jonas.Key}"), StringComparison.Ordinal);
        Assert.Equal(303, (await ines.Post($"/settings/people/{jonas.Key}", $"{page}/part")).Status());
        Assert.Contains("j.weber@harrow.example", await ines.Page(page), StringComparison.Ordinal);

        var agent = await desk.SignedIn("Jonas Weber");
        foreach (var shut in new[] { "/settings/people/doubles", $"{page}/merge" }) Assert.Equal(403, (await agent.Get(shut)).Status());
    }

    [Fact]
    public async Task Programs_do_the_same_and_old_numbers_lead_on()
    {
        await using var desk = await WebDesk.Start();
        var ines = await desk.Register("Ines Duarte", Role.Administrator);
        using var api = await desk.Program(ines);
        var jonas = await desk.Register("Jonas Weber");
        var other = await desk.Done(new RegisterPerson("Jonas Weber", Home));
        Assert.Equal(404, (int)(await api.DeleteAsync("/api/v1/people/4711/merge")).StatusCode);
        Assert.Equal(422, (int)(await api.PostAsJsonAsync($"/api/v1/people/{ines.Key}/merge", new { into = Home })).StatusCode);
        Assert.Equal(422, (int)(await api.PostAsJsonAsync($"/api/v1/people/{other.Key}/merge", new { })).StatusCode);
        Assert.Equal(0, (await (await api.GetAsync($"/api/v1/people/{other.Key}/merge?into={jonas.Key}")).Json()).GetProperty("tickets").GetInt64());
        Assert.Equal(jonas.Key, (await (await api.PostAsJsonAsync($"/api/v1/people/{other.Key}/merge", new { into = jonas.Email })).Json()).GetProperty("id").GetInt64());
        Assert.Equal(jonas.Key, (await (await api.GetAsync($"/api/v1/people/{other.Key}")).Json()).GetProperty("id").GetInt64());
        Assert.Equal(other.Key, (await (await api.DeleteAsync($"/api/v1/people/{other.Key}/merge")).Json()).GetProperty("id").GetInt64());
        Assert.Equal(409, (int)(await api.DeleteAsync($"/api/v1/people/{other.Key}/merge")).StatusCode);
        Assert.Equal(200, (int)(await api.GetAsync("/api/v1/people/doubles")).StatusCode);
    }
}
