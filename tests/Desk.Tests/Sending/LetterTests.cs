using System.Text;
using FirstContact.Mail;

namespace FirstContact.Sending;

public sealed class LetterTests
{
    [Fact]
    public void Who_when_what_and_to_whom_read_back()
    {
        var message = Letters.Read(Letters.Plain() with { Cc = [new("Bo, the boss", "bo@example.org"), new(null, "team@example.org")], ReplyTo = new(null, "desk+abc@example.com") });
        Assert.Equal(new MailAddress("Service desk", "desk@example.com"), Assert.Single(message.From));
        Assert.Equal(new MailAddress("Ada Example", "ada@example.org"), Assert.Single(message.To));
        Assert.Equal([new("Bo, the boss", "bo@example.org"), new(null, "team@example.org")], message.Cc);
        Assert.Equal("desk+abc@example.com", Assert.Single(message.ReplyTo).Address);
        Assert.Equal("Printer", message.Subject);
        Assert.Equal(Letters.Monday, message.Date);
        Assert.Equal("7.abc@desk.example.com", message.Id);
        Assert.Equal("Hello,\n\nit prints again.\n", message.Body.Text.TrimEnd('\n') + "\n");
        Assert.Equal(Flaws.None, message.Whole.Flaws);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Grüße aus München: der Drucker im 2. Stock streikt, und zwar seit heute früh um acht, trotz aller Versuche")]
    [InlineData("プリンターが動きません。三階の会議室の隣にあるものです。電源を入れ直しても同じエラーが出ます")]
    [InlineData("👩‍🚒 needs a new 🖨️")]
    [InlineData("a long subject in plain letters that has to be folded somewhere, since no line should be longer than seventy-eight signs")]
    public void A_subject_of_any_letters_reads_back_and_no_line_is_too_long(string subject)
    {
        var letter = Letters.Plain(subject);
        Assert.Equal(subject, Letters.Read(letter).Subject);
        Assert.All(Lines(letter), line => Assert.True(line.Length <= 110, line));
        Assert.All(LetterWriter.Bytes(letter), b => Assert.True(b < 128));
    }

    [Fact]
    public void What_looks_like_an_encoded_word_says_what_was_typed() =>
        Assert.Equal("It says = ?utf-8?Q?hello?= and means it", Letters.Read(Letters.Plain("It says =?utf-8?Q?hello?= and means it")).Subject);

    [Fact]
    public void An_address_that_is_none_is_not_written() =>
        Assert.ThrowsAny<FormatException>(() => LetterWriter.Bytes(Letters.Plain() with { To = [new(null, "ada@example.org\r\nBcc: eve@example.net")] }));

    [Fact]
    public void A_word_without_end_is_no_line_without_end()
    {
        var letter = Letters.Plain(new string('x', 3000));
        Assert.Equal(new string('x', 3000), Letters.Read(letter).Subject);
        Assert.All(Lines(letter), line => Assert.True(line.Length <= 110));
    }

    [Theory]
    [InlineData("Printer\r\nBcc: eve@example.net")]
    [InlineData("Printer\nBcc: eve@example.net\n\nAnd a body")]
    [InlineData("Printer\rBcc: eve@example.net")]
    [InlineData("Printer\u2028Bcc: eve@example.net\0")]
    public void Nobody_writes_headers_by_way_of_a_text(string typed)
    {
        var message = Letters.Read(Letters.Plain(typed) with
        {
            From = new(typed, "desk@example.com"), To = [new(typed, "ada@example.org")], Loop = typed, References = [typed], Id = $"1@x{typed}", Unsubscribe = $"https://x/{typed}",
            ReplyTo = new(typed, "x@example.com"), Files = [new(typed, $"text/plain{typed}", "x"u8.ToArray(), null), new(typed, "image/png", "y"u8.ToArray(), typed)], Html = "<p>x</p>"
        });
        Assert.DoesNotContain(message.Headers.Fields, f => f.Is("Bcc"));
        Assert.All(message.Whole.All(enclosed: true), p => Assert.DoesNotContain(p.Headers.Fields, f => f.Is("Bcc")));
        Assert.DoesNotContain("And a body", message.Body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada \"the first\" Example \\ Co")]
    [InlineData("Ada, Countess of Lovelace")]
    [InlineData("Jürgen Groß-Ähnlich (extern) von und zu Mecklenburg-Vorpommern und anderswo an der See")]
    [InlineData("山田 太郎")]
    public void A_name_of_any_letters_reads_back(string name)
    {
        var message = Letters.Read(Letters.Plain() with { To = [new(name, "ada@example.org"), new(name, "bo@example.org")] });
        Assert.Equal([new(name, "ada@example.org"), new(name, "bo@example.org")], message.To);
    }

    [Fact]
    public void Names_of_the_network_go_in_their_ascii_form_and_a_local_part_needs_a_newer_server()
    {
        var letter = Letters.Plain() with { To = [new(null, "ada@bücher.example")] };
        Assert.False(letter.NeedsUtf8);
        Assert.Equal("ada@xn--bcher-kva.example", Assert.Single(Letters.Read(letter).To).Address);
        var newer = Letters.Plain() with { To = [new(null, "jürgen@example.org")] };
        Assert.True(newer.NeedsUtf8);
        Assert.Equal("jürgen@example.org", Assert.Single(Letters.Read(newer).To).Address);
    }

    [Fact]
    public void The_thread_is_told_with_its_beginning_and_its_end()
    {
        Seq<string> ids = [.. Enumerable.Range(1, 60).Select(i => $"{i}@example.org")];
        var message = Letters.Read(Letters.Plain() with { References = ids });
        Assert.Equal("60@example.org", Assert.Single(MessageIds.Read(message.Headers.Value("In-Reply-To")!)));
        Assert.Equal(["1@example.org", .. ids.TakeLast(19)], message.References);
    }

    [Fact]
    public void What_the_desk_writes_by_itself_says_so()
    {
        var message = Letters.Read(Letters.Plain() with { Auto = AutoSubmitted.Replied, Loop = "d-1", Unsubscribe = "https://desk.example.com/mail/stop?x=1" });
        Assert.Equal("auto-replied", message.Headers.Text("Auto-Submitted"));
        Assert.Equal("<https://desk.example.com/mail/stop?x=1>", message.Headers.Text("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers.Text("List-Unsubscribe-Post"));
        Assert.Equal(MachineKind.Ours, Machine.Of(message, "d-1").Kind);
        Assert.False(Machine.Of(message, "another").MayBeAnswered);

        var byHand = Letters.Read(Letters.Plain());
        Assert.Null(byHand.Headers.Text("Auto-Submitted"));
        Assert.Null(byHand.Headers.Text("List-Unsubscribe"));
        Assert.Equal(MachineKind.Person, Machine.Of(byHand).Kind);
    }

    [Fact]
    public void Text_is_kept_to_the_letter()
    {
        const string text = "From the start\n.\n..two dots\n=3D is no sign\nblanks behind  \ttab\t\n> quoted\nÄÖÜ €\nvery long line: 0123456789012345678901234567890123456789012345678901234567890123456789äöü0123456789\n\nend";
        var message = Letters.Read(Letters.Plain(text: text));
        Assert.Equal(text, message.Whole.Text(10_000).ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.All(Lines(Letters.Plain(text: text)), line =>
        {
            Assert.True(line.Length <= 110);
        });
    }

    [Fact]
    public void Html_pictures_and_files_stand_where_readers_look_for_them()
    {
        var (picture, file) = (Bytes(5000, 1), Bytes(100_001, 2));
        var message = Letters.Read(Letters.Plain() with
        {
            Html = "<p>it prints: <img src=\"cid:p1@desk\"></p>",
            Files = [new("Bild – Drücker.png", "image/png", picture, "p1@desk"), new("report.pdf", "application/pdf", file), new("mail.eml", "message/rfc822", "Subject: x\n\ny"u8.ToArray())]
        });
        Assert.Equal("multipart/mixed", message.Whole.MediaType);
        Assert.Equal(["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"], message.Whole.Parts[0].All(false).Select(p => p.MediaType));
        Assert.Equal("<p>it prints: <img src=\"cid:p1@desk\"></p>", message.Body.Html.Trim());
        Assert.Equal(["Bild – Drücker.png", "report.pdf", "mail.eml"], message.Body.Attachments.Select(a => a.Name));
        Assert.Equal(picture, message.Body.Attachments[0].Part.Content().ToArray());
        Assert.Equal(file, message.Body.Attachments[1].Part.Content().ToArray());
        Assert.Equal("Subject: x\n\ny"u8.ToArray(), message.Body.Attachments[2].Part.Content().ToArray());
        Assert.All(message.Whole.All(true), p => Assert.Equal(Flaws.None, p.Flaws));
    }

    [Theory]
    [InlineData("plain.txt")]
    [InlineData("Angebot für Frau Müller – Stand November, mit allen Anlagen und dem unterschriebenen Vertrag vom Dezember.docx")]
    [InlineData("報告書の最終版、会議の後に直したもの、もう一度確認してください、第二版.xlsx")]
    [InlineData("quote\" and back\\slash.txt")]
    [InlineData("a very long name in plain letters that does not fit on one line of a message however one may try.txt")]
    public void A_file_name_of_any_letters_reads_back(string name)
    {
        var letter = Letters.Plain() with { Files = [new(name, "text/plain", "x"u8.ToArray())] };
        Assert.Equal(name, Letters.Read(letter).Whole.Parts[1].FileName);
        Assert.All(Lines(letter), line => Assert.True(line.Length <= 110, line));
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes()
    {
        var letter = Letters.Plain() with { Html = "<p>x</p>", Files = [new("a", "text/plain", "x"u8.ToArray())] };
        Assert.Equal(LetterWriter.Bytes(letter), LetterWriter.Bytes(letter with { }));
    }

    internal static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string[] Lines(Letter letter)
    {
        var text = Encoding.UTF8.GetString(LetterWriter.Bytes(letter));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        return text.Split("\r\n");
    }
}
