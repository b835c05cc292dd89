using System.Security.Cryptography;
using System.Text;

namespace FirstContact.People;

/// <summary>Whoever can read the console of a desk that nobody has set up may set it up. New at each start, good for one desk.</summary>
public sealed class SetupCode
{
    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public string Text { get; } = RandomNumberGenerator.GetString(Letters, 8);

    public bool Is(string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Text));
}
