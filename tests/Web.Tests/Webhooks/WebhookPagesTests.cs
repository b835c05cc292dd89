using System.Net;
using System.Text.RegularExpressions;
using FirstContact.People;

namespace FirstContact.Webhooks;

public sealed partial class WebhookPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/webhooks";

    [Fact]
    public async Task Added_tried_changed_and_removed()
    {
        await using var receiver = await Receiver.Start();
        var browser = await server.Browser(Role.Administrator);
        var added = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Board"), ("url", receiver.Url));
        Assert.Equal(HttpStatusCode.OK, added.Status);
        var secret = Secret().Match(added.Html).Value;
        Assert.NotEqual("", secret);
        var id = (await Rows()).Single(r => r.Details.Name == "Board").Id.Value;
        // A second press of the same form makes no second one, and the page tells the secret no more.
        Assert.DoesNotContain(secret, (await browser.Open($"{List}/{id}")).Html, StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.SeeOther, $"{List}/{id}/log"), (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/test")) is var tested ? (tested.Status, tested.Location) : default);
        await Patience.Until(async () => (await browser.Open($"{List}/{id}/log")).Text.Contains("delivered", StringComparison.Ordinal));
        var log = await browser.Open($"{List}/{id}/log");
        var one = One().Match(log.Html).Value;
        var shown = await browser.Open(one);
        Assert.Contains("webhook.tested", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(shown, $"{one}/again")).Status);
        await Patience.Until(() => Task.FromResult(receiver.Got.Count == 2));

        var form = await browser.Open($"{List}/{id}");
        var changed = await browser.Send($"{List}/{id}", [.. form.Form($"{List}/{id}").Where(f => f.Name is not ("name" or "event")), ("name", "Wall"), ("event", "ticket.opened"), ("event", "team.*")]);
        Assert.Equal((HttpStatusCode.SeeOther, List), (changed.Status, changed.Location));
        Assert.Equal(["team.*", "ticket.opened"], (await Rows()).Single(r => r.Id.Value == id).Details.Events.Order());

        var rotated = await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/secret", ("keepHours", "24"));
        Assert.NotEqual(secret, Secret().Match(rotated.Html).Value);
        Assert.Contains("good until", rotated.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(rotated, $"{List}/{id}/secret/end")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/off")).Status);
        Assert.Contains("off", (await browser.Open(List)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/on")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/removal")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/{id}")).Status);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_is_wrong_where_it_is()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List, ("name", ""), ("url", "https://10.0.0.1/x"), ("event", "ticket.eaten"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(WebhookErrors.NameMissing.Message, refused.Wrong("name"));
        Assert.Equal(WebhookErrors.UrlIsInside.Message, refused.Wrong("url"));
        Assert.Contains("href=\"#events\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(("url", "https://10.0.0.1/x"), refused.Form(List));
        Assert.DoesNotContain(await Rows(), r => r.Details.Url == "https://10.0.0.1/x");
    }

    [Fact]
    public async Task What_has_failed_is_sent_again_with_one_press()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, n) => { http.Response.StatusCode = n == 1 ? 410 : 200; return Task.CompletedTask; };
        var browser = await server.Browser(Role.Administrator);
        await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Gone"), ("url", receiver.Url));
        var id = (await Rows()).Single(r => r.Details.Name == "Gone").Id.Value;
        await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/test");
        await Patience.Until(async () => !(await Rows()).Single(r => r.Id.Value == id).Active);
        Assert.Contains("The desk has switched Gone off. Its receiver answered that it is gone.", (await browser.Open(List)).Text, StringComparison.Ordinal);
        var log = await browser.Open($"{List}/{id}/log?state=failed");
        Assert.Contains("It answered 410", log.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(log, $"{List}/{id}/log/failed")).Status);
        await Patience.Until(async () => (await browser.Open($"{List}/{id}/log?state=delivered")).Text.Contains("webhook.tested", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agents_are_shown_neither_the_tile_nor_the_pages()
    {
        var administrator = await server.Browser(Role.Administrator);
        Assert.Contains(List, (await administrator.Open("/settings")).Html, StringComparison.Ordinal);
        var agent = await server.Browser(Role.Agent);
        Assert.DoesNotContain(List, (await agent.Open("/settings")).Html, StringComparison.Ordinal);
        foreach (var path in new[] { List, $"{List}/new", $"{List}/1", $"{List}/1/log" }) Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(path)).Status);
    }

    private async Task<IReadOnlyList<WebhookRow>> Rows() => [.. (await server.Desk.Ask(new ListWebhooks(), Caller.Desk)).Value!.Select(l => l.Row)];

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+")]
    private static partial Regex Secret();

    [GeneratedRegex("/settings/webhooks/[0-9]+/log/[0-9]+")]
    private static partial Regex One();
}
