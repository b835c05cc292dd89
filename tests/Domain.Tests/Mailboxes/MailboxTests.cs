namespace FirstContact.Mailboxes;

public sealed class MailboxTests
{
    private static readonly MailboxDetails Good = new("Help", "help@x.example", new("imap.x.example", 993, MailSafety.Tls), "help", MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: false, 50, null, null);
    private static readonly MailboxDetails Token = Good with { SignIn = MailSignIn.OAuth2, OAuth = new("https://login.x.example/token", "desk", null) };
    private static readonly By Ada = new(new(1), Instant.FromUtc(2026, 11, 22, 9, 0));

    [Fact]
    public void It_begins_switched_off_with_what_was_said()
    {
        var added = Added(Good with { Name = " Help ", Folder = " ", MoveTo = "unused", Server = Good.Server with { Certificate = string.Join(':', Enumerable.Repeat("Ab", 32)) } });
        Assert.Equal(("Help", "INBOX", null, string.Concat(Enumerable.Repeat("Ab", 32)), false), (added.Name, added.Details.Folder, added.Details.MoveTo, added.Details.Server.Certificate, added.Active));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var wrong = Mailbox.Add(new(" ", "nobody", new("no host", 0, MailSafety.Tls, "xyz"), "", MailSignIn.OAuth2, new("http://login.x.example", " ", null), new string('f', 300), MailAfter.Move, " ", TakeOld: false, 0, null, null), []);
        Assert.Equal(
            [MailboxErrors.NameMissing, MailboxErrors.AddressInvalid, MailboxErrors.HostInvalid, MailboxErrors.PortInvalid, MailboxErrors.CertificateInvalid, MailboxErrors.LoginMissing, MailboxErrors.TokenUrlInvalid, MailboxErrors.ClientIdMissing, MailboxErrors.FolderInvalid, MailboxErrors.MoveToMissing, MailboxErrors.LargestInvalid, MailboxErrors.TokenMissing],
            wrong.Error!.All);
    }

    [Fact]
    public void What_is_too_long_or_the_same_or_missing_is_said_too()
    {
        Assert.Equal(MailboxErrors.NameTooLong, Wrong(Good with { Name = new('n', 81) }));
        Assert.Equal(MailboxErrors.LoginTooLong, Wrong(Good with { Login = new('n', 201) }));
        Assert.Equal(MailboxErrors.MoveToSame, Wrong(Good with { After = MailAfter.Move, MoveTo = "inbox" }));
        Assert.Equal(MailboxErrors.PasswordMissing, Mailbox.Add(Good, [MailboxSecret.RefreshToken]).Error);
        Assert.Null(Mailbox.Add(Token with { OAuth = new("http://127.0.0.1:9/token", "desk", null) }, [MailboxSecret.ClientSecret]).Error);
    }

    [Fact]
    public void Another_server_never_sees_the_secrets_of_the_one_before()
    {
        var mailbox = Added(Good);
        var elsewhere = Good with { Server = Good.Server with { Host = "imap.thief.example" } };
        Assert.Equal(MailboxErrors.PasswordMissing, mailbox.Change(elsewhere, [MailboxSecret.Password], []).Error);
        foreach (var server in new[] { Good.Server with { Port = 1143 }, Good.Server with { Safety = MailSafety.None } })
            Assert.Equal(MailboxErrors.PasswordMissing, mailbox.Change(Good with { Server = server }, [MailboxSecret.Password], []).Error);
        Assert.Null(mailbox.Change(Good with { Server = Good.Server with { Safety = Good.Server.Safety == MailSafety.Tls ? MailSafety.StartTls : MailSafety.Tls } }, [MailboxSecret.Password], []).Error);
        Assert.Equal([new MailboxChanged(Good, elsewhere), new MailboxSecretsChanged([MailboxSecret.Password])], mailbox.Change(elsewhere, [MailboxSecret.Password], [MailboxSecret.Password]).Events);

        var token = Added(Token);
        Assert.Equal(MailboxErrors.TokenMissing, token.Change(Token with { OAuth = Token.OAuth! with { TokenUrl = "https://login.thief.example/token" } }, [MailboxSecret.RefreshToken], []).Error);
        Assert.Empty(token.Change(Token, [MailboxSecret.RefreshToken], []).Events);
    }

    [Fact]
    public void It_is_switched_on_and_off_and_removed()
    {
        var on = Applied(Added(Good), new MailboxSwitchedOn());
        Assert.True(on.Active);
        Assert.Equal(Decision.Nothing.Events, on.SwitchOn().Events);
        Assert.Equal([new MailboxSwitchedOff()], on.SwitchOff().Events);
        Assert.Empty(Added(Good).SwitchOff().Events);
        Assert.Equal((false, true), Applied(on, Assert.Single(on.Remove().Events)) is var gone ? (gone.Active, gone.Removed) : default);
        Assert.Equal(MailboxErrors.NothingLeft, Mailbox.FetchAgain(0).Error);
        Assert.Equal([new MailboxFetchedAgain(2)], Mailbox.FetchAgain(2).Events);
    }

    [Fact]
    public void One_that_fails_is_left_alone_ever_longer_and_never_for_good()
    {
        Assert.Equal(Duration.FromSeconds(5), FetchPauses.After(1, 0.5));
        Assert.Equal((Duration.FromSeconds(3.75), Duration.FromSeconds(6.25)), (FetchPauses.After(1, 0), FetchPauses.After(1, 1)));
        Assert.Equal(Duration.FromMinutes(15), FetchPauses.After(1000, 0.5));
    }

    private static Mailbox Added(MailboxDetails details) =>
        Applied(new() { Id = new(1) }, Assert.Single(Mailbox.Add(details, [MailboxSecret.Password, MailboxSecret.RefreshToken]).Events));

    private static Mailbox Applied(Mailbox mailbox, Event happened) => mailbox.Apply(happened, Ada);

    private static Error? Wrong(MailboxDetails details) => Mailbox.Add(details, [MailboxSecret.Password]).Error;
}
