using System.Text;

namespace FirstContact.Mail;

public sealed class HeaderTests
{
    [Fact]
    public void A_field_goes_on_in_lines_that_begin_with_a_blank() =>
        Assert.Equal("The printer on the third floor", Mails.Read("Subject: The printer\n on the\n\tthird floor\n\nText").Subject);

    [Fact]
    public void Names_are_the_same_in_any_letters() => Assert.Equal("x", Mails.Read("SUBJECT : x\n\n").Subject);

    [Fact]
    public void Lines_may_end_by_LF_alone() => Assert.Equal(("x", "Text"), Seen(Message.Read("Subject: x\nTo: a@b\n\nText"u8.ToArray())));

    [Fact]
    public void Lines_may_end_by_CR_alone() => Assert.Equal(("x", "Text"), Seen(Message.Read("Subject: x\rTo: a@b\r\rText"u8.ToArray())));

    [Fact]
    public void A_line_of_junk_does_not_end_the_fields()
    {
        var message = Mails.Read("From: a@b.example\nthis is no field\nSubject: x\n\nText");
        Assert.Equal(("x", "Text"), Seen(message));
        Assert.True(message.Whole.Flaws.HasFlag(Flaws.JunkAmongHeaders));
    }

    [Fact]
    public void Text_without_a_blank_line_before_it_is_the_body() => Assert.Equal(("x", "Hello there,\nit fails."), Seen(Mails.Read("Subject: x\nHello there,\nit fails.")));

    [Fact]
    public void A_line_of_blanks_is_a_fold_when_the_fields_go_on() => Assert.Equal(["a@b.example", "c@d.example"], Mails.Read("To: a@b.example,\n \t\n c@d.example\nSubject: x\n\n").To.Select(a => a.Address));

    [Fact]
    public void A_line_of_blanks_is_the_end_when_they_do_not() => Assert.Equal(("x", "Text"), Seen(Mails.Read("Subject: x\n \nText")));

    [Fact]
    public void The_line_of_a_mailbox_file_is_passed_over() => Assert.Equal("x", Mails.Read("From helen@example.com Sat Oct  4 08:00:09 2025\nSubject: x\n\n").Subject);

    [Fact]
    public void Fields_may_be_UTF_8() => Assert.Equal("Drucker im zweiten Stock für Jürgen", Mails.ReadUtf8("Subject: Drucker im zweiten Stock für Jürgen\n\n").Subject);

    [Fact]
    public void Fields_in_an_unnamed_charset_are_western() => Assert.Equal("für", Message.Read((byte[])[.. "Subject: f"u8, 0xFC, .. "r\r\n\r\n"u8]).Subject);

    [Fact]
    public void A_message_of_nothing_is_a_message() => Assert.Equal(("", ""), Seen(Message.Read(ReadOnlyMemory<byte>.Empty)));

    [Fact]
    public void Nothing_but_text_is_a_body() => Assert.Equal(("", "Just words"), Seen(Message.Read("Just words"u8.ToArray())));

    [Fact]
    public void Control_signs_never_come_into_a_title() => Assert.Equal("a b", Mails.Read("Subject: =?utf-8?q?a=00=0D=0Ab?=\n\n").Subject);

