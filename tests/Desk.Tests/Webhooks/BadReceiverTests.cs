using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FirstContact.Webhooks;

/// <summary>A receiver that is down, slow, wrong or leads elsewhere never slows the desk, loses no delivery, and cannot make the desk call its own network.</summary>
public sealed class BadReceiverTests
{
    private static readonly Call Administrator = WebhookDesk.Administrator;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_is_down_gets_everything_when_it_is_back(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        int port;
        await using (var before = await Receiver.Start()) port = before.Port;
        var (webhook, _) = await desk.Add($"http://127.0.0.1:{port}/hook", events: "ticket.opened");
        for (var i = 0; i < 10; i++) await desk.Opens();
        await desk.Sends();
        Assert.All(await desk.Log(webhook), line => Assert.Equal((DeliveryState.Waiting, 1, "The connection was refused."), (line.State, line.Attempts, line.Why)));
        Assert.Equal(desk.Clock.Now, (await desk.Row(webhook)).FailingSince!.Value, (a, b) => (a - b) is var d && d > -Duration.FromSeconds(5) && d < Duration.FromSeconds(5));

        // For a day: each try later than the one before.
        var tries = new List<Instant>();
        while (tries.Count < 6)
        {
            desk.Clock.Now = (await desk.Log(webhook)).Max(l => l.NextAt)!.Value;
            tries.Add(desk.Clock.Now);
            await desk.Sends();
        }
        var pauses = tries.Zip(tries.Skip(1), (a, b) => b - a).ToList();
        Assert.Equal(pauses.Order(), pauses);

        await using var back = await Receiver.Start(port);
        desk.Clock.Now = (await desk.Log(webhook)).Max(l => l.NextAt)!.Value;
        await desk.Sends();
        var lines = await desk.Log(webhook);
        Assert.Equal(lines.Select(l => l.Message).Order(), back.Got.Select(g => g.Id).Order());
        Assert.All(lines, line => Assert.Equal(DeliveryState.Delivered, line.State));
        Assert.Null((await desk.Row(webhook)).FailingSince);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_slow_one_keeps_neither_the_desk_nor_the_others_waiting(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var slow = await Receiver.Start();
        await using var quick = await Receiver.Start();
        slow.Answer = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var (sluggish, _) = await desk.Add(slow.Url, "Slow", "ticket.opened");
        var (brisk, _) = await desk.Add(quick.Url, "Quick", "ticket.opened");
        for (var i = 0; i < 12; i++) await desk.Opens();
        await desk.Queue();
        var sender = desk.Sender();
        await sender.StartAsync(default);
        await Patience.Until(() => Task.FromResult(quick.Got.Count == 12));
        // The slow one has been asked and has not answered; the desk opens tickets meanwhile as ever, and they arrive at the quick one.
        Assert.NotEmpty(slow.Got);
        for (var i = 0; i < 5; i++)
        {
            var since = Stopwatch.GetTimestamp();
            await desk.Opens();
            Assert.True(Stopwatch.GetElapsedTime(since) < WebhookDesk.Short.Whole, "Opening a ticket waited for the receiver.");
        }
        await desk.Queue();
        await Patience.Until(() => Task.FromResult(quick.Got.Count == 17));
        await Patience.Until(async () => (await desk.Log(sluggish)).Any(l => l.Why == "It did not answer within 0.7 seconds."));
        await sender.StopAsync(default);
        // Four at a time; what the sender has given up may still be held by the receiver for a moment.
        Assert.True(slow.MostAtOnce <= 8, $"{slow.MostAtOnce} at once");
        Assert.All(await desk.Log(brisk), line => Assert.Equal(DeliveryState.Delivered, line.State));
        Assert.All(await desk.Log(sluggish), line => Assert.Equal(DeliveryState.Waiting, line.State));
        Assert.Equal(17, (await desk.Log(sluggish)).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_is_wrong_is_tried_again_and_its_answer_kept_as_far_as_it_helps(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = async (http, n) =>
        {
            http.Response.StatusCode = n switch { 1 => 500, 2 => 404, 3 => 200, _ => 204 };
            if (n == 1) await http.Response.WriteAsync("no such\0table: orders");
            // It never stops talking: the status counts, and nobody listens to the rest.
            while (n == 3 && !http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(new byte[64 * 1024], http.RequestAborted);
        };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Sends();
        Assert.Equal((500, "It answered 500 Internal Server Error."), Assert.Single(await desk.Log(webhook)) is var first ? (first.Status, first.Why) : default);
        Assert.Equal("no such\uFFFDtable: orders", (await desk.Shown((await desk.Log(webhook))[0])).Attempts[0].Made.Answer);
        await Again(desk, webhook);
        Assert.Equal((404, DeliveryState.Waiting), Assert.Single(await desk.Log(webhook)) is var second ? (second.Status, second.State) : default);
        await Again(desk, webhook);
        var done = Assert.Single(await desk.Log(webhook));
        Assert.Equal((200, DeliveryState.Delivered), (done.Status, done.State));
        Assert.Equal(2000, (await desk.Shown(done)).Attempts[0].Made.Answer!.Length);
        Assert.Single(receiver.Got.Select(g => (g.Id, g.Body)).Distinct());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_speaks_something_else_is_a_failure_like_others(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var nonsense = Task.Run(async () =>
        {
            using var caller = await listener.AcceptTcpClientAsync();
            await caller.GetStream().WriteAsync(Encoding.UTF8.GetBytes("EHLO who is there\r\n\r\n"));
        });
        var (webhook, _) = await desk.Add($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", events: "ticket.opened");
        await desk.Opens();
        await desk.Sends();
        await nonsense;
        var line = Assert.Single(await desk.Log(webhook));
        Assert.Equal((DeliveryState.Waiting, (int?)null), (line.State, line.Status));
        Assert.StartsWith("It could not be reached:", line.Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Where_it_leads_is_never_called(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var inner = await Receiver.Start();
        await using var leading = await Receiver.Start();
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            leading.Answer = (http, _) =>
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = inner.Url;
                return Task.CompletedTask;
            };
            var (webhook, _) = await desk.Add(leading.Url, $"Leading {status}", "ticket.opened");
            await desk.Opens();
            await desk.Sends();
            var line = (await desk.Log(webhook))[0];
            Assert.Equal((status, DeliveryState.Waiting), (line.Status, line.State));
            Assert.StartsWith($"It redirects to {inner.Url}.", line.Why, StringComparison.Ordinal);
            await desk.Node.Done(new RemoveWebhook(webhook.Id), Administrator);
        }
        Assert.Empty(inner.Got);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_that_means_an_inner_address_is_not_called(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var inner = await Receiver.Start();
        var shut = WebhookReach.Of(plainHttp: true, []);
        var (webhook, _) = (await desk.Node.Done(new AddWebhook(new("Board", $"http://board.example:{inner.Port}/", ["ticket.opened"]), shut, desk.Secrets.New()), Administrator));
        await desk.Opens();
        await desk.Queue();
        await desk.Sender(shut, (_, _) => Task.FromResult(new[] { IPAddress.Loopback })).SendDue();
        Assert.Equal("127.0.0.1 lies in an inner network, which this desk does not call unless its settings name it.", Assert.Single(await desk.Log(webhook)).Why);
        Assert.Empty(inner.Got);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_that_changes_its_meaning_is_called_where_it_was_checked(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var open = await Receiver.Start();
        var asked = 0;
        var (webhook, _) = await desk.Add($"http://board.example:{open.Port}/", events: "ticket.opened");
        await desk.Opens();
        await desk.Queue();
        // Whoever asked again for the connection itself would be sent to 169.254.169.254.
        await desk.Sender(resolve: (_, _) => Task.FromResult(Interlocked.Increment(ref asked) == 1 ? [IPAddress.Parse("10.9.9.9"), IPAddress.Loopback] : new[] { IPAddress.Parse("169.254.169.254") })).SendDue();
        Assert.Equal((1, 1), (asked, open.Got.Count));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await desk.Log(webhook)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_settings_are_asked_each_time_and_not_only_when_it_was_added(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Queue();
        await desk.Sender(WebhookReach.Usual).SendDue();
        Assert.Equal(WebhookErrors.UrlNotHttps.Message, Assert.Single(await desk.Log(webhook)).Why);
        desk.Clock.Pass(Duration.FromDays(1));
        await desk.Sender(WebhookReach.Of(plainHttp: true, [])).SendDue();
        Assert.Equal(WebhookErrors.UrlIsInside.Message, Assert.Single(await desk.Log(webhook)).Why);
        Assert.Empty(receiver.Got);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_that_nobody_has_is_a_failure_like_others(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var (webhook, _) = await desk.Add("http://board.invalid/", events: "ticket.opened");
        await desk.Opens();
        await desk.Queue();
        await desk.Sender(resolve: (_, _) => throw new SocketException((int)SocketError.HostNotFound)).SendDue();
        Assert.Equal("There is no such host.", Assert.Single(await desk.Log(webhook)).Why);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_asks_for_time_gets_it(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Sends();
        Assert.True(Assert.Single(await desk.Log(webhook)).NextAt >= desk.Clock.Now + Duration.FromHours(1));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_fails_for_days_is_switched_off_and_the_journal_says_so(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        var began = desk.Clock.Now;
        var opened = 0;
        while ((await desk.Row(webhook)).Active && desk.Clock.Now < began + Duration.FromDays(9))
        {
            await desk.Opens();
            opened++;
            await desk.Sends();
            desk.Clock.Pass(Duration.FromHours(12));
        }
        var row = await desk.Row(webhook);
        Assert.Equal((false, OffBecause.Failing), (row.Active, row.Off));
        Assert.InRange((desk.Clock.Now - began).TotalDays, 5, 6);
        await using var read = await desk.Node.Database.Read();
        var off = Assert.Single(await desk.Node.Get<JournalReader>().Of(read, Webhook.Subject, webhook.Key), e => e.Event is WebhookSwitchedOff);
        Assert.Equal((PersonId.Desk, "webhooks"), (off.Actor, off.Cause));
        Assert.StartsWith("switched the webhook off: nothing has got through since 2026-11-22 09:00", DeskModule.Catalogue.Sentence(off.Event), StringComparison.Ordinal);

        // Nothing is lost: all that it was to hear of stands in the log, and goes out when the receiver has been mended.
        var lines = await desk.Log(webhook);
        Assert.Equal(opened, lines.Count);
        Assert.All(lines, line => Assert.Equal(DeliveryState.Failed, line.State));
        var before = receiver.Got.Count;
        receiver.Answer = (_, _) => Task.CompletedTask;
        await desk.Node.Done(new SwitchOnWebhook(webhook.Id), Administrator);
        await desk.Node.Done(new ResendFailed(webhook.Id), Administrator);
        await desk.Sends();
        Assert.Equal(lines.Select(l => l.Message).Order(), receiver.Got.Skip(before).Select(g => g.Id).Order());
        Assert.All(await desk.Log(webhook), line => Assert.Equal(DeliveryState.Delivered, line.State));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_failure_now_and_then_is_no_failing_for_days(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        for (var month = 0; month < 3; month++)
        {
            await desk.Opens();
            await desk.Sends();
            desk.Clock.Pass(Duration.FromDays(30));
        }
        Assert.True((await desk.Row(webhook)).Active);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_that_says_it_is_gone_is_switched_off_at_once(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => { http.Response.StatusCode = 410; return Task.CompletedTask; };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Sends();
        Assert.Equal((false, OffBecause.Gone), (await desk.Row(webhook)) is var row ? (row.Active, row.Off) : default);
        Assert.Equal(DeliveryState.Failed, Assert.Single(await desk.Log(webhook)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Tried_often_enough_it_counts_as_failed(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) => { http.Response.StatusCode = 500; return Task.CompletedTask; };
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Sends();
        for (var i = 1; i < DeliverySchedule.Attempts; i++) await Again(desk, webhook);
        var line = Assert.Single(await desk.Log(webhook));
        Assert.Equal((DeliveryState.Failed, DeliverySchedule.Attempts, null), (line.State, line.Attempts, line.NextAt));
        Assert.Equal(DeliverySchedule.Attempts, receiver.Got.Count);
        // Sent again by hand it gets as many tries as at first.
        await desk.Node.Done(new ResendDelivery(webhook.Id, line.Id), Administrator);
        await desk.Sends();
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await desk.Log(webhook)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_made_or_signed_fails_and_holds_nobody_up(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await desk.Add(receiver.Url, events: "ticket.opened");
        await desk.Opens();
        await desk.Opens();
        await desk.Queue();
        await desk.Node.Database.Commit([new Statement("update webhook_delivery set entry = 999999 where id = (select min(id) from webhook_delivery)")]);
        await desk.Sends();
        var lines = await desk.Log(webhook);
        Assert.Equal((DeliveryState.Delivered, DeliveryState.Waiting), (lines[0].State, lines[1].State));
        Assert.StartsWith("The desk could not make it:", lines[1].Why, StringComparison.Ordinal);

        await desk.Node.Database.Commit([new Statement("update webhook_secret set sealed = 'CfDJ8broken'")]);
        await desk.Opens();
        await desk.Sends();
        Assert.Equal("Its secret cannot be opened with the keys of this desk. Make a new one.", (await desk.Log(webhook))[0].Why);
        Assert.Single(receiver.Got);
    }

    /// <summary>Sends what failed when its time has come.</summary>
    private static async Task Again(WebhookDesk desk, Webhook webhook)
    {
        desk.Clock.Now = Assert.Single(await desk.Log(webhook)).NextAt!.Value;
        await desk.Sends();
    }
}
