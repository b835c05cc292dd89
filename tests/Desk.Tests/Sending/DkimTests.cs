using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;

namespace FirstContact.Sending;

/// <summary>Another implementation, Python's dkimpy, finds our signatures good, and no longer good when a word is changed.</summary>
public sealed class DkimTests
{
    private static readonly Letter Signed = Letters.Plain("Grüße") with { Cc = [new(null, "team@example.org")], Html = "<p>x</p>", Files = [new("a.bin", "application/octet-stream", LetterTests.Bytes(5000, 3))], References = ["1@example.org"] };

    [Fact]
    public async Task Rsa()
    {
        using var key = RSA.Create(2048);
        await Verified(key.ExportPkcs8PrivateKeyPem(), $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}", "a=rsa-sha256");
    }

    [Fact]
    public async Task Ed25519()
    {
        var keys = new Ed25519KeyPairGenerator();
        keys.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        var pair = keys.GenerateKeyPair();
        using var pem = new StringWriter();
        using (var writer = new PemWriter(pem)) writer.WriteObject(new Pkcs8Generator(pair.Private));
        await Verified(pem.ToString(), $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(((Ed25519PublicKeyParameters)pair.Public).GetEncoded())}", "a=ed25519-sha256");
    }

    [Fact]
    public void A_file_without_a_key_is_said()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "nothing");
        Assert.Throws<InvalidDataException>(() => Dkim.Signer(file, "example.com", "s1"));
        File.Delete(file);
    }

    private static async Task Verified(string pem, string record, string algorithm)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, pem);
        var message = LetterWriter.Bytes(Signed, Dkim.Signer(file, "example.com", "s1"));
        File.Delete(file);
        Assert.Contains(algorithm, Encoding.ASCII.GetString(message), StringComparison.Ordinal);
        Assert.Equal("true", await Python(message, record));
        Assert.Equal("false", await Python(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace("it prints again", "it prints no more", StringComparison.Ordinal)), record));
    }

    private static async Task<string> Python(byte[] message, string record)
    {
        // Debian's own Python has the package.
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Sending", "dkim_check.py"), record]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.BaseStream.WriteAsync(message);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said.Trim();
    }
}
