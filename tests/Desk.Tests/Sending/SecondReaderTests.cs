using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FirstContact.Sending;

/// <summary>Python's email package reads what we write as it was meant, and finds nothing wrong with it.</summary>
public sealed class SecondReaderTests
{
    [Fact]
    public async Task Python_reads_what_we_wrote()
    {
        var (picture, file) = (LetterTests.Bytes(5000, 1), LetterTests.Bytes(70_001, 2));
        var letter = Letters.Plain("Grüße: 三階のプリンター, der Drucker im dritten Stock, streikt noch immer", "Guten Tag,\n\ner geht – wirklich.  \n.\nFrom here on\n") with
        {
            From = new("Müller, Service \"Desk\"", "desk@example.com"), To = [new("Jürgen Groß", "j@example.org"), new("山田 太郎", "t@example.jp")], Cc = [new(null, "team@example.org")],
            References = ["1@example.org", "2@example.org"], Html = "<p>er geht – wirklich: <img src=\"cid:p1@desk\"></p>", Auto = AutoSubmitted.Generated,
            Files = [new("Bild.png", "image/png", picture, "p1@desk"), new("Angebot für Frau Müller – Stand November, mit allen Anlagen und dem Vertrag vom Dezember.docx", "application/zip", file)]
        };
        var python = await Python(LetterWriter.Bytes(letter));

        Assert.Empty(python.GetProperty("defects").EnumerateArray());
        Assert.Equal(letter.Subject, python.GetProperty("subject").GetString());
        Assert.Equal(letter.Date.ToUnixTimeSeconds(), python.GetProperty("date").GetInt64());
        Assert.Equal("<7.abc@desk.example.com>", python.GetProperty("id").GetString());
        Assert.Equal("<1@example.org> <2@example.org>", python.GetProperty("references").GetString());
        Assert.Equal(["Müller, Service \"Desk\" desk@example.com"], People(python, "from"));
        Assert.Equal(["Jürgen Groß j@example.org", "山田 太郎 t@example.jp"], People(python, "to"));
        Assert.Equal([" team@example.org"], People(python, "cc"));

        var parts = python.GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal(["text/plain", "text/html", "image/png", "application/zip"], parts.Select(p => p.GetProperty("type").GetString()));
        Assert.Equal(letter.Text, parts[0].GetProperty("text").GetString()!.TrimEnd('\n') + "\n");
        Assert.Equal(letter.Html, parts[1].GetProperty("text").GetString()!.TrimEnd('\n'));
        Assert.Equal(letter.Files.Select(f => f.Name), parts.Skip(2).Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(["inline", "attachment"], parts.Skip(2).Select(p => p.GetProperty("disposition").GetString()));
        Assert.Equal([Hash(picture), Hash(file)], parts.Skip(2).Select(p => p.GetProperty("sha").GetString()));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static IEnumerable<string> People(JsonElement python, string name) => python.GetProperty(name).EnumerateArray().Select(a => $"{a[0].GetString()} {a[1].GetString()}");

    private static async Task<JsonElement> Python(byte[] message)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Sending", "second_reader.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8
        })!;
        await process.StandardInput.BaseStream.WriteAsync(message);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonDocument.Parse(said).RootElement;
    }
}
