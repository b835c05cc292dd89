using FirstContact.Mail;
using Microsoft.AspNetCore.Http;

namespace FirstContact.Mailboxes;

public sealed class MailboxTests
{
    private static readonly MailboxDetails Details = new("Help", "help@harrow.example", new("imap.harrow.example", 993, MailSafety.Tls), "help", MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: false, 50, null, null);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Added_changed_switched_and_removed_with_its_journal(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        var node = desk.Node;
        var added = await node.Done(new AddMailbox(new(Details, "First Contact", null), desk.Secrets("open sesame")), MailboxDesk.Administrator);
        Assert.Equal(TeamId.FirstContact, added.Details.Team?.Id);
        Assert.Equal([MailboxErrors.NameTaken, MailboxErrors.AddressTaken, MailboxErrors.TeamUnknown, MailboxErrors.ClassUnknown, MailboxErrors.PortInvalid],
            await node.Refused(new AddMailbox(new(Details with { Server = Details.Server with { Port = 0 } }, "Nobody", "None"), desk.Secrets()), MailboxDesk.Administrator));

        await node.Done(new ChangeMailbox(added.Id, new(Details with { Name = "Help desk", LargestMegabytes = 20 }, null, null), desk.Secrets("again")), MailboxDesk.Administrator);
        Assert.Equal([MailboxErrors.PasswordMissing], await node.Refused(new ChangeMailbox(added.Id, new(Details with { Server = Details.Server with { Host = "elsewhere.example" } }, null, null), []), MailboxDesk.Administrator));
        await node.Done(new SwitchOnMailbox(added.Id), MailboxDesk.Administrator);
        Assert.Equal((true, "Help desk"), await desk.Line(added) is var line ? (line.Row.Active, line.Row.Details.Name) : default);
        Assert.Equal([MailboxSecret.Password], (await desk.View(added)).Secrets);
        await node.Done(new SwitchOffMailbox(added.Id), MailboxDesk.Administrator);
        Assert.Equal([MailboxErrors.NothingLeft], await node.Refused(new FetchAgain(added.Id), MailboxDesk.Administrator));
        var removed = await node.Done(new RemoveMailbox(added.Id), MailboxDesk.Administrator);
        Assert.Equal([MailboxErrors.NotFound], await node.Refused(new SwitchOnMailbox(added.Id), MailboxDesk.Administrator));

        var events = await node.Folds(new Mailbox { Id = added.Id }, removed);
        Assert.Equal([typeof(MailboxAdded), typeof(MailboxChanged), typeof(MailboxSecretsChanged), typeof(MailboxSwitchedOn), typeof(MailboxSwitchedOff), typeof(MailboxRemoved)], events.Select(e => e.GetType()));
        await using var read = await node.Database.Read();
        Assert.Equal(0, await read.One("select count(*) from mailbox_secret", r => r.GetInt32(0)));
    }

