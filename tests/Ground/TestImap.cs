using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace FirstContact;

/// <summary>The IMAP server for the tests: the one that bin/test started, or one of our own that ends with this process. Every name has a mailbox there.</summary>
public static class TestImap
{
    public const string Password = "secret";

    private const string SigningKey = "firstcontact-tests-sign-with-this";
    private static readonly Lazy<string> Started = new(() => Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_IMAP") ?? Start());
    private static Process? _server;

    public static string Host => Started.Value.Split(':')[0];

    /// <summary>Where it speaks in the open, and STARTTLS; the next one is for TLS from the first byte.</summary>
    public static int Port => int.Parse(Started.Value.Split(':')[1], CultureInfo.InvariantCulture);

    /// <summary>A token by which it lets this name in (RFC 7519).</summary>
    public static string Token(string name, DateTimeOffset now)
    {
        var said = $"{Part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Part(string.Create(CultureInfo.InvariantCulture, $"{{\"sub\":\"{name}\",\"iat\":{now.ToUnixTimeSeconds()},\"exp\":{now.AddHours(1).ToUnixTimeSeconds()}}}"))}";
        return $"{said}.{Url(HMACSHA256.HashData(Encoding.ASCII.GetBytes(SigningKey), Encoding.ASCII.GetBytes(said)))}";
    }

    private static string Part(string json) => Url(Encoding.UTF8.GetBytes(json));

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // The script ends its server when its standard input ends, and that ends when this process does, however it does.
    private static string Start()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "bin/lib/dovecot.sh")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _server = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        return _server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The IMAP server did not start: bin/test installs it and runs the tests");
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "FirstContact.slnx"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside their checkout: set FIRSTCONTACT_TEST_IMAP");
        return at;
    }
}

/// <summary>A mailbox of its own on the server for the tests, as its owner sees it with a mail program.</summary>
public sealed class TestMailbox : IDisposable
{
    private readonly TcpClient _tcp = new();
    private readonly Stream _stream;
    private int _tag;

    public TestMailbox(string? name = null)
    {
        Name = name ?? $"m{Guid.NewGuid():N}";
        _tcp.Connect(TestImap.Host, TestImap.Port);
        _tcp.ReceiveTimeout = 20_000;
        _stream = new BufferedStream(_tcp.GetStream());
        Line();
        Run($"LOGIN {Name} {TestImap.Password}");
        Run("SELECT INBOX");
    }

    public string Name { get; }

    /// <summary>Puts a message there, byte for byte.</summary>
    public void Put(byte[] raw, string folder = "INBOX")
    {
        var tag = $"t{++_tag}";
        Send(Encoding.ASCII.GetBytes($"{tag} APPEND {folder} {{{raw.Length.ToString(CultureInfo.InvariantCulture)}+}}\r\n"));
        Send(raw);
        Send("\r\n"u8.ToArray());
        Answers(tag);
    }

    public static byte[] Letter(string subject, string text = "Hello") =>
        Encoding.UTF8.GetBytes($"From: Helen Marsh <helen.marsh@harrow.example>\r\nTo: help@harrow.example\r\nSubject: {subject}\r\nMessage-ID: <{Guid.NewGuid():N}@harrow.example>\r\n\r\n{text}\r\n");

    /// <summary>How many messages are in a folder; of a kind (UNSEEN, SEEN, DELETED ...) if one is named.</summary>
    public int Count(string folder = "INBOX", string kind = "ALL")
    {
        Run($"SELECT {folder}");
        return Run($"SEARCH {kind}").First(l => l.StartsWith("* SEARCH", StringComparison.Ordinal)).Split(' ').Length - 2;
    }

    public IReadOnlyList<string> Run(string command)
    {
        var tag = $"t{++_tag}";
        Send(Encoding.ASCII.GetBytes($"{tag} {command}\r\n"));
        return Answers(tag);
    }

    public void Dispose() => _tcp.Dispose();

    private List<string> Answers(string tag)
    {
        var lines = new List<string>();
        string line;
        while (!(line = Line()).StartsWith($"{tag} ", StringComparison.Ordinal)) lines.Add(line);
        if (!line.StartsWith($"{tag} OK", StringComparison.Ordinal)) throw new InvalidOperationException(line);
        return lines;
    }

    private void Send(byte[] bytes)
    {
        _stream.Write(bytes);
        _stream.Flush();
    }

    private string Line()
    {
        var line = new StringBuilder();
        for (int b; (b = _stream.ReadByte()) != '\n'; line.Append((char)b))
            if (b < 0) throw new EndOfStreamException("The IMAP server closed the connection");
        return line.ToString().TrimEnd('\r');
    }
}