    [Theory]
    [InlineData("=?utf-8?q?Dr=C3=BCcker?=", "Drücker")]
    [InlineData("=?UTF-8?B?RHLDvGNrZXI=?=", "Drücker")]
    [InlineData("=?iso-8859-1?Q?a?= =?iso-8859-1?Q?b?=", "ab")]
    [InlineData("=?iso-8859-1?Q?a_?= b", "a b")]
    [InlineData("(=?iso-8859-1?Q?a?=)", "(a)")]
    [InlineData("Re:=?utf-8?q?x?=y", "Re:xy")]
    [InlineData("=?utf-8?q?=C3?= =?utf-8?q?=BC?=", "ü")]
    [InlineData("=?utf-8?b?w7w?==?utf-8?b?w7w?=", "üü")]
    [InlineData("=?utf-8*de?q?=C3=BC?=", "ü")]
    [InlineData("\"=?utf-8?q?=C3=BC?=\"", "\"ü\"")]
    [InlineData("=?utf-8?q?has blanks?=", "has blanks")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXDhsGyhC?=", "日本語")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?windows-1252?Q?=80_5?=", "€ 5")]
    [InlineData("=?utf-7?Q?A+AMQ-b?=", "AÄb")]
    [InlineData("=?no-such?Q?=C3=BC?=", "ü")]
    [InlineData("=?utf-8?x?abc?=", "=?utf-8?x?abc?=")]
    [InlineData("=?utf-8?q?never ends", "=?utf-8?q?never ends")]
    [InlineData("=?utf-8?B??=", "")]
    [InlineData("2 =? 3", "2 =? 3")]
    public void Encoded_words_are_read(string written, string read) => Assert.Equal(read, Mails.ReadUtf8($"Subject: {written}\n\n").Subject);

    [Theory]
    [InlineData("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z")]
    [InlineData("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z")]
    [InlineData("Tue, 1 Jul 2003 10:52 +0200 (CEST)", "2003-07-01T08:52:00Z")]
    [InlineData("Thu, 13 Feb 1969 23:32 -0330", "1969-02-14T03:02:00Z")]
    [InlineData("Thu, 9 Apr 2006 23:34:45 JST", "2006-04-09T14:34:45Z")]
    [InlineData("Mon Nov 22 10:00:00 2026", "2026-11-22T10:00:00Z")]
    [InlineData("22-Nov-2026 10:00:00 +0100", "2026-11-22T09:00:00Z")]
    [InlineData("Nov 22, 2026 10:00:00 EST", "2026-11-22T15:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z")]
    [InlineData("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "")]
    [InlineData("Wed, 15 Dec 2010    59:10 -0500", "")]
    [InlineData("Thu, 31 Feb 2026 10:00:00 +0000", "")]
    [InlineData("yesterday", "")]
    public void Dates_are_read_or_are_none(string written, string instant) =>
        Assert.Equal(instant, Mails.Read($"Date: {written}\n\n").Date is { } date ? NodaTime.Text.InstantPattern.General.Format(date) : "");

    [Fact]
    public void Ids_are_without_brackets_and_folds() =>
        Assert.Equal(["foo@bar.net", "baz@bar.net", "invalid.something@bar.net", "last@bar.net"],
            Mails.Read("References: <foo@bar.net>\nReferences: <baz@bar.net>, <invalid.   \n something@bar.net>\nIn-Reply-To: <last@bar.net> <foo@bar.net>\n\n").References);

    [Fact]
    public void Ids_may_lack_their_brackets() => Assert.Equal("0000@example.net", Mails.Read("Message-ID: 0000@example.net\n\n").Id);

    [Fact]
    public void Of_a_thousand_references_the_first_and_the_last_are_kept()
    {
        var ids = Mails.Read($"References: {string.Join(' ', Enumerable.Range(0, 1_000).Select(n => $"<{n}@x>"))}\n\n").References;
        Assert.Equal((MessageIds.Most, "0@x", "999@x"), (ids.Count, ids[0], ids[^1]));
    }

    private static (string, string) Seen(Message message) => (message.Subject, message.Body.Text);

    [Theory]
    [InlineData("iso-8859-15", new byte[] { 0xA4 }, "€")]
    [InlineData("iso-8859-1", new byte[] { 0x93, 0x61, 0x94 }, "“a”")]
    [InlineData("us-ascii", new byte[] { 0xC3, 0xBC }, "ü")]
    [InlineData("utf-8", new byte[] { 0xFC }, "ü")]
    [InlineData("utf-8", new byte[] { 0xC3, 0xBC, 0xFC, 0xC3, 0xBC }, "ü\uFFFDü")]
    [InlineData(null, new byte[] { 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42 }, "日")]
    [InlineData("iso-2022-jp", new byte[] { 0x1B, 0x28, 0x49, 0x31, 0x32, 0x33, 0x34, 0x35, 0x1B, 0x28, 0x42, 0x61 }, "ｱｲｳｴｵa")]
    [InlineData("iso-2022-jp", new byte[] { 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x0A, 0x61, 0x62 }, "日\nab")]
    [InlineData("shift_jis", new byte[] { 0x93, 0xFA }, "日")]
    [InlineData("gb2312", new byte[] { 0xC8, 0xD5 }, "日")]
    [InlineData("big5", new byte[] { 0xA4, 0xE9 }, "日")]
    [InlineData("ks_c_5601-1987", new byte[] { 0xC7, 0xD1 }, "한")]
    [InlineData("windows-1251", new byte[] { 0xCF }, "П")]
    [InlineData("cp1251", new byte[] { 0xCF }, "П")]
    [InlineData("utf-16", new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "a")]
    [InlineData("utf-16", new byte[] { 0x00, 0x61 }, "a")]
    [InlineData("utf-8", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, "a")]
    [InlineData("no-such-thing", new byte[] { 0x61, 0x00, 0x62 }, "ab")]
    public void Text_is_read_in_any_charset(string? label, byte[] bytes, string text) => Assert.Equal(text, Charset.Decode(bytes, label));

    [Theory]
    [InlineData("base64", "SGVs\r\nbG8=", "Hello")]
    [InlineData("BASE64 ", "SGVsbG8", "Hello")]
    [InlineData("base64", "SGVsbG8=\r\nIHlvdQ==", "Hello you")]
    [InlineData("base64", "S G*V!s-bG8=", "Hello")]
    [InlineData("quoted-printable", "a=3Db=\r\nc=  \r\nd=zz=", "a=bcd=zz")]
    [InlineData("quoted printable; x", "a=3Db", "a=b")]
    [InlineData("x-uuencode", "begin 644 a.txt\r\n%2&5L;&\\ \r\n`\r\nend\r\n", "Hello")]
    [InlineData("7-bit", "a=3Db", "a=3Db")]
    [InlineData("text/html", "a=3Db", "a=3Db")]
    [InlineData(null, "a=3Db", "a=3Db")]
    public void Transfer_encodings_are_undone(string? named, string written, string read) => Assert.Equal(read, Encoding.ASCII.GetString(TransferEncoding.Decode(Encoding.ASCII.GetBytes(written), named).Span));
}
