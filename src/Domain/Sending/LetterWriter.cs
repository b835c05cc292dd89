using System.Security.Cryptography;
using System.Text;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>Writes a letter as a message (RFC 5322, MIME): text, the same as HTML with its pictures, then what is attached.</summary>
public static class LetterWriter
{
    /// <summary>The first begins the thread, the last are the nearest; no reader needs those between (RFC 5322 3.6.4 asks for no more).</summary>
    private const int MostReferences = 20;

    private const int Base64Line = 76;

    public static byte[] Write(Letter letter)
    {
        var written = new StringBuilder();
        foreach (var field in Fields(letter)) written.Append(field);
        var pictures = letter.Html is null ? [] : letter.Files.Where(f => f.ContentId is not null).ToList();
        var attached = letter.Files.Except(pictures).ToList();

        IPart body = new TextPart("plain", letter.Text);
        if (letter.Html is { } html)
        {
            IPart shown = new TextPart("html", html);
            if (pictures.Count > 0) shown = new Multipart("related", Boundary(letter, 3), [shown, .. pictures.Select(p => new FilePart(p, "inline"))], "text/html");
            body = new Multipart("alternative", Boundary(letter, 2), [body, shown]);
        }
        if (attached.Count > 0) body = new Multipart("mixed", Boundary(letter, 1), [body, .. attached.Select(f => new FilePart(f, "attachment"))]);
        body.Write(written);
        // Only addresses may be beyond ASCII here (RFC 6532), and only where the way allows it.
        return Encoding.UTF8.GetBytes(written.ToString());
    }

    /// <summary>An address as the way takes it: nothing in it that could end a line or a bracket.</summary>
    public static string Bare(MailAddress address) => FieldWriter.Bare(address);

    private static IEnumerable<string> Fields(Letter letter)
    {
        yield return FieldWriter.Field("Date", FieldWriter.Date(letter.Date).Split(' '));
        yield return FieldWriter.Field("From", FieldWriter.Addresses(letter.From));
        if (letter.To.Count > 0) yield return FieldWriter.Field("To", FieldWriter.Addresses(letter.To));
        if (letter.Cc.Count > 0) yield return FieldWriter.Field("Cc", FieldWriter.Addresses(letter.Cc));
        if (letter.ReplyTo is { } reply) yield return FieldWriter.Field("Reply-To", FieldWriter.Addresses(reply));
        yield return FieldWriter.Field("Subject", FieldWriter.Text(letter.Subject));
        yield return FieldWriter.Field("Message-ID", FieldWriter.Ids(letter.Id));
        if (letter.References is [.., var nearest])
        {
            yield return FieldWriter.Field("In-Reply-To", FieldWriter.Ids(nearest));
            yield return FieldWriter.Field("References", FieldWriter.Ids(letter.References.Count <= MostReferences ? letter.References : [letter.References[0], .. letter.References.TakeLast(MostReferences - 1)]));
        }
        if (letter.Auto != AutoSubmitted.No)
        {
            yield return FieldWriter.Field("Auto-Submitted", letter.Auto == AutoSubmitted.Replied ? "auto-replied" : "auto-generated");
            // What the rule does not reach: servers of Exchange (MS-OXCMAIL 2.2.3.2.14).
            yield return FieldWriter.Field("X-Auto-Response-Suppress", "OOF,", "AutoReply");
        }
        if (letter.Loop is { } loop) yield return FieldWriter.Field(Machine.LoopHeader, FieldWriter.Text(loop));
        if (letter.Unsubscribe is { } where)
        {
            yield return FieldWriter.Field("List-Unsubscribe", FieldWriter.Ids(where));
            yield return FieldWriter.Field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        yield return FieldWriter.Field("MIME-Version", "1.0");
    }

    /// <summary>The same for the same letter. Neither of the encodings that are used can write "=_", so that no text holds it.</summary>
    private static string Boundary(Letter letter, int which) =>
        $"=_{which}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Id)).AsSpan(..12))}";

    private interface IPart
    {
        void Write(StringBuilder to);
    }

    private sealed record TextPart(string Subtype, string Text) : IPart
    {
        public void Write(StringBuilder to) => to
            .Append(FieldWriter.Field("Content-Type", $"text/{Subtype};", "charset=utf-8"))
            .Append(FieldWriter.Field("Content-Transfer-Encoding", "quoted-printable"))
            .Append("\r\n").Append(QuotedPrintable.Of(Text));
    }

    private sealed record FilePart(Enclosure File, string Disposition) : IPart
    {
        public void Write(StringBuilder to)
        {
            to.Append(FieldWriter.Field("Content-Type", MediaType(File.MediaType)));
            to.Append(FieldWriter.Field("Content-Transfer-Encoding", "base64"));
            to.Append(FieldWriter.Field("Content-Disposition", [$"{Disposition};", .. WordWriter.Parameter("filename", File.Name)]));
            if (File.ContentId is { } id) to.Append(FieldWriter.Field("Content-ID", FieldWriter.Ids(id)));
            to.Append("\r\n");
            // A whole number of lines at a time, so that a large file is not written twice over.
            for (var at = 0; at < File.Bytes.Length; at += Base64Line / 4 * 3)
                to.Append(Convert.ToBase64String(File.Bytes.Span.Slice(at, Math.Min(Base64Line / 4 * 3, File.Bytes.Length - at)))).Append("\r\n");
        }

        // Messages and multiparts may not be encoded as a whole (RFC 2045 6.4): a file is a file.
        private static string MediaType(string said) =>
            said.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && type is not ("message" or "multipart") && (type + subtype).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+') ? said : "application/octet-stream";
    }

    /// <param name="Root">Of what kind the part is that the others belong to (RFC 2387 3.1).</param>
    private sealed record Multipart(string Subtype, string Boundary, IReadOnlyList<IPart> Parts, string? Root = null) : IPart
    {
        public void Write(StringBuilder to)
        {
            string[] root = Root is null ? [] : [$"type=\"{Root}\";"];
            to.Append(FieldWriter.Field("Content-Type", [$"multipart/{Subtype};", .. root, $"boundary=\"{Boundary}\""])).Append("\r\n");
            foreach (var part in Parts)
            {
                to.Append("--").Append(Boundary).Append("\r\n");
                part.Write(to);
            }
            to.Append("--").Append(Boundary).Append("--\r\n");
        }
    }
}
