using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FirstContact.Mail;

/// <summary>What Python's email package sees in the 103 real messages, we see too. Where not, it is listed in <see cref="SecondParserDiffers"/> with who is right.</summary>
public sealed class SecondParserTests
{
    [RealMailFact]
    public void Both_see_the_same_or_it_is_known_why_not()
    {
        var python = Python();
        var messages = MailFiles.Messages;
        Assert.Equal(MailFiles.Count, messages.Count);
        Assert.Equal(messages.Select(m => m.Name), python.Select(p => p.GetProperty("file").GetString()));

        var found = messages.Zip(python, (m, p) => Differences(m.Name, Message.Read(m.Raw), p)).SelectMany(d => d).ToList();
        var unknown = found.Where(d => !SecondParserDiffers.Judged.ContainsKey(d.Where)).Select(d => $"{d.Where}\n    ours   {d.Ours}\n    theirs {d.Theirs}");
        var gone = SecondParserDiffers.Judged.Keys.Except(found.Select(d => d.Where)).Select(w => $"{w}: no longer differs");
        var all = unknown.Concat(gone).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<(string Where, string Ours, string Theirs)> Differences(string name, Message message, JsonElement python)
    {
        var leaves = message.Whole.All(enclosed: true).Where(p => p.Parts.Count == 0 && !p.IsMultipart).ToList();
        var compared = new List<(string Of, string Ours, string Theirs)>
        {
            ("subject", message.Subject, Text(python, "subject")),
            ("from", Said(message.From.Take(1)), Said(python, "from")),
            ("to", Said(message.To), Said(python, "to")),
            ("cc", Said(message.Cc), Said(python, "cc")),
            ("date", message.Date?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "", Text(python, "date")),
            ("parts", string.Join(' ', leaves.Select(p => p.MediaType)), string.Join(' ', python.GetProperty("parts").EnumerateArray().Select(p => Text(p, "type"))))
        };
        if (python.GetProperty("body").ValueKind == JsonValueKind.String) compared.Add(("body", Plain(message.Body.Text), Plain(Text(python, "body"))));
        foreach (var (i, (ours, theirs)) in leaves.Zip(python.GetProperty("parts").EnumerateArray().ToList()).Index())
        {
            compared.Add(($"part {i} name", ours.FileName ?? "", Text(theirs, "name")));
            if (theirs.TryGetProperty("sha", out _)) compared.Add(($"part {i} bytes", Bytes(ours.Content().Span), $"{theirs.GetProperty("length").GetInt32()} {Text(theirs, "sha")[..8]}"));
            if (ours.IsText && theirs.TryGetProperty("text", out var text)) compared.Add(($"part {i} text", Plain(ours.Text(int.MaxValue)), Plain(text.GetString()!)));
        }
        return from one in compared where one.Ours != one.Theirs select ($"{name}: {one.Of}", Shown(one.Ours), Shown(one.Theirs));
    }

    /// <summary>Lines may end as they like, and blanks behind the last one are nobody's words.</summary>
    private static string Plain(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Trim();

    private static string Shown(string said) => JsonSerializer.Serialize(said.Length > 300 ? $"{said[..300]}… {said.Length} {Bytes(Encoding.UTF8.GetBytes(said))}" : said);

    private static string Bytes(ReadOnlySpan<byte> bytes) => $"{bytes.Length} {Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}";

    private static string Said(IEnumerable<MailAddress> addresses) => string.Join(", ", addresses.Where(a => a.Address.Length > 0).Select(a => $"{a.Name} <{a.Address}>"));

    private static string Said(JsonElement python, string name) => string.Join(", ", python.GetProperty(name).EnumerateArray().Select(a => $"{a[0].GetString()} <{a[1].GetString()}>"));

    private static string Text(JsonElement python, string name) => python.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";

    private static List<JsonElement> Python()
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Mail", "second_parser.py"), Path.Combine(MailFiles.Folder!, "messages")])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8
        })!;
        var lines = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
