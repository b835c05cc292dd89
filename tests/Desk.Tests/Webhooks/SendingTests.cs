using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FirstContact.Tickets;
using Microsoft.AspNetCore.Http;

namespace FirstContact.Webhooks;

/// <summary>What a receiver gets, and what becomes of it when the receiver is well.</summary>
public sealed class SendingTests
{
    private static readonly Call Administrator = WebhookDesk.Administrator;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_receiver_is_told_what_it_wants_to_hear_signed(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => http.Response.WriteAsync("thank you");
        var (webhook, secret) = await desk.Add(receiver.Url, "Board", "ticket.opened");
        var ticket = await desk.Opens("Labels come out blank");
        await desk.Node.Done(new CancelTicket(ticket.Id, "Found it"), WebhookDesk.Customer);
        await desk.Sends();

        var got = Assert.Single(receiver.Got);
        var body = JsonDocument.Parse(got.Body).RootElement;
        Assert.Equal("ticket.opened", body.GetProperty("type").GetString());
        Assert.Equal("2026-11-22T09:00:00Z", body.GetProperty("timestamp").GetString());
        var entry = body.GetProperty("data").GetProperty("entry");
        Assert.Equal(("ticket", ticket.Key, "Ada Byron"), (entry.GetProperty("subject").GetString(), entry.GetProperty("key").GetInt64(), entry.GetProperty("actor").GetProperty("name").GetString()));
        Assert.Equal("Labels come out blank", entry.GetProperty("body").GetProperty("title").GetString());
        Assert.Equal("application/json; charset=utf-8", got.Headers["content-type"]);
        Assert.StartsWith("FirstContact/", got.Headers["user-agent"], StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 9, 0).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), got.Headers["webhook-timestamp"]);
        Assert.Equal($"v1,{Signed(secret, got)}", got.Headers["webhook-signature"]);
        Assert.False(got.Headers.ContainsKey("x-hub-signature-256"));

        var line = Assert.Single(await desk.Log(webhook));
        Assert.Equal((got.Id, DeliveryState.Delivered, 1, 200, null), (line.Message, line.State, line.Attempts, line.Status, line.Why));
        var shown = await desk.Shown(line);
        Assert.Equal((got.Body, "thank you"), (shown.Body, Assert.Single(shown.Attempts).Made.Answer));
    }

    /// <summary>The example of the Standard Webhooks: whoever checks with their libraries gets the same.</summary>
    [Fact]
    public void The_signature_is_that_of_the_standard() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.Of([Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")], "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"));

    [Theory, MemberData(nameof(Engines))]
    public async Task While_a_secret_rotates_both_sign(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, old) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Node.Done(new ChangeWebhook(webhook.Id, webhook.Details with { HubSignature = true }, WebhookDesk.Here), Administrator);
        desk.Clock.Pass(Duration.FromMinutes(1));
        var fresh = (await desk.Node.Done(new RotateSecret(webhook.Id, desk.Secrets.New(), Duration.FromHours(24)), Administrator)).Secret.Value;
        await desk.Opens();
        await desk.Sends();
        var both = receiver.Got[^1];
        Assert.Equal($"v1,{Signed(fresh, both)} v1,{Signed(old, both)}", both.Headers["webhook-signature"]);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(fresh["whsec_".Length..]), Encoding.UTF8.GetBytes(both.Body))), both.Headers["x-hub-signature-256"]);

        desk.Clock.Pass(Duration.FromHours(24));
        await desk.Opens();
        await desk.Sends();
        Assert.Equal($"v1,{Signed(fresh, receiver.Got[^1])}", receiver.Got[^1].Headers["webhook-signature"]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_test_shows_whether_it_gets_through_even_while_it_is_off(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url);
        await desk.Node.Done(new SwitchOffWebhook(webhook.Id), Administrator);
        await desk.Node.Done(new TestWebhook(webhook.Id), Administrator);
        await desk.Sends();
        var body = JsonDocument.Parse(Assert.Single(receiver.Got).Body).RootElement;
        Assert.Equal(("webhook.tested", "Board", "Ada Byron"), (body.GetProperty("type").GetString(), body.GetProperty("data").GetProperty("webhook").GetProperty("name").GetString(), body.GetProperty("data").GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await desk.Log(webhook)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_is_sent_again_under_the_same_id(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        var ticket = await desk.Opens();
        await desk.Queue();
        var line = Assert.Single(await desk.Log(webhook));
        Assert.Equal([WebhookErrors.StillWaiting], await desk.Node.Refused(new ResendDelivery(webhook.Id, line.Id), Administrator));
        await desk.Sends();
        // What has become of the ticket since then is told by other deliveries: this one says what it said.
        await desk.Node.Done(new CancelTicket(ticket.Id, "Found it"), WebhookDesk.Customer);
        await desk.Node.Done(new ResendDelivery(webhook.Id, line.Id), Administrator);
        await desk.Sends();
        Assert.Equal(2, receiver.Got.Count);
        Assert.Equal((receiver.Got[0].Id, receiver.Got[0].Body), (receiver.Got[1].Id, receiver.Got[1].Body));
        Assert.Equal(2, (await desk.Shown(line)).Attempts.Count);
        Assert.Equal([WebhookErrors.DeliveryNotFound], await desk.Node.Refused(new ResendDelivery(webhook.Id, 999), Administrator));
        Assert.Equal(WebhookErrors.DeliveryNotFound, (await desk.Node.Desk.Ask(new ShowDelivery(webhook.Id, 999), Administrator.Caller)).Error);
        Assert.Equal([WebhookErrors.NothingFailed], await desk.Node.Refused(new ResendFailed(webhook.Id), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_read_twice_is_queued_once(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var (webhook, _) = await desk.Add("http://127.0.0.1:9/hook", events: ["ticket.*", "ticket.opened"]);
        for (var i = 0; i < 5; i++) await desk.Opens();
        await desk.Queue();
        await desk.Node.Database.Commit([new Statement("delete from subscriber where name = 'webhooks'")]);
        await desk.Queue();
        Assert.Equal(5, (await desk.Log(webhook)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_two_nodes_one_makes_each_attempt(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        const int Many = 60;
        for (var i = 0; i < Many; i++) await desk.Opens();
        await desk.Queue();
        await Task.WhenAll(desk.Sender().SendDue(), desk.Sender().SendDue(), desk.Sender().SendDue());
        Assert.Equal(Many, receiver.Got.Count);
        Assert.Equal(Many, receiver.Got.Select(g => g.Id).Distinct().Count());
        Assert.All(await desk.Log(webhook), line => Assert.Equal((DeliveryState.Delivered, 1), (line.State, line.Attempts)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_node_that_dies_in_the_middle_leaves_the_delivery_to_the_others(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Queue();
        var line = Assert.Single(await desk.Log(webhook));
        var lease = Duration.FromTimeSpan(WebhookDesk.Short.Whole * 4);
        Assert.Equal(Outcome.Done, await desk.Node.Database.Commit([DeliveryRows.Claim(line.Id, 0, "{\"kept\":1}", desk.Clock.Now + lease)]));
        Assert.Equal(Outcome.Stale, await desk.Node.Database.Commit([DeliveryRows.Claim(line.Id, 0, "{}", desk.Clock.Now + lease)]));
        await desk.Sends();
        Assert.Empty(receiver.Got);
        desk.Clock.Pass(lease);
        await desk.Sends();
        Assert.Equal("{\"kept\":1}", Assert.Single(receiver.Got).Body);
        Assert.Equal((DeliveryState.Delivered, 2), Assert.Single(await desk.Log(webhook)) is var done ? (done.State, done.Attempts) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_sends_by_itself_and_what_is_on_its_way_when_the_desk_closes_arrives(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        using var go = new SemaphoreSlim(0);
        receiver.Answer = async (http, _) => await go.WaitAsync(http.RequestAborted);
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        var sender = desk.Sender();
        await sender.StartAsync(default);
        await desk.Opens();
        await desk.Queue();
        await Patience.Until(() => Task.FromResult(receiver.Got.Count == 1));
        var closing = sender.StopAsync(default);
        go.Release();
        await closing;
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await desk.Log(webhook)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_log_is_read_by_pages_and_forgotten_after_thirty_days(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, n) => { http.Response.StatusCode = n == 1 ? 500 : 200; return Task.CompletedTask; };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        for (var i = 0; i < 5; i++) await desk.Opens();
        await desk.Sends();
        var first = await desk.Node.Asked(new ListDeliveries(webhook.Id, Limit: 3), Administrator);
        var second = await desk.Node.Asked(new ListDeliveries(webhook.Id, After: first.Next, Limit: 3), Administrator);
        Assert.Equal((3, 2, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal([.. first.Rows, .. second.Rows], await desk.Log(webhook));
        Assert.Equal(4, (await desk.Node.Asked(new ListDeliveries(webhook.Id, DeliveryState.Delivered), Administrator)).Rows.Count);
        foreach (var (wrong, no) in new[] { (new ListDeliveries(webhook.Id, Limit: 0), DeliveryListErrors.LimitInvalid), (new ListDeliveries(webhook.Id, After: "x"), DeliveryListErrors.CursorInvalid), (new ListDeliveries(new(99)), WebhookErrors.NotFound) })
            Assert.Equal(no, (await desk.Node.Desk.Ask(wrong, Administrator.Caller)).Error);

        desk.Clock.Pass(DeliveryRows.Kept + Duration.FromMinutes(1));
        await Timetable.Jobs.Single(j => j.Name == "forget-deliveries").Do(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await desk.Log(webhook)).State);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(1, await read.One("select count(*) from webhook_attempt", r => r.GetInt64(0)));
    }

    private static string Signed(string secret, Received got) => Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{got.Id}.{got.Headers["webhook-timestamp"]}.{got.Body}")));
}
