namespace FirstContact.Mailboxes;

/// <summary>What the desk does on the server with a message that it has stored.</summary>
public enum MailAfter { MarkRead, Move, Delete }

/// <summary>How the desk signs in: with a password, or with a token of OAuth 2 that it gets from a token endpoint.</summary>
public enum MailSignIn { Password, OAuth2 }

/// <param name="TokenUrl">Where a new token is asked for (RFC 6749, section 3.2).</param>
/// <param name="Scope">What it is asked for; null where the endpoint knows.</param>
public sealed record MailOAuth(string TokenUrl, string ClientId, string? Scope);

/// <summary>What an administrator says about a mailbox. Its secrets are kept elsewhere.</summary>
/// <param name="Address">The address that people write to.</param>
/// <param name="OAuth">Where the way to sign in is OAuth 2.</param>
/// <param name="MoveTo">The folder for messages that have been taken, where they are moved.</param>
/// <param name="TakeOld">Whether what lies in the folder already is taken too, the first time.</param>
/// <param name="LargestMegabytes">A message that is larger stays on the server and is shown.</param>
/// <param name="Team">Who gets the tickets; nobody in particular leaves it to the service, or to First Contact.</param>
public sealed record MailboxDetails(
    string Name, string Address, MailServer Server, string Login, MailSignIn SignIn, MailOAuth? OAuth, string Folder, MailAfter After, string? MoveTo, bool TakeOld, int LargestMegabytes,
    Named<TeamId>? Team, Named<ClassId>? Class)
{
    /// <summary>What is done with senders whom nobody knows; null for what the rules of mail say.</summary>
    public Mail.Unknown? Unknown { get; init; }

    public const int LongestText = 200, MostMegabytes = 60;

    internal Error? Wrong => Error.Of(
        Name.IsBlank ? MailboxErrors.NameMissing : Name.IsLongerThan(Mailbox.LongestName) ? MailboxErrors.NameTooLong : null,
        IsAddress(Address) ? null : MailboxErrors.AddressInvalid,
        Uri.CheckHostName(Server.Host) == UriHostNameType.Unknown || Server.Host.IsLongerThan(LongestText) ? MailboxErrors.HostInvalid : null,
        Server.Port is < 1 or > 65535 ? MailboxErrors.PortInvalid : null,
        Server.Certificate is { } certificate && !(certificate.Length == 64 && certificate.All(char.IsAsciiHexDigit)) ? MailboxErrors.CertificateInvalid : null,
        Login.IsBlank ? MailboxErrors.LoginMissing : Login.IsLongerThan(LongestText) ? MailboxErrors.LoginTooLong : null,
        SignIn == MailSignIn.OAuth2 && !IsTokenUrl(OAuth?.TokenUrl) ? MailboxErrors.TokenUrlInvalid : null,
        SignIn == MailSignIn.OAuth2 && (OAuth?.ClientId).IsBlank ? MailboxErrors.ClientIdMissing : null,
        Folder.IsBlank || Folder.IsLongerThan(LongestText) ? MailboxErrors.FolderInvalid : null,
        After == MailAfter.Move && (MoveTo.IsBlank || MoveTo.IsLongerThan(LongestText)) ? MailboxErrors.MoveToMissing : null,
        After == MailAfter.Move && !MoveTo.IsBlank && string.Equals(MoveTo, Folder, StringComparison.OrdinalIgnoreCase) ? MailboxErrors.MoveToSame : null,
        LargestMegabytes is < 1 or > MostMegabytes ? MailboxErrors.LargestInvalid : null);

    internal MailboxDetails Trimmed => this with
    {
        Name = (Name ?? "").Trim(), Address = (Address ?? "").Trim(), Login = (Login ?? "").Trim(), Folder = Folder.IsBlank ? Mailbox.Inbox : Folder.Trim(),
        MoveTo = After == MailAfter.Move ? MoveTo?.Trim() : null,
        Server = Server with
        {
            Host = (Server.Host ?? "").Trim(),
            // As browsers and openssl show it, in pairs with colons, or with blanks.
            Certificate = Server.Safety == MailSafety.None || Server.Certificate.IsBlank ? null : new([.. Server.Certificate!.Where(c => c is not (':' or ' '))]),
        },
        OAuth = SignIn == MailSignIn.OAuth2 ? new((OAuth?.TokenUrl ?? "").Trim(), (OAuth?.ClientId ?? "").Trim(), (OAuth?.Scope).IsBlank ? null : OAuth!.Scope!.Trim()) : null,
    };

    private static bool IsAddress(string text) => text.Length <= 254 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);

    // A token is as good as a password: it is asked for where nobody listens in.
    private static bool IsTokenUrl(string? text) =>
        !text.IsLongerThan(2000) && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));
}
