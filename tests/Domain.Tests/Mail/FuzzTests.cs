using System.Diagnostics;
using System.Text;

namespace FirstContact.Mail;

/// <summary>Whatever bytes come: a message, soon, and in bounded memory. <c>bin/bench mail</c> does the same with 200,000.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20;

    // What a message of a few hundred bytes costs anyway.
    private const int Floor = 64 * 1024;

    [RealMailFact]
    public void Broken_real_messages_are_read()
    {
        var messages = MailFiles.Messages.Concat(MailFiles.Bounces).Select(m => m.Raw).Where(r => r.Length > 0).ToList();
        var (chance, worst) = (new Random(Seed), TimeSpan.Zero);
        for (var n = 0; n < 4_000; n++)
        {
            var raw = MailMutation.Of(messages, chance);
            var begun = Stopwatch.GetTimestamp();
            Mails.AskAll(Message.Read(raw));
            if (Stopwatch.GetElapsedTime(begun) is var took && took > worst) worst = took;
        }
        Assert.InRange(worst, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "headers only", Many("a:\r\n", 200_000) },
        { "one endless header", "Subject: " + Many("=?a?q?", 200_000) },
        { "encoded words", "Subject: " + Many("=?utf-8?q?=C3?= ", 60_000) },
        { "comments in an address", "From: " + Many("(", 500_000) },
        { "colons in an address", "From: a@" + Many(":", 200_000) },
        { "addresses", "To: " + Many("a@b,", 250_000) },
        { "names without an address", "To: " + Many("&lt;", 250_000) },
        { "a name of encoded words", "From: " + Many("=?utf-8?q?=41?= x ", 50_000) },
        { "comments in brackets", "From: <" + Many("(a)", 100_000) + ">" },
        { "a file name", "Content-Type: a/b; name*=iso-2022-jp''" + Many("a<", 200_000) + "\r\nContent-Disposition: attachment\r\n\r\nx" },
        { "references", "References: " + Many("<a@b>", 200_000) },
        { "parameters", "Content-Type: text/plain" + Many("; a*1*=b", 100_000) },
        { "boundaries", "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + Many("--x\r\n", 200_000) },
        { "multiparts in multiparts", string.Concat(Enumerable.Range(0, 5_000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")) },
        { "multiparts of one boundary", Many("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", 20_000) },
        { "messages in messages", Many("Content-Type: message/rfc822\r\n\r\n", 30_000) },
        { "encoded messages in messages", Many("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", 12_000) },
        { "junk among the headers", Many("junk\r\n", 170_000) },
        { "blank lines", "Subject: x\r\n\r\n" + Many("\r\n", 500_000) },
        { "quotes", "Subject: x\r\n\r\n" + Many("> a\r\n\r\n", 150_000) },
        { "a report of fields", "From: mailer-daemon@x\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n" + Many("Final-Recipient: rfc822; a@b\r\n\r\n", 30_000) },
        { "a report in words", "From: mailer-daemon@x\r\nSubject: failure notice\r\n\r\n" + Many("From: \r\nTo: \r\n x\r\n.\r\n", 50_000) },
        { "html: tags", Html(Many("<b>", 300_000)) },
        { "html: tags that never end", Html(Many("<a ", 300_000)) },
        { "html: quotes that never end", Html(Many("<a b=\"", 150_000)) },
        { "html: styles that never end", Html(Many("<style>", 150_000)) },
        { "html: comments that never end", Html(Many("<!--", 200_000)) },
        { "html: cells", Html(Many("<table><tr><td>", 60_000)) },
        { "html: attributes", Html("<p " + Many("a=b ", 250_000) + ">") },
        { "html: quotes", Html("x" + Many("<blockquote type=cite>", 40_000)) },
        { "html: quotes that are closed", Html("x" + Many("<blockquote type=cite></blockquote>", 28_000)) },
        { "html: signs", Html(Many("'", 1_000_000)) },
        { "calendar", "Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\n" + Many("A;\":", 250_000) }
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_is_made_to_hurt_is_read_in_a_second_and_ten_times_its_size(string what, string text)
    {
        Assert.NotEmpty(what);
        var raw = Encoding.Latin1.GetBytes(text);
        Mails.AskAll(Message.Read(Encoding.ASCII.GetBytes("Subject: warm\r\n\r\nx")));
        var (begun, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var message = Message.Read(raw);
        foreach (var question in Mails.Questions)
        {
            question(message);
            // All that it asked for, though it holds little of that.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (10L * raw.Length) + Floor);
            before = GC.GetAllocatedBytesForCurrentThread();
        }
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Fifty_megabytes_cost_little_more_than_their_bytes()
    {
        var raw = Large();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        var message = Message.Read(raw);
        Assert.Equal(("A film", "Please look."), (message.Subject, message.Body.Text));
        var film = Assert.Single(message.Body.Attachments);
        Assert.Equal("film.mp4", film.Name);
        // Until the attachment is wanted, hardly anything.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.Equal(raw.Length * 3L / 4, film.Content().Length, 2_000_000.0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, raw.Length);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Fifty_megabytes_of_text_are_shown_up_to_their_limit()
    {
        var raw = Encoding.ASCII.GetBytes("Subject: A log\r\n\r\n" + Many("2026-11-22 10:00:00 it failed again\r\n", 1_350_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Message.Read(raw);
        Assert.InRange(message.Body.Text.Length, MailBody.Longest * 9 / 10, MailBody.Longest);
        Assert.True(message.Body.IsCut);
        Assert.False(Mails.Read("Subject: x\r\n\r\nshort").Body.IsCut);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    private static byte[] Large()
    {
        var line = Encoding.ASCII.GetBytes(new string('Q', 76) + "\r\n");
        var raw = new List<byte>(51_000_000);
        raw.AddRange("Subject: A film\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nPlease look.\r\n--x\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8);
        while (raw.Count < 50 * 1024 * 1024) raw.AddRange(line);
        raw.AddRange("--x--\r\n"u8);
        return [.. raw];
    }

    private static string Html(string html) => $"Content-Type: text/html\r\n\r\n{html}";

    private static string Many(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();
}
