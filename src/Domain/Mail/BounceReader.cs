using System.Text.RegularExpressions;

namespace FirstContact.Mail;

/// <summary>
/// Reports in words: of qmail, Exim, old sendmail, Exchange and many more, which send a text for people and below it the message, or what is left of it.
/// A mail system must have sent it, or its title must be one of theirs and it say whom it could not reach: a person who asks
/// 'why was this returned?' and encloses the report is no mail system.
/// </summary>
internal static partial class BounceReader
{
    private const int LongestWords = 2_000, LongestLine = 500;

    public static DeliveryReport? Read(Message message)
    {
        var system = BounceForms.IsSystem(message);
        var title = BounceForms.IsTitle(message.Subject) || (message.ReturnPath == "" && BounceForms.IsPostmaster(message) && BounceForms.IsSaid(Text(message)));
        if (!system && !title && message.Headers.Value("X-Failed-Recipients") is null) return null;
        // A keeper of mail, an empty way back or a returned message beside the text: one of these has to agree with the title.
        if (!system && !(BounceForms.IsPostmaster(message) || message.ReturnPath == "" || IsReport(message) || IsNotification(message)
            || (message.Author is { } author && BounceForms.IsNoReply(author.Local) && message.Whole.All(enclosed: false).Any(p => p.IsMessage)))) return null;
        var recipient = Recipient(message);
        if (recipient is null && !title && !IsReport(message)) return null;
        var original = Quoted(message);
        return new(recipient is null ? [] : [recipient], original?.Id, original?.Headers.Text("Subject"), message.From is [{ Domain: { Length: > 0 } domain }, ..] ? domain : null);
    }

    /// <summary>To whom it did not get: said in a field of Exim's, else the first address in the words above the returned message.</summary>
    public static ReportedRecipient? Recipient(Message message)
    {
        var words = Words(message);
        var address = message.Headers.Value("X-Failed-Recipients") is { } failed && AddressReader.Read(failed) is [var first, ..] ? first.Address : Named(message, words);
        if (address is null) return null;
        var action = BounceForms.IsLate(message.Subject, words) ? DeliveryAction.Delayed : DeliveryAction.Failed;
        return new(address, action, BounceForms.Status(words), Said(words));
    }

    /// <summary>The headers of what came back: of the enclosed message, else of the one that stands in the text, indented perhaps.</summary>
    public static Original? Quoted(Message message)
    {
        if (StatusReader.Original(message.Whole.All(enclosed: false)) is { } enclosed) return enclosed;
        var text = Text(message);
        var at = ReturnedAt(text);
        if (at < 0) return null;
        var lines = string.Join('\n', text[at..].Split('\n').Take(200).Select(Unindented));
        return new(HeaderReader.Read(System.Text.Encoding.UTF8.GetBytes(lines), PartReader.MostFields).Headers);
    }

    /// <summary>'   To: …' stood in a box; a fold has a field before it, and keeps its blank.</summary>
    private static string Unindented(string line) => Field().IsMatch(line.Length > LongestLine ? line[..LongestLine] : line) ? line.TrimStart(' ', '\t', '|', '>') : $" {line.Trim()}" is { Length: > 1 } fold ? fold : "";

    private static bool IsReport(Message message) => message.Whole.MediaType == "multipart/report" || message.Headers.Text("Content-Type")?.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Amazon tells of bounces and complaints in JSON; lists tell of loops.</summary>
    private static bool IsNotification(Message message) =>
        Text(message) is var text && (text.Contains("\"notificationType\":", StringComparison.Ordinal) || message.Subject.StartsWith("Loop Alert:", StringComparison.OrdinalIgnoreCase));

    private static string Text(Message message) => message.Body.Beginning;

    /// <summary>What is said above the message that came back.</summary>
    private static string Words(Message message)
    {
        var text = Text(message);
        if (StatusReader.Original(message.Whole.All(enclosed: false)) is not null) return text;
        return ReturnedAt(text) is >= 0 and var at ? text[..at] : text;
    }

    /// <summary>Where the message that came back begins in the text: three fields in a row of which the first is one that messages begin with.</summary>
    private static int ReturnedAt(string text)
    {
        var (at, fields) = (-1, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (line.Length > LongestLine) line = line[..LongestLine];
            if (at < 0 ? First().IsMatch(line) : Field().IsMatch(line))
            {
                if (at < 0) at = range.Start.Value;
                if (++fields == 3) return at;
            }
            // A fold begins with a blank; anything else, and a blank line, was no header.
            else if (at >= 0 && !(line is [' ' or '\t' or '|' or '>', ..] && !line.IsWhiteSpace())) (at, fields) = (-1, 0);
        }
        return -1;
    }

    private static string? Named(Message message, string words)
    {
        var ours = message.To.Select(a => a.Address).Concat(message.From.Select(a => a.Address)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (Asked().Match(words) is { Success: true } asked && Address().Match(asked.Value) is { Success: true } refused) return refused.Value;
        string? known = null;
        foreach (Match address in Address().Matches(words))
        {
            if (address.Value.Trim('.', '\'') is var found && (found.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase) || found.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase))) continue;
            if (!ours.Contains(found)) return found;
            known ??= found;
        }
        return known;
    }

    /// <summary>The line in which a server gives its reason: the one with a code, else nothing.</summary>
    private static string? Said(string words)
    {
        if (Reason().Match(words) is not { Success: true } match) return null;
        var line = Header.Said(match.Value);
        return line.Length > LongestWords ? line[..LongestWords] : line;
    }

    [GeneratedRegex(@"[\p{L}\p{N}!#$%&'*+/=?^_{|}~.-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,252}[\p{L}\p{N}]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // What was asked of the other server, in a transcript.
    [GeneratedRegex(@"\bRCPT TO:.{0,300}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    // Fields with which messages begin.
    [GeneratedRegex(@"^[ \t|>]{0,8}(?:Return-[Pp]ath|Received|Message-I[Dd]|Delivered-To|X-(?!Postfix)[\w-]{2,40}|M[Ii][Mm][Ee]-Version|From|To|Date|Subject|DKIM-Signature)\s?:", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex(@"^[ \t|>]{0,8}[A-Za-z][A-Za-z-]{1,40}\s?:", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^.{0,400}\b[45]\d\d[ -].{0,400}$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
