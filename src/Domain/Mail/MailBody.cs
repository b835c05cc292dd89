using System.Net;
using System.Text;

namespace FirstContact.Mail;

/// <summary>How a message is sealed. What is signed or encrypted is kept as it came; we neither open nor judge it.</summary>
public enum Seal { None, Signed, Encrypted }

/// <summary>
/// What a message says: the best text and the best HTML (RFC 2046 5.1.4: of alternatives the last that one can show), pictures in their places (RFC
/// 2387), and all else as attachments. Nothing of a message is in neither.
/// </summary>
public sealed class MailBody
{
    /// <summary>More of a text, in bytes, nobody reads and nobody shows; the raw message has it.</summary>
    public const int Longest = 1_000_000;

    private readonly IReadOnlyList<BodyPiece> _pieces;
    private readonly IReadOnlyList<Part> _attached;
    private IReadOnlyList<MailAttachment>? _attachments;
    private string? _text, _html, _beginning;

    private MailBody(BodyParts parts) => (_pieces, _attached, Seal) = (parts.Pieces, parts.Attached, parts.Seal);

    public Seal Seal { get; }

    public bool HasHtml => _pieces.Any(p => p.Htmls.Count > 0);

    /// <summary>It is longer than what is shown of it.</summary>
    public bool IsCut => _pieces.SelectMany(p => p.Texts.Concat(p.Htmls)).Any(p => p.RawBody.Length > Longest && p.Content(Longest + 1).Length > Longest);

    /// <summary>As text, with lines that end by LF; made of the HTML where the message has no other.</summary>
    public string Text => _text ??= ReadText();

    /// <summary>So much of the text as tells a report from a letter.</summary>
    internal string Beginning => _beginning ??= Text.Length > 60_000 ? Text[..60_000] : Text;

    /// <summary>As the sender made it, which nobody may show: see <see cref="SafeHtml"/>. Nothing when it is text alone.</summary>
    public string Html => _html ??= ReadHtml();

    public IReadOnlyList<MailAttachment> Attachments => _attachments ??= ReadAttachments();

    /// <summary>The first invitation to a meeting that is in it.</summary>
    public Invitation? Invitation => _attached.Where(p => p.MediaType is "text/calendar" or "application/ics").Select(Mail.Invitation.Of).FirstOrDefault(i => i is not null);

    internal static MailBody Of(Part whole) => new(new BodyParts(whole));

    /// <summary>The part that HTML means by a 'cid:' (RFC 2392).</summary>
    public MailAttachment? Picture(string contentId) => Attachments.FirstOrDefault(a => a.ContentId == contentId);

    private string ReadText()
    {
        var (said, length) = (new List<string>(), 0);
        foreach (var piece in _pieces)
        {
            var text = piece.Texts is [var only] ? PlainText(only) : string.Join('\n', piece.Texts.Select(PlainText));
            if (text.IsBlank && piece.Htmls.Count > 0) text = string.Join('\n', piece.Htmls.Select(h => HtmlText.Of(h.Text(Longest))));
            if (text.IsBlank) continue;
            said.Add(text);
            if ((length += text.Length) > Longest) break;
        }
        return string.Join("\n\n", said).TrimEnd();
    }

    /// <summary>One text part as it is meant: its lines, and its paragraphs where they flow.</summary>
    internal static string PlainText(Part part)
    {
        var text = Lines(part.Text(Longest));
        return part.Parameter("format")?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true ? Flowed.Read(text, part.Parameter("delsp")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true) : text;
    }

    internal static string Lines(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal)) return text;
        var both = text.AsSpan().Count("\r\n");
        return string.Create(text.Length - both, text, static (made, text) =>
        {
            for (int i = 0, n = 0; i < text.Length; i++)
                if (text[i] != '\r') made[n++] = text[i];
                else if (i + 1 == text.Length || text[i + 1] != '\n') made[n++] = '\n';
        });
    }

    private string ReadHtml()
    {
        if (!HasHtml) return "";
        if (_pieces is [{ Htmls: [var only] }]) return only.Text(Longest);
        var said = new StringBuilder();
        using var encoded = new StringWriter(said);
        foreach (var piece in _pieces)
        {
            foreach (var html in piece.Htmls) said.Append(html.Text(Longest)).Append('\n');
            if (piece.Htmls.Count == 0)
                foreach (var text in piece.Texts)
                {
                    said.Append("<div style=\"white-space:pre-wrap\">");
                    WebUtility.HtmlEncode(PlainText(text), encoded);
                    said.Append("</div>\n");
                }
            if (said.Length > Longest) break;
        }
        return said.ToString();
    }

    private List<MailAttachment> ReadAttachments() => [.. _attached.Select((part, i) => new MailAttachment(Name(part, i + 1), part, Shows(part)))];

    private static string Name(Part part, int number) =>
        SafeName.Of(part.FileName ?? (part is { IsMessage: true, Parts: [var inner] } && inner.Headers.Text("Subject") is { Length: > 0 } subject ? $"{subject.Replace('/', '-').Replace('\\', '-')}.eml" : null)
            ?? part.ContentLocation, part.MediaType, number);

    /// <summary>The HTML speaks of it, by its id or by its place.</summary>
    private bool Shows(Part part) => part.MediaType.StartsWith("image/", StringComparison.Ordinal) && HasHtml
        && ((part.ContentId is { } id && (Html.Contains($"cid:{id}", StringComparison.OrdinalIgnoreCase) || Html.Contains($"cid:{Uri.EscapeDataString(id)}", StringComparison.OrdinalIgnoreCase)))
            || (part.ContentLocation is { Length: > 3 } place && Html.Contains(place, StringComparison.Ordinal)));
}
