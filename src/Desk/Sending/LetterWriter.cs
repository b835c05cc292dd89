using System.Security.Cryptography;
using System.Text;
using FirstContact.Mail;
using MimeKit;
using MimeKit.Cryptography;

namespace FirstContact.Sending;

/// <summary>Writes a letter as a message (RFC 5322, MIME): text, the same as HTML with its pictures, then what is attached. The same letter is the same bytes.</summary>
internal static class LetterWriter
{
    /// <summary>The first begins the thread, the last are the nearest; no reader needs those between.</summary>
    private const int MostReferences = 20;

    public static MimeMessage Write(Letter letter, DkimSigner? signs = null)
    {
        var message = new MimeMessage { Subject = Said(letter.Subject), Date = letter.Date.ToDateTimeOffset(), MessageId = Id(letter.Id) };
        message.From.Add(Box(letter.From));
        message.To.AddRange(letter.To.Select(Box));
        message.Cc.AddRange(letter.Cc.Select(Box));
        if (letter.ReplyTo is { } reply) message.ReplyTo.Add(Box(reply));
        if (letter.References is [.., var nearest])
        {
            message.InReplyTo = Id(nearest);
            foreach (var id in letter.References.Count <= MostReferences ? letter.References : [letter.References[0], .. letter.References.TakeLast(MostReferences - 1)]) message.References.Add(Id(id));
        }
        if (letter.Auto != AutoSubmitted.No)
        {
            // RFC 3834 5; and for servers of Exchange, which that rule does not reach (MS-OXCMAIL 2.2.3.2.14).
            message.Headers.Add("Auto-Submitted", letter.Auto == AutoSubmitted.Replied ? "auto-replied" : "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        if (letter.Loop is { } loop) message.Headers.Add(Machine.LoopHeader, loop.OnOneLine);
        if (letter.Unsubscribe is { } where)
        {
            // RFC 2369 3.2, RFC 8058 3.1.
            message.Headers.Add("List-Unsubscribe", $"<{Id(where)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.Body = Body(letter);
        message.Prepare(EncodingConstraint.SevenBit);
        signs?.Sign(message, Dkim.Fields(message));
        return message;
    }

    /// <summary>Only addresses may be beyond ASCII here (RFC 6532), and only where the way allows it.</summary>
    public static FormatOptions Options(Letter letter)
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.International = letter.NeedsUtf8;
        return options;
    }

    public static byte[] Bytes(Letter letter, DkimSigner? signs = null)
    {
        using var bytes = new MemoryStream();
        Write(letter, signs).WriteTo(Options(letter), bytes);
        return bytes.ToArray();
    }

    public static MailboxAddress Box(MailAddress address) => new(Encoding.UTF8, Said(address.Name ?? ""), $"{Id(address.Local)}@{Id(address.Domain)}");

    private static MimeEntity Body(Letter letter)
    {
        var pictures = letter.Html is null ? [] : letter.Files.Where(f => f.ContentId is not null).ToList();
        var attached = letter.Files.Except(pictures).ToList();
        MimeEntity body = Text("plain", letter.Text);
        if (letter.Html is { } html)
        {
            MimeEntity shown = Text("html", html);
            if (pictures.Count > 0) shown = Together(new MultipartRelated(), letter, 3, [shown, .. pictures.Select(p => File(p, ContentDisposition.Inline))]);
            body = Together(new MultipartAlternative(), letter, 2, [body, shown]);
        }
        return attached.Count == 0 ? body : Together(new Multipart("mixed"), letter, 1, [body, .. attached.Select(f => File(f, ContentDisposition.Attachment))]);
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart File(Enclosure file, string disposition)
    {
        // A message or multipart may not be encoded as a whole (RFC 2045 6.4): a file is a file.
        var type = ContentType.TryParse(file.MediaType.OnOneLine, out var said) && said.MediaType is not ("message" or "multipart") ? said : new("application", "octet-stream");
        return new(new ContentType(type.MediaType, type.MediaSubtype))
        {
            Content = new MimeContent(new MemoryStream(file.Bytes.ToArray(), writable: false)), ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new(disposition) { FileName = file.Name.OnOneLine }, ContentId = file.ContentId is { } id ? Id(id) : null,
        };
    }

    /// <summary>The border between parts is the same for the same letter.</summary>
    private static Multipart Together(Multipart whole, Letter letter, int which, IEnumerable<MimeEntity> parts)
    {
        whole.Boundary = $"=_{which}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Id)).AsSpan(..12))}";
        foreach (var part in parts) whole.Add(part);
        return whole;
    }

    // Plain text that looks like an encoded word would be read as one, and say what nobody typed (RFC 2047 7).
    private static string Said(string text) => text.OnOneLine.Replace("=?", "= ?", StringComparison.Ordinal);

    private static string Id(string text) => string.Concat(text.OnOneLine.Where(c => !char.IsWhiteSpace(c) && c is not ('<' or '>' or ',')));
}