    [Fact]
    public void The_journal_says_what_a_mailbox_does_with_strangers_from_now_on()
    {
        string Told(Unknown? from, Unknown? to, string host = "imap.harrow.example") =>
            DeskModule.Catalogue.Sentence(new MailboxChanged(Details with { Unknown = from }, Details with { Unknown = to, Server = Details.Server with { Host = host } }));
        Assert.Equal("changed the mailbox Help", Told(Unknown.Hold, Unknown.Hold));
        Assert.Equal("changed the mailbox Help, so that senders whom nobody knows become customers", Told(null, Unknown.Take));
        Assert.Equal("changed the mailbox Help, so that senders whom nobody knows wait until somebody has looked at them", Told(Unknown.Take, Unknown.Hold));
        Assert.Equal("changed the mailbox Help, so that senders whom nobody knows are kept, and nothing else", Told(null, Unknown.Refuse));
        Assert.Equal("changed the mailbox Help, to imap.new.example instead of imap.harrow.example, so that senders whom nobody knows are treated as the rules of mail say", Told(Unknown.Hold, null, "imap.new.example"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_secret_is_nowhere_in_the_database_in_the_open(string engine)
    {
        await using var desk = await MailboxDesk.Fresh(engine);
        var added = await desk.Add(Details, desk.Secrets("open-sesame"), on: false);
        await using var read = await desk.Node.Database.Read();
        var kept = await read.List("select sealed from mailbox_secret", r => r.GetString(0));
        var told = await read.List("select body from journal", r => r.GetString(0));
        Assert.DoesNotContain("open-sesame", string.Concat(kept.Concat(told)) + added + desk.Secrets("open-sesame"), StringComparison.Ordinal);
        Assert.Single(kept);
    }

    [Fact]
    public async Task A_secret_without_end_is_refused_at_its_field()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        Assert.Equal([MailboxErrors.SecretTooLong, MailboxErrors.SecretTooLong.At("refreshToken")], desk.Node.Get<MailboxSecrets>().Take(new('x', 8001), null, new('x', 8001)).Error!.All);
    }

    [Fact]
    public async Task Each_way_of_safety_gets_in_and_a_wrong_certificate_does_not()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var server = new TestMailbox();
        server.Put(TestMailbox.Letter("One"));
        foreach (var (safety, port) in new[] { (MailSafety.Tls, TestImap.Port + 1), (MailSafety.StartTls, TestImap.Port) })
        {
            var details = MailboxDesk.Details(server) with { Name = $"By {safety}", Address = $"{safety}@x.example", Server = new(TestImap.Host, port, safety) };
            var mailbox = await desk.Add(details, on: false);
            var wrong = await Assert.ThrowsAsync<ImapException>(async () => await Try(desk, mailbox));
            var certificate = wrong.Message.Split("SHA-256 is ")[1].Split(':')[0];
            await desk.Node.Done(new ChangeMailbox(mailbox.Id, new(details with { Server = details.Server with { Certificate = new('0', 64) } }, null, null), []), MailboxDesk.Administrator);
            Assert.Contains("another one than was agreed on", (await Assert.ThrowsAsync<ImapException>(async () => await Try(desk, mailbox))).Message, StringComparison.Ordinal);
            await desk.Node.Done(new ChangeMailbox(mailbox.Id, new(details with { Server = details.Server with { Certificate = certificate } }, null, null), []), MailboxDesk.Administrator);
            Assert.Equal(1, await Try(desk, mailbox));
        }
        var open = await desk.Add(MailboxDesk.Details(server) with { Server = new(TestImap.Host, TestImap.Port, MailSafety.Tls) }, on: false);
        Assert.Contains("Does this port speak TLS?", (await Assert.ThrowsAsync<ImapException>(async () => await Try(desk, open))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_one()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var server = new TestMailbox();
        var mailbox = await desk.Add(MailboxDesk.Details(server), desk.Secrets("wrong \"one\" pässword"), on: false);
        var no = await Assert.ThrowsAsync<ImapException>(async () => await Try(desk, mailbox));
        Assert.True(no.Refused);
        Assert.StartsWith("The server did not let us in", no.Message, StringComparison.Ordinal);
    }

    /// <summary>A token that has ended is asked for anew, and a new refresh token takes the place of the old one.</summary>
    [Fact]
    public async Task A_token_of_OAuth_2_lets_the_desk_in()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        using var server = new TestMailbox();
        await using var endpoint = await Receiver.Start();
        endpoint.Answer = (http, n) => http.Response.WriteAsync(n == 1
            ? """{"error":"invalid_grant","error_description":"The token was\nwithdrawn"}"""
            : $$"""{"access_token":"{{TestImap.Token(server.Name, DateTimeOffset.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds()))}}","expires_in":{{(n == 2 ? "0.001" : "3600")}},"refresh_token":"second"}""");
        var details = MailboxDesk.Details(server) with { SignIn = MailSignIn.OAuth2, OAuth = new(endpoint.Url, "desk", "mail") };
        var mailbox = await desk.Add(details, desk.Node.Get<MailboxSecrets>().Take(null, "client", "first").Value, on: false);
        await Assert.ThrowsAsync<ImapException>(async () => await Try(desk, mailbox));
        Assert.Equal(0, await Try(desk, mailbox));
        Assert.Equal(0, await Try(desk, mailbox));
        Assert.Equal(0, await Try(desk, mailbox));
        Assert.Equal(3, endpoint.Got.Count);
        Assert.Contains("grant_type=refresh_token&refresh_token=first", endpoint.Got[1].Body, StringComparison.Ordinal);
        Assert.Contains("client_secret=client", endpoint.Got[1].Body, StringComparison.Ordinal);
        Assert.Contains("refresh_token=second", endpoint.Got[2].Body, StringComparison.Ordinal);
    }

    private static async Task<long> Try(MailboxDesk desk, Mailbox mailbox) => await desk.Door().Try((await desk.Line(mailbox)).Row, CancellationToken.None);
}
