using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FirstContact.Webhooks;

/// <summary>
/// What proves to a receiver who sends: <c>webhook-signature</c> of the Standard Webhooks, over id, time and body, so that nothing old
/// can be played again.
/// </summary>
internal static class Signature
{
    /// <summary>One for each secret that is good, with blanks between them.</summary>
    public static string Of(IEnumerable<byte[]> keys, string message, Instant at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }

    /// <summary>As GitHub signs, over the body alone.</summary>
    public static string Hub(byte[] key, string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)));
}
