using System.Net;

namespace FirstContact.Webhooks;

public sealed class WebhookTests
{
    private static readonly WebhookDetails Board = new("Shop floor board", "https://board.example/hooks/desk", ["ticket.opened"]);
    private static readonly WebhookAdded Added = new(Board);
    private static readonly Story<Webhook> AWebhook = new(new Webhook { Id = new(3) });

    private static Decision Add(WebhookDetails details) => Webhook.Add(details, WebhookReach.Usual, IsEvent);

    private static bool IsEvent(string name) => name is "ticket.opened" or "ticket.*";

    [Fact]
    public void It_is_added_without_blanks_and_doubles() => AWebhook
        .When(_ => Add(new(" Shop floor board ", " https://board.example/hooks/desk\n", [" ticket.opened", "ticket.opened", ""]))).Then(Added);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AWebhook
        .When(_ => Add(new(" ", "board", ["ticket.opened", "ticket.eaten"]))).Then(WebhookErrors.NameMissing, WebhookErrors.UrlInvalid, WebhookErrors.EventUnknown);

    [Fact]
    public void What_is_too_long_is_too_long() => AWebhook
        .When(_ => Add(new(new('n', 81), $"https://board.example/{new string('x', 2000)}", [.. Enumerable.Range(0, 101).Select(i => $"ticket.{i}")])))
        .Then(WebhookErrors.NameTooLong, WebhookErrors.UrlInvalid, WebhookErrors.TooManyEvents);

    [Fact]
    public void It_may_hear_of_nothing_but_what_rules_send() => AWebhook.When(_ => Add(Board with { Events = [] })).Then(new WebhookAdded(Board with { Events = [] }));

    [Theory]
    [InlineData("ftp://board.example/")]
    [InlineData("https:///hooks")]
    [InlineData("/hooks")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_is_whole(string? url) => AWebhook.When(_ => Add(Board with { Url = url! })).Then(WebhookErrors.UrlInvalid);

    [Fact]
    public void It_is_https_unless_plain_http_is_allowed()
    {
        var plain = Board with { Url = "http://board.example/" };
        AWebhook.When(_ => Add(plain)).Then(WebhookErrors.UrlNotHttps);
        AWebhook.When(_ => Webhook.Add(plain, new WebhookReach(plainHttp: true), IsEvent)).Then(new WebhookAdded(plain));
    }

    [Fact]
    public void No_password_stands_in_it() => AWebhook.When(_ => Add(Board with { Url = "https://me:secret@board.example/" })).Then(WebhookErrors.UrlHasPassword);

    [Theory]
    [InlineData("https://localhost/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://10.1.2.3:8443/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    public void An_inner_address_is_refused_as_it_is_typed(string url) => AWebhook.When(_ => Add(Board with { Url = url })).Then(WebhookErrors.UrlIsInside);

    [Fact]
    public void An_inner_address_that_the_settings_open_will_do()
    {
        var reach = WebhookReach.Of(plainHttp: false, [IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("127.0.0.0/8")]);
        foreach (var url in new[] { "https://10.1.2.3/", "https://localhost/", "https://127.0.0.1:9/" })
            AWebhook.When(_ => Webhook.Add(Board with { Url = url }, reach, IsEvent)).Then(new WebhookAdded(Board with { Url = url }));
        AWebhook.When(_ => Webhook.Add(Board with { Url = "https://10.2.2.3/" }, reach, IsEvent)).Then(WebhookErrors.UrlIsInside);
    }

    [Fact]
    public void A_change_is_checked_and_keeps_what_was()
    {
        var to = Board with { Events = ["ticket.*"] };
        AWebhook.Given(Added).When(w => w.Change(to, WebhookReach.Usual, IsEvent)).Then(new WebhookChanged(Board, to));
        AWebhook.Given(Added).When(w => w.Change(Board, WebhookReach.Usual, IsEvent)).ThenNothing();
        AWebhook.Given(Added).When(w => w.Change(to with { Name = "" }, WebhookReach.Usual, IsEvent)).Then(WebhookErrors.NameMissing);
    }

    [Fact]
    public void It_goes_off_and_on_once()
    {
        var off = new WebhookSwitchedOff(OffBecause.Hand, null);
        AWebhook.Given(Added).When(w => w.SwitchOff(OffBecause.Hand, null)).Then(off);
        AWebhook.Given(Added, off).When(w => w.SwitchOff(OffBecause.Failing, null)).ThenNothing();
        AWebhook.Given(Added, off).When(w => w.SwitchOn()).Then(new WebhookSwitchedOn());
        AWebhook.Given(Added).When(w => w.SwitchOn()).ThenNothing();
    }

    [Fact]
    public void The_old_secret_stays_good_for_a_while()
    {
        AWebhook.Given(Added).When((w, by) => Webhook.RotateSecret(by, Duration.FromHours(24))).Then(new WebhookSecretRotated(Instant.FromUtc(2026, 11, 23, 9, 0)));
        AWebhook.Given(Added).When((w, by) => Webhook.RotateSecret(by, Duration.FromHours(721))).Then(WebhookErrors.KeepInvalid);
        AWebhook.Given(Added).When((w, by) => Webhook.RotateSecret(by, Duration.FromHours(-1))).Then(WebhookErrors.KeepInvalid);
        AWebhook.Given(Added).When(_ => Webhook.EndOldSecret(hasOld: true)).Then(new WebhookOldSecretEnded());
        AWebhook.Given(Added).When(_ => Webhook.EndOldSecret(hasOld: false)).ThenNothing();
    }

    [Fact]
    public void What_failed_is_sent_again_if_anything_has()
    {
        AWebhook.Given(Added).When(_ => Webhook.ResendFailed(3)).Then(new FailedDeliveriesResent(3));
        AWebhook.Given(Added).When(_ => Webhook.ResendFailed(0)).Then(WebhookErrors.NothingFailed);
        AWebhook.Given(Added).When(_ => Webhook.Resend(12, "ticket.opened")).Then(new DeliveryResent(12, "ticket.opened"));
        AWebhook.Given(Added).When(_ => Webhook.Test()).Then(new WebhookTested());
        AWebhook.Given(Added).When(w => w.Remove()).Then(new WebhookRemoved(Board.Name));
    }

    [Fact]
    public void It_is_what_its_events_say()
    {
        var story = AWebhook.Given(Added, new WebhookTested(), new WebhookSwitchedOff(OffBecause.Failing, Instant.MinValue));
        Assert.Equal(new Webhook { Id = new(3), Version = 3, Details = Board, ActiveSince = story.By.At, Off = OffBecause.Failing }, story.State);
        var on = story.After(Duration.FromHours(1)).Given(new WebhookSwitchedOn(), new WebhookSecretRotated(Instant.MinValue), new WebhookOldSecretEnded(), new DeliveryResent(1, "x"), new FailedDeliveriesResent(2));
        Assert.Equal(new Webhook { Id = new(3), Version = 8, Details = Board, Active = true, ActiveSince = on.By.At }, on.State);
        var gone = on.Given(new WebhookChanged(Board, Board with { Name = "Board" }), new WebhookRemoved("Board")).State;
        Assert.Equal(("Board", true, false), (gone.Name, gone.Removed, gone.Active));
    }
}
