namespace FirstContact;

/// <summary>Real messages, broken: bytes flipped, cut, doubled, put elsewhere, joined with another's; and words that parsers stumble over, put in anywhere.</summary>
public static class MailMutation
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "\r\n", "\n\n", "\r", "\0", "--", "\r\n--", "=?", "=?utf-8?B?", "?=", "=?utf-8?q?=41?= =?utf-8?q?=42?=", "\"", "(", ")", "((((((", "<", ">", "<<<", ",", ";", ":", "=", "==", "=\r\n", "\t", " \r\n", "%", "\\", "*0*=", "*=utf-8''%", "\u001b$B",
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "charset=utf-7", "charset=iso-2022-jp", "charset=utf-16",
            "<blockquote type=cite>", "<div style=\"", "<a href='", "<!--", "<style>", "<table><tr><td>", "</td>", "&#x", "&lt;", "<img src=cid:", "On 1 January 2026 x@y wrote:\r\n> ", "-- \r\n", "From: a\r\nSubject: b\r\n", "Message-ID: <a@b>\r\n",
            "Return-Path: <>\r\n", "From: MAILER-DAEMON@x\r\n", "Final-Recipient: rfc822; a@b\r\n", "Date: Thu, 31 Feb 99999 25:61:61 +9999\r\n", "BEGIN:VEVENT\r\n"
        }.Select(System.Text.Encoding.Latin1.GetBytes),
        [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0x80]
    ];

    public static byte[] Of(IReadOnlyList<byte[]> messages, Random chance)
    {
        var bytes = messages[chance.Next(messages.Count)].ToList();
        for (var n = chance.Next(1, 12); n > 0 && bytes.Count > 0; n--)
        {
            var at = chance.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, chance.Next(1, chance.Next(2) == 0 ? 8 : 800));
            switch (chance.Next(8))
            {
                case 0: for (var i = 0; i < Math.Min(length, 20); i++) bytes[at + i] = (byte)chance.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 4:
                    var other = messages[chance.Next(messages.Count)];
                    var from = chance.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length * 4)).ToArray());
                    break;
                case 5: bytes.RemoveRange(at, bytes.Count - at); break;
                case 6:
                    var many = Enumerable.Repeat(Words[chance.Next(Words.Length)], chance.Next(1, 200)).SelectMany(w => w).ToArray();
                    bytes.InsertRange(at, many);
                    break;
                default: bytes.InsertRange(at, Words[chance.Next(Words.Length)]); break;
            }
        }
        return [.. bytes];
    }
}
