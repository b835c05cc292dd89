using FirstContact.Tickets;

namespace FirstContact.Webhooks;

public sealed class WebhookTests
{
    private static readonly Call Administrator = WebhookDesk.Administrator;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_day_to_the_last(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var (added, _) = await desk.Add("http://127.0.0.1:9/hook");
        var details = added.Details with { Name = "Wall", Events = ["ticket.opened", "team.*"], HubSignature = true };
        await desk.Node.Done(new ChangeWebhook(added.Id, details, WebhookDesk.Here), Administrator);
        await desk.Node.Done(new SwitchOffWebhook(added.Id), Administrator);
        Assert.Equal((false, OffBecause.Hand), (await desk.Row(added)) is var off ? (off.Active, off.Off) : default);
        desk.Clock.Pass(Duration.FromHours(1));
        var on = await desk.Node.Done(new SwitchOnWebhook(added.Id), Administrator);
        Assert.Equal(4, (await desk.Node.Folds(new Webhook { Id = added.Id }, on)).Count);
        Assert.Equal((details, true), (await desk.Row(added)) is var row ? (row.Details, row.Active) : default);

        await desk.Node.Done(new RemoveWebhook(added.Id), Administrator);
        Assert.Empty(await desk.Node.Asked(new ListWebhooks(), Administrator));
        Assert.Equal([WebhookErrors.NotFound], await desk.Node.Refused(new SwitchOnWebhook(added.Id), Administrator));
        Assert.Equal(WebhookErrors.NotFound, (await desk.Node.Desk.Ask(new ShowWebhook(added.Id), Administrator.Caller)).Error);
        // Its name is free again.
        await desk.Add("http://127.0.0.1:9/hook", "Wall");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_name_is_taken_once_and_events_must_be_known(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var (board, _) = await desk.Add("http://127.0.0.1:9/hook");
        var wrong = new WebhookDetails(" BOARD ", "http://127.0.0.1:9/", ["ticket.eaten"]);
        Assert.Equal([WebhookErrors.NameTaken, WebhookErrors.EventUnknown], await desk.Node.Refused(new AddWebhook(wrong, WebhookDesk.Here, desk.Secrets.New()), Administrator));
        var (wall, _) = await desk.Add("http://127.0.0.1:9/hook", "Wall");
        Assert.Equal([WebhookErrors.NameTaken, WebhookErrors.EventUnknown], await desk.Node.Refused(new ChangeWebhook(wall.Id, wrong, WebhookDesk.Here), Administrator));
        await desk.Node.Done(new ChangeWebhook(board.Id, board.Details with { Url = "http://127.0.0.1:10/" }, WebhookDesk.Here), Administrator);
        Assert.Equal([WebhookErrors.UrlNotHttps], await desk.Node.Refused(new ChangeWebhook(board.Id, board.Details, WebhookReach.Usual), Administrator));
        Assert.Contains(await desk.Node.Asked(new ListEventTypes()), t => t is { Name: "ticket.opened", Kind: "ticket.*" });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_secret_is_told_once_and_kept_sealed(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var add = new AddWebhook(new("Board", "http://127.0.0.1:9/hook", ["ticket.*"]), WebhookDesk.Here, desk.Secrets.New());
        var once = Administrator with { Key = "once" };
        var made = await desk.Node.Done(add, once);
        Assert.StartsWith("whsec_", made.Secret.Value, StringComparison.Ordinal);
        // The same request sent twice finds that it was made, and another secret is not told for it.
        Assert.Equal([WebhookErrors.SecretToldOnce], await desk.Node.Refused(add with { Secret = desk.Secrets.New() }, once));
        var rotate = new RotateSecret(made.Webhook.Id, desk.Secrets.New(), Duration.FromHours(1));
        await desk.Node.Done(rotate, once with { Key = "twice" });
        Assert.Equal([WebhookErrors.SecretToldOnce], await desk.Node.Refused(rotate, once with { Key = "twice" }));
        Assert.Single(await desk.Node.Asked(new ListWebhooks(), Administrator));

        await using var read = await desk.Node.Database.Read();
        var kept = await read.List("select sealed from webhook_secret union all select body from journal union all select request from idempotency", r => r.GetString(0));
        Assert.DoesNotContain(kept, k => k.Contains(made.Secret.Value[6..], StringComparison.Ordinal) || k.Contains("whsec_", StringComparison.Ordinal));
        Assert.DoesNotContain("whsec_", add.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", $"{made}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_!!!!", false)]
    [InlineData("whsec_", false)]
    public async Task A_receiver_may_bring_its_own_secret(string given, bool good)
    {
        await using var desk = await WebhookDesk.Fresh("sqlite");
        var taken = desk.Secrets.Take(given);
        if (good) Assert.Equal(given, taken.Value!.Plain.Value);
        else Assert.Equal(WebhookErrors.SecretInvalid, taken.Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_secrets_are_good_at_most(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        var (webhook, _) = await desk.Add("http://127.0.0.1:9/hook");
        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Pass(Duration.FromMinutes(1));
            await desk.Node.Done(new RotateSecret(webhook.Id, desk.Secrets.New(), Duration.FromHours(24)), Administrator);
            Assert.Equal(2, (await desk.Node.Asked(new ShowWebhook(webhook.Id), Administrator)).Secrets.Count);
        }
        desk.Clock.Pass(Duration.FromHours(24));
        Assert.Single((await desk.Node.Asked(new ShowWebhook(webhook.Id), Administrator)).Secrets);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Node.Done(new RotateSecret(webhook.Id, desk.Secrets.New(), Duration.FromHours(24)), Administrator);
        await desk.Node.Done(new EndOldSecret(webhook.Id), Administrator);
        Assert.Single((await desk.Node.Asked(new ShowWebhook(webhook.Id), Administrator)).Secrets);
        await desk.Node.Done(new RotateSecret(webhook.Id, desk.Secrets.New(), Duration.Zero), Administrator);
        Assert.Null(Assert.Single((await desk.Node.Asked(new ShowWebhook(webhook.Id), Administrator)).Secrets).EndsAt);
        Assert.Equal([WebhookErrors.KeepInvalid], await desk.Node.Refused(new RotateSecret(webhook.Id, desk.Secrets.New(), Duration.FromDays(31)), Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_told_what_happens_while_it_is_on_and_nothing_that_was_before(string engine)
    {
        await using var desk = await WebhookDesk.Fresh(engine);
        await desk.Opens("before it was added");
        desk.Clock.Pass(Duration.FromMinutes(1));
        var (webhook, _) = await desk.Add("http://127.0.0.1:9/hook", events: ["ticket.opened"]);
        var told = await desk.Opens("while it is on");
        await desk.Node.Done(new CancelTicket(told.Id, "Found it"), WebhookDesk.Customer);
        await desk.Node.Done(TicketDesk.Asking("brought in from elsewhere"), WebhookDesk.Customer with { Cause = Work.Imported });
        await desk.Queue();
        await desk.Node.Done(new SwitchOffWebhook(webhook.Id), Administrator);
        await desk.Opens("while it is off");
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Queue();
        var line = Assert.Single(await desk.Log(webhook));
        // What waited when it was switched off counts as failed, and can be sent again.
        Assert.Equal(("ticket.opened", told.Key, DeliveryState.Failed), (line.Type, line.Key, line.State));
        await desk.Node.Done(new SwitchOnWebhook(webhook.Id), Administrator);
        await desk.Queue();
        Assert.Single(await desk.Log(webhook));
    }
}
