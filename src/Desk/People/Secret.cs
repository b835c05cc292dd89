using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FirstContact.People;

/// <summary>What a browser or a program shows to be known again. The desk keeps only its hash; no log can print it by mistake.</summary>
public readonly record struct Secret(string Value)
{
    /// <summary>Begins every token, so that people and scanners know one where it should not be.</summary>
    public const string OfToken = "fct_";

    private const int Bytes = 32;

    // No salt and no slow hash: nobody guesses 256 random bits.
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Value));

    public static Secret New(string prefix = "") => new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public override string ToString() => "…";
}
