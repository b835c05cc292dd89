using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace FirstContact.Bench;

/// <summary>What goes over the wire, counted on the socket, headers and all, as a browser that takes brotli has it.</summary>
internal static partial class Wire
{
    /// <summary>The first load with all that it draws in, and each further page.</summary>
    public static async Task<(int First, IReadOnlyList<(string Page, int Bytes)> Further)> Measure(Served served, Place place)
    {
        var home = new Uri(served.Address);
        var (first, html) = await Count(home, place.Browser);
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(Links(html));
        while (waiting.TryDequeue(out var link))
        {
            if (!seen.Add(link)) continue;
            var (bytes, content) = await Count(new Uri(home, link), place.Browser);
            first += bytes;
            if (link.EndsWith(".css", StringComparison.Ordinal) || link.EndsWith(".js", StringComparison.Ordinal))
                foreach (var inner in Links(content).Where(Needed)) waiting.Enqueue(inner);
        }

        var further = new List<(string, int)>();
        foreach (var (page, path) in Pages(place)) further.Add((page, (await Count(new Uri(home, path), place.Browser)).Bytes));
        return (first, further);
    }

    private static (string, string)[] Pages(Place place) =>
    [
        ("home", "/"), ("queue", Load.Of("queue", place).Lines[0]), ("ticket", Load.Of("ticket", place).Lines[0]), ("new ticket", "/tickets/new"),
        ("search", Load.Of("search", place).Lines[0]), ("portal", "/portal"), ("settings", "/settings"),
    ];

    public static async Task<(int Bytes, string Content)> Count(Uri page, string browser)
    {
        using var client = new TcpClient(page.Host, page.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\nCookie: fc_session={browser}\r\nAccept: text/html\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"));
        using var all = new MemoryStream();
        await wire.CopyToAsync(all);
        var bytes = all.ToArray();
        var head = Encoding.ASCII.GetString(bytes, 0, bytes.AsSpan().IndexOf("\r\n\r\n"u8));
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException($"{page} answered {head}");
        return (bytes.Length, Text(head, bytes[(head.Length + 4)..]));
    }

    private static string Text(string head, byte[] body)
    {
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal)) body = Unchunked(body);
        if (!head.Contains("Content-Encoding: br", StringComparison.Ordinal)) return Encoding.UTF8.GetString(body);
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static byte[] Unchunked(ReadOnlySpan<byte> body)
    {
        var plain = new List<byte>();
        while (body.IndexOf("\r\n"u8) is var end and > 0)
        {
            var length = int.Parse(body[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            plain.AddRange(body.Slice(end + 2, length));
            body = body[(end + 2 + length + 2)..];
        }
        return [.. plain];
    }

    // A browser takes a font only for letters that stand on the page: these pages are in Latin, without the signs of the extended set.
    private static bool Needed(string link) => !link.Contains("-ext-", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string content) => Link().Matches(content).Select(m => "/assets/" + m.Value).Distinct();

    [GeneratedRegex(@"[A-Za-z0-9_.-]+-[A-Z0-9]{8}\.(?:css|js|svg|woff2)")]
    private static partial Regex Link();
}
