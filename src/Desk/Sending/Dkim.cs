using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;

namespace FirstContact.Sending;

/// <summary>Signs for our domain, which publishes the other half of the key at SELECTOR._domainkey.DOMAIN (RFC 6376).</summary>
public static class Dkim
{
    // RFC 6376 5.4.1.
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.InReplyTo, HeaderId.References, HeaderId.ReplyTo, HeaderId.MimeVersion,
        HeaderId.ContentType, HeaderId.AutoSubmitted, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    public static IList<HeaderId> Fields(MimeMessage message) => [.. Signed.Where(message.Headers.Contains)];

    /// <summary>By rsa-sha256 or, with a key of that kind, by ed25519-sha256 (RFC 8463); relaxed in header and body.</summary>
    /// <exception cref="InvalidDataException">The file holds no such key.</exception>
    public static DkimSigner Signer(string file, string domain, string selector)
    {
        using var pem = File.OpenText(file);
        var key = new PemReader(pem).ReadObject() switch
        {
            AsymmetricCipherKeyPair pair => pair.Private,
            AsymmetricKeyParameter { IsPrivate: true } alone => alone,
            _ => throw new InvalidDataException($"{file} holds no private key in PEM."),
        };
        return new(key, domain, selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed, BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            SignatureAlgorithm = key is Org.BouncyCastle.Crypto.Parameters.Ed25519PrivateKeyParameters ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256, AgentOrUserIdentifier = $"@{domain}",
        };
    }
}
