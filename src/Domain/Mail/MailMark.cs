using System.Security.Cryptography;
using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// By what a desk knows its own mail again: a mark that anybody may read, and a key that nobody may. The key signs what is said on behalf of a ticket
/// where there is no session: the address that an answer goes to, and links.
/// </summary>
public sealed class MailMark(string desk, ReadOnlyMemory<byte> key)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public string Desk => desk;

    /// <summary>The signature of a text, cut to 80 bits, in letters that survive a server which changes capitals (RFC 4648 6).</summary>
    public string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text), hash);
        return Base32(hash[..10]);
    }

    public bool Signed(string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(text)), Encoding.ASCII.GetBytes(signature.ToLowerInvariant()));

    // The key stays out of whatever prints this.
    public override string ToString() => desk;

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var (text, bits, held) = (new StringBuilder(), 0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Letters[(held >> (bits - 5)) & 31]);
        }
        return text.ToString();
    }
}
