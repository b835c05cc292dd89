using System.Diagnostics;

namespace FirstContact;

/// <summary>A mail server for the tests: the one that bin/test started, or one of our own that ends with this process. It takes mail for anybody, and keeps it.</summary>
public static class TestSmtp
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Started = new(() => Read(Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_SMTP") ?? Start()));
    private static Process? _server;

    public static int Port => int.Parse(Started.Value["Port"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where it speaks TLS from the first byte.</summary>
    public static int TlsPort => int.Parse(Started.Value["Tls"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Who vouches for its certificate.</summary>
    public static string Authority => Started.Value["Authority"];

    public const string User = "desk", Password = "secret";

    /// <summary>What has arrived for an address, the oldest first. Tests use addresses of their own, for the server is everybody's.</summary>
    public static IReadOnlyList<byte[]> For(string address)
    {
        var folder = Path.Combine(Started.Value["Mail"], "new");
        if (!Directory.Exists(folder)) return [];
        return [.. new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.LastWriteTimeUtc).Select(f => File.ReadAllBytes(f.FullName)).Where(raw => IsFor(raw, address))];
    }

    /// <summary>The server answers before it has put a message away.</summary>
    public static async Task<IReadOnlyList<byte[]>> Arrived(string address, int count = 1)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var all = For(address);
            if (all.Count >= count) return all;
            if (since.Elapsed > TimeSpan.FromSeconds(20)) throw new TimeoutException($"{all.Count} of {count} messages arrived for {address}.");
            await Task.Delay(20);
        }
    }

    private static bool IsFor(byte[] raw, string address) => System.Text.Encoding.UTF8.GetString(raw, 0, Math.Min(raw.Length, 2000)).Contains($"Envelope-to: {address}\n", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Read(string place) => place.Split(';').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);

    private static string Start()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "FirstContact.slnx"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside their checkout: set FIRSTCONTACT_TEST_SMTP");
        _server = Process.Start(new ProcessStartInfo("bash", [Path.Combine(at, "bin/lib/smtpd.sh")]) { RedirectStandardInput = true, RedirectStandardOutput = true });
        return _server?.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start: bin/test installs it and runs the tests");
    }
}
