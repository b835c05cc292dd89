using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Secret = FirstContact.People.Secret;

namespace FirstContact.Webhooks;

/// <summary>A secret on its way: told once to whoever asked for it, and kept only sealed.</summary>
public sealed record NewSecret(Secret Plain, string Sealed)
{
    public override string ToString() => "…";
}

/// <summary>A webhook just made, or a secret just made for it: the only time that the secret can be told.</summary>
public sealed record WebhookWithSecret(Webhook Webhook, Secret Secret);

/// <summary>Makes secrets as the Standard Webhooks write them, and seals them with the keys of the desk.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    public const string Begins = "whsec_";
    private const int Bytes = 32, Fewest = 24, Most = 64;
    private readonly IDataProtector _seal = protection.CreateProtector("FirstContact.Webhooks");

    public NewSecret New() => Sealed(Begins + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>One that a receiver has already; a new one when nothing is given.</summary>
    public Result<NewSecret> Take(string? given)
    {
        if (given.IsBlank) return New();
        return Key(given!.Trim()) is { Length: >= Fewest and <= Most } ? Sealed(given.Trim()) : WebhookErrors.SecretInvalid;
    }

    /// <summary>The bytes that sign, of a sealed secret.</summary>
    internal byte[] Open(string text) => Key(_seal.Unprotect(text))!;

    private NewSecret Sealed(string plain) => new(new(plain), _seal.Protect(plain));

    private static byte[]? Key(string secret)
    {
        if (!secret.StartsWith(Begins, StringComparison.Ordinal)) return null;
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Begins.Length..], bytes, out var written) ? bytes[..written] : null;
    }
}
