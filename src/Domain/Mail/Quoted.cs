using System.Text.RegularExpressions;

namespace FirstContact.Mail;

public enum StretchKind { Said, Quote, Signature }

/// <summary>A stretch of a text, by whom it was said. All stretches together are the whole text: what is folded is never lost.</summary>
public readonly record struct Stretch(StretchKind Kind, int From, int Length);

/// <summary>
/// Where in a text the quoted history and the signature begin, to fold them. Quotes are lines with '>' and what introduces them (RFC 3676 4.5), or all
/// behind the header that Outlook puts there; a signature stands behind '-- ' (RFC 3676 4.3) or is what telephones add. A text that would be folded whole,
/// as a forwarded one, is not folded.
/// </summary>
public static partial class Quoted
{
    // Beyond so many lines all is one.
    private const int MostLines = 5_000;
    private const int Longest = 500, IntroLines = 4, HeaderLines = 8, SignatureLines = 25;

    public static IReadOnlyList<Stretch> In(string text)
    {
        var lines = LinesOf(text);
        var kinds = new StretchKind[lines.Count];
        var end = History(text, lines);
        for (var i = 0; i < lines.Count; i++) kinds[i] = i >= end || IsQuote(text, lines[i]) ? StretchKind.Quote : StretchKind.Said;
        Introductions(text, lines, kinds);
        Signature(text, lines, kinds);
        if (!lines.Where((l, i) => kinds[i] == StretchKind.Said && !text.AsSpan()[l].IsWhiteSpace()).Any()) return text.Length == 0 ? [] : [new(StretchKind.Said, 0, text.Length)];
        return Gather(text, lines, kinds);
    }

    /// <summary>'Fwd: …': then what stands below is what the sender wants to show.</summary>
    public static bool IsForward(string subject) => Forward().IsMatch(subject.Length > 80 ? subject[..80] : subject);

    private static List<Range> LinesOf(string text)
    {
        var lines = new List<Range>();
        foreach (var line in text.AsSpan().Split('\n'))
        {
            lines.Add(lines.Count < MostLines - 1 ? line : line.Start..text.Length);
            if (lines.Count == MostLines) break;
        }
        return lines;
    }

    private static bool IsQuote(string text, Range line) => text.AsSpan()[line].TrimStart() is ['>', ..];

    /// <summary>The line from which on all is an older message.</summary>
    private static int History(string text, List<Range> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = text.AsSpan()[lines[i]].Trim();
            if (line.Length is 0 or > Longest) continue;
            if (line is ['-', '-', ..] && Original().IsMatch(line)) return i;
            if (Sender().IsMatch(line) && IsHeader(text, lines, i)) return i > 0 && text.AsSpan()[lines[i - 1]].Trim() is { Length: >= 10 } rule && rule.IndexOfAnyExcept('_', '-') < 0 ? i - 1 : i;
        }
        return lines.Count;
    }

    /// <summary>A 'From:' with a 'Subject:' in the lines below it.</summary>
    private static bool IsHeader(string text, List<Range> lines, int at)
    {
        for (var i = at + 1; i < Math.Min(lines.Count, at + HeaderLines); i++)
        {
            var line = text.AsSpan()[lines[i]].Trim();
            if (line.Length <= Longest && Subject().IsMatch(line)) return true;
        }
        return false;
    }

    /// <summary>'On Monday Helen wrote:', in any language: some lines before a quote that end with a colon and hold a date or an address.</summary>
    private static void Introductions(string text, List<Range> lines, StretchKind[] kinds)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (kinds[i] != StretchKind.Quote || kinds[i - 1] != StretchKind.Said) continue;
            var last = i - 1;
            while (last >= 0 && i - last < IntroLines && text.AsSpan()[lines[last]].IsWhiteSpace()) last--;
            if (last < 0 || text.AsSpan()[lines[last]].TrimEnd() is not [.., ':' or '：']) continue;
            for (var first = last; first >= 0 && last - first < IntroLines - 1 && kinds[first] == StretchKind.Said && !text.AsSpan()[lines[first]].IsWhiteSpace(); first--)
            {
                var line = text.AsSpan()[lines[first]];
                if (line.Length > Longest) break;
                if (!line.Contains('@') && !Year().IsMatch(line) && !Wrote().IsMatch(line)) continue;
                for (var n = first; n < i; n++) kinds[n] = StretchKind.Quote;
                if (Opening().IsMatch(line)) break;
            }
        }
    }

    private static void Signature(string text, List<Range> lines, StretchKind[] kinds)
    {
        var end = Array.FindLastIndex(kinds, k => k == StretchKind.Said);
        for (var i = end; i >= 0 && end - i < SignatureLines && kinds[i] == StretchKind.Said; i--)
        {
            var line = text.AsSpan()[lines[i]];
            if (line.Length > Longest || !(line.TrimEnd() is "--" || Telephone().IsMatch(line.Trim()))) continue;
            for (var n = i; n <= end; n++) kinds[n] = StretchKind.Signature;
            end = i - 1;
        }
    }

    private static List<Stretch> Gather(string text, List<Range> lines, StretchKind[] kinds)
    {
        var found = new List<Stretch>();
        var from = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && kinds[i] == kinds[i - 1]) continue;
            var end = i < lines.Count ? lines[i].Start.Value : text.Length;
            if (end > from) found.Add(new(kinds[i - 1], from, end - from));
            from = end;
        }
        return found;
    }

    [GeneratedRegex(@"^\s*(?:(?:re|aw|sv|antw)\s*:\s*)?(?:fwd?|wg|tr|rv|vs|i|enc|doorst|vl|pd)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^-{2,}\s?(?:original|ursprüngliche|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk|originalmeddelande|oprindelig|opprinnelig|wiadomość oryginalna|původní|исходное).{0,40}-{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Original();

    [GeneratedRegex(@"^\*?(?:from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|寄件者|差出人|보낸 사람)\s?\*?[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^\*?(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|předmět|aihe|тема|主题|主旨|件名|제목)\s?\*?[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:wrote|writes|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał|napsal|kirjoitti|написал|пишет)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^\s*(?:on|am|le|el|il|em|op|den|w dniu|dne|at)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:sent from my |sent from (?:outlook|mail|yahoo|samsung)|get outlook for |von meinem .{1,30} gesendet|gesendet von |envoyé de(?:puis)? mon |enviado desde mi |inviato da |verstuurd vanaf |skickat från |lähetetty )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
