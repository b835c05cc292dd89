namespace FirstContact.Mailboxes;

/// <summary>A mailbox on a server, out of which the desk takes the mail of its customers.</summary>
public sealed record Mailbox : IAggregate<Mailbox>
{
    public const int LongestName = 80;

    /// <summary>The folder that every mailbox has (RFC 9051, section 5.1).</summary>
    public const string Inbox = "INBOX";

    public static string Subject => "mailbox";

    public MailboxId Id { get; init; }
    public int Version { get; init; }
    public MailboxDetails Details { get; init; } = new("", "", new("", 993, MailSafety.Tls), "", MailSignIn.Password, null, Inbox, MailAfter.MarkRead, null, TakeOld: false, 50, null, null);
    public bool Active { get; init; }

    /// <summary>Gone from all lists; its mail stays, and its entries in the journal.</summary>
    public bool Removed { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;

    /// <summary>It begins switched off: so that one tries the connection before anything is taken.</summary>
    /// <param name="secrets">The secrets that come with it.</param>
    public static Decision Add(MailboxDetails details, Seq<MailboxSecret> secrets)
    {
        var trimmed = details.Trimmed;
        return Together(trimmed.Wrong, Lacks(trimmed, secrets)) is { } no ? no : new MailboxAdded(trimmed);
    }

    /// <param name="secrets">The secrets that it has then, old or new.</param>
    /// <param name="changed">Those that are new.</param>
    public Decision Change(MailboxDetails details, Seq<MailboxSecret> secrets, Seq<MailboxSecret> changed)
    {
        var to = details.Trimmed;
        // Another server never gets to see the secrets of the one before, nor does anybody on the way: who may change the address must not learn the password by it.
        var elsewhere = (to.Server.Host, to.Server.Port) != (Details.Server.Host, Details.Server.Port) || to.Server.Safety != Details.Server.Safety && to.Server.Safety == MailSafety.None || (to.OAuth is { } oauth && oauth.TokenUrl != Details.OAuth?.TokenUrl);
        if (Together(to.Wrong, Lacks(to, elsewhere ? changed : secrets)) is { } no) return no;
        if (to == Details && changed.Count == 0) return Decision.Nothing;
        Event[] events = [.. to == Details ? (Event[])[] : [new MailboxChanged(Details, to)], .. changed.Count == 0 ? (Event[])[] : [new MailboxSecretsChanged(changed)]];
        return events;
    }

    public Decision SwitchOn() => Active ? Decision.Nothing : new MailboxSwitchedOn();

    public Decision SwitchOff() => Active ? new MailboxSwitchedOff() : Decision.Nothing;

    public Decision Remove() => new MailboxRemoved(Name);

    /// <param name="left">How many were put aside.</param>
    public static Decision FetchAgain(int left) => left == 0 ? MailboxErrors.NothingLeft : new MailboxFetchedAgain(left);

    public Mailbox Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Mailbox Changed(Event happened) => happened switch
    {
        MailboxAdded e => this with { Details = e.Details },
        MailboxChanged e => this with { Details = e.To },
        MailboxSwitchedOn => this with { Active = true },
        MailboxSwitchedOff => this with { Active = false },
        MailboxRemoved => this with { Active = false, Removed = true },
        MailboxSecretsChanged or MailboxFetchedAgain => this,
        _ => throw new NotSupportedException($"A mailbox knows nothing of {happened.GetType().Name}."),
    };

    private static Error? Lacks(MailboxDetails details, Seq<MailboxSecret> secrets) => details.SignIn switch
    {
        MailSignIn.Password => secrets.Contains(MailboxSecret.Password) ? null : MailboxErrors.PasswordMissing,
        _ => secrets.Contains(MailboxSecret.RefreshToken) || secrets.Contains(MailboxSecret.ClientSecret) ? null : MailboxErrors.TokenMissing,
    };

    private static Error? Together(Error? one, Error? other) => Error.Of([.. one?.All ?? [], other]);
}

/// <summary>What nobody is ever shown: a password, or what a token endpoint wants to see.</summary>
public enum MailboxSecret { Password, ClientSecret, RefreshToken }
