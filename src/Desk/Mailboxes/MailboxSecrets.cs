using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FirstContact.Mailboxes;

/// <summary>A secret as it is kept. Nothing prints it.</summary>
public sealed record SealedSecret(MailboxSecret Kind, string Sealed)
{
    public override string ToString() => $"{Kind} …";
}

/// <summary>Seals what a mailbox is opened with, with the keys of the desk. Only who fetches opens it again.</summary>
public sealed class MailboxSecrets(IDataProtectionProvider protection)
{
    private const int Longest = 8000;
    private readonly IDataProtector _seal = protection.CreateProtector("FirstContact.Mailboxes");

    /// <summary>What was typed, sealed; what was left empty stays as it was.</summary>
    public Result<Seq<SealedSecret>> Take(string? password, string? clientSecret, string? refreshToken)
    {
        (MailboxSecret Kind, string? Plain, string Field)[] all =
            [(MailboxSecret.Password, password, "password"), (MailboxSecret.ClientSecret, clientSecret?.Trim(), "clientSecret"), (MailboxSecret.RefreshToken, refreshToken?.Trim(), "refreshToken")];
        if (Error.Of(all.Select(s => s.Plain.IsLongerThan(Longest) ? MailboxErrors.SecretTooLong.At(s.Field) : null)) is { } no) return no;
        return new Result<Seq<SealedSecret>>([.. from s in all where !string.IsNullOrEmpty(s.Plain) select Seal(s.Kind, s.Plain!)], null);
    }

    internal SealedSecret Seal(MailboxSecret kind, string plain) => new(kind, _seal.Protect(plain));

    internal string Open(SealedSecret secret)
    {
        try { return _seal.Unprotect(secret.Sealed); }
        catch (CryptographicException e) { throw new ImapException("Its secret cannot be opened with the keys of this desk. Enter it again.", refused: true, e); }
    }
}
