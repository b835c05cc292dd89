namespace FirstContact.Mail;

public sealed class BodyTests
{
    [Fact]
    public void Of_alternatives_the_text_and_the_last_HTML_are_taken()
    {
        var body = Mails.Read(Multi("alternative", ("text/plain", "Words"), ("text/html", "<p>old</p>"), ("text/x-amp-html", "<p>amp</p>"), ("text/html", "<p>Words</p>"))).Body;
        Assert.Equal(("Words", "<p>Words</p>", 0), (body.Text, body.Html, body.Attachments.Count));
    }

    [Fact]
    public void An_empty_text_beside_HTML_says_nothing() => Assert.Equal("Words", Mails.Read(Multi("alternative", ("text/plain", " "), ("text/html", "<p>Words</p>"))).Body.Text);

    [Fact]
    public void Texts_one_after_the_other_are_one_text() =>
        Assert.Equal("One\n\nTwo", Mails.Read(Multi("mixed", ("text/plain", "One"), ("image/png; name=a.png", "x"), ("text/plain", "Two"))).Body.Text);

    [Fact]
    public void A_text_with_a_files_name_is_a_file()
    {
        var body = Mails.Read(Multi("mixed", ("text/plain", "One"), ("text/plain; name=log.txt", "Two"))).Body;
        Assert.Equal(("One", "log.txt"), (body.Text, body.Attachments.Single().Name));
    }

    [Fact]
    public void Text_and_HTML_in_turn_are_both_in_the_HTML()
    {
        var body = Mails.Read(Multi("mixed", ("text/html", "<p>One</p>"), ("text/plain", "a < b"))).Body;
        Assert.Contains("<p>One</p>", body.Html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_stand_where_the_HTML_wants_them()
    {
        var message = Mails.Read("Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>See <img src=\"cid:a@b\"></p>\n--x\nContent-Type: image/png; name=a.png\nContent-ID: <a@b>\n\nPNG\n--x\nContent-Type: image/png; name=b.png\nContent-ID: <other@b>\n\nPNG\n--x--\n");
        Assert.Equal([("a.png", true), ("b.png", false)], message.Body.Attachments.Select(a => (a.Name, a.IsInline)));
        var shown = SafeHtml.Of(message.Body.Html, new(id => message.Body.Picture(id) is { } picture ? $"/files/{picture.Name}" : null, false, "History", "Signature"));
        Assert.Contains("<img src=\"/files/a.png\"", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_of_related_parts_may_be_named() =>
        Assert.Equal("Words", Mails.Read("Content-Type: multipart/related; boundary=x; start=\"<root@b>\"\n\n--x\nContent-Type: image/png\nContent-ID: <a@b>\n\nPNG\n--x\nContent-Type: text/html\nContent-ID: <root@b>\n\n<p>Words</p>\n--x--\n").Body.Text);

    [Fact]
    public void An_enclosed_message_is_an_attachment_and_says_nothing_for_its_sender()
    {
        var body = Mails.Read(Multi("mixed", ("text/plain", "Please look"), ("message/rfc822", "Subject: Broken/printer\n\nIt fails"))).Body;
        Assert.Equal(("Please look", "Broken-printer.eml", "It fails"), (body.Text, body.Attachments.Single().Name, Message.Of(body.Attachments.Single().Part)?.Body.Text));
    }

    [Fact]
    public void Outlooks_wrapping_is_an_attachment()
    {
        var body = Mails.Read(Multi("mixed", ("text/plain", "See"), ("application/ms-tnef; name=winmail.dat", "x"))).Body;
        Assert.Equal(("winmail.dat", true), (body.Attachments.Single().Name, body.Attachments.Single().IsTnef));
    }

    [Fact]
    public void What_is_encrypted_stays_as_it_is()
    {
        var body = Mails.Read(Multi("encrypted", ("application/pgp-encrypted", "Version: 1"), ("application/octet-stream; name=encrypted.asc", "secret"))).Body;
        Assert.Equal((Seal.Encrypted, "", 2), (body.Seal, body.Text, body.Attachments.Count));
        Assert.Equal(Seal.Encrypted, Mails.Read("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nx").Body.Seal);
        Assert.Equal(Seal.Signed, Mails.Read("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n\nx").Body.Seal);
    }

    [Fact]
    public void A_message_that_is_only_a_file_has_a_file_and_no_text()
    {
        var body = Mails.Read("Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nSGVsbG8=").Body;
        Assert.Equal(("", "a.pdf", 5), (body.Text, body.Attachments.Single().Name, body.Attachments.Single().Content().Length));
    }

    [Fact]
    public void An_invitation_is_recognised_and_is_a_file_too()
    {
        var body = Mails.Read(Multi("alternative", ("text/plain", "Come"), ("text/calendar; method=REQUEST",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:7@x\nSUMMARY:Switch\\, the\n  second\nORGANIZER;CN=\"A: B\":mailto:helen@example.com\nDTSTART;TZID=Europe/Berlin:20261122T100000\nDTEND:20261122T103000Z\nEND:VEVENT\nEND:VCALENDAR"))).Body;
        Assert.Equal(new("REQUEST", "7@x", "Switch, the second", "helen@example.com", null, new(2026, 11, 22, 10, 0), new(2026, 11, 22, 10, 30), "Europe/Berlin"), body.Invitation);
        Assert.Equal("attachment-1.ics", body.Attachments.Single().Name);
        Assert.Null(Mails.Read(Multi("mixed", ("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR"))).Body.Invitation);
    }

    [Theory]
    [InlineData("One \ntwo \nthree\nfour", false, "One two three\nfour")]
    [InlineData("> One \n> two\n>> Three\nfour", false, "> One two\n>> Three\nfour")]
    [InlineData("> One \nfour", false, "> One \nfour")]
    [InlineData(" > stuffed\n From", false, "> stuffed\nFrom")]
    [InlineData("Hi \n-- \nHelen", false, "Hi \n-- \nHelen")]
    [InlineData("日 \n本", true, "日本")]
    public void Paragraphs_flow(string written, bool delSp, string read) => Assert.Equal(read, Flowed.Read(written, delSp));

    [Fact]
    public void Only_what_says_so_flows()
    {
        Assert.Equal("One two", Mails.Read("Content-Type: text/plain; format=flowed\n\nOne \ntwo").Body.Text);
        Assert.Equal("One \ntwo", Mails.Read("Content-Type: text/plain\n\nOne \ntwo").Body.Text);
    }

    internal static string Multi(string kind, params (string Type, string Text)[] parts) =>
        $"Content-Type: multipart/{kind}; boundary=x\n\n{string.Concat(parts.Select(p => $"--x\nContent-Type: {p.Type}\n\n{p.Text}\n"))}--x--\n";
}
