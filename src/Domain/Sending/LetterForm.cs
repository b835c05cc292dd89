using System.Net;
using System.Text.RegularExpressions;

namespace FirstContact.Sending;

/// <summary>What stands in a letter for what is only known when it is written: {{number}}, {{link}}.</summary>
public static partial class Placeholders
{
    /// <summary>Each with what it is; what a person wrote is a block of its own.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["number"] = "the number of the ticket", ["title"] = "its title", ["name"] = "the name of whoever gets the letter", ["customer"] = "the name of the customer",
        ["agent"] = "who did it", ["team"] = "the team", ["organisation"] = "the name of the desk", ["link"] = "where the ticket is", ["message"] = "what was said",
        ["answer"] = "a link to answer without signing in, where something is asked",
    };

    public static IEnumerable<string> Unknown(string text) => Found().Matches(text).Select(m => m.Groups[1].Value).Where(n => !All.ContainsKey(n)).Distinct();

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    internal static partial Regex Found();
}

/// <summary>How letters of one kind read: Markdown with placeholders.</summary>
public sealed record LetterForm(string Subject, string Body)
{
    public const int LongestSubject = 200, LongestBody = 10_000;

    private const char Open = '\uE000', Shut = '\uE001';

    public Error? Wrong => Error.Of(
        Subject.IsBlank ? SendingErrors.SubjectMissing : Subject.IsLongerThan(LongestSubject) ? SendingErrors.SubjectTooLong : Unknown(Subject, "subject"),
        Body.IsBlank ? SendingErrors.BodyMissing : Body.IsLongerThan(LongestBody) ? SendingErrors.BodyTooLong : Unknown(Body, "body"));

    /// <summary>Whether this placeholder stands in what it says.</summary>
    public bool Uses(string placeholder) => Placeholders.Found().Matches(Body).Any(m => m.Groups[1].Value == placeholder);

    public string SubjectFor(IReadOnlyDictionary<string, string> values) => Fill(Subject, n => values.GetValueOrDefault(n, ""));

    public string TextFor(IReadOnlyDictionary<string, string> values) => Fill(Body, n => values.GetValueOrDefault(n, "")).Trim() + "\n";

    /// <summary>Only the form and what a person wrote is Markdown; a title is a title, whatever signs are in it.</summary>
    /// <param name="markdown">Safe HTML out of Markdown.</param>
    public string HtmlFor(IReadOnlyDictionary<string, string> values, Func<string, string> markdown)
    {
        var names = new List<string>();
        var html = markdown(Fill(Body, n => { names.Add(n); return $"{Open}{names.Count - 1}{Shut}"; }));
        foreach (var (i, name) in names.Index())
        {
            var (mark, value) = ($"{Open}{i}{Shut}", values.GetValueOrDefault(name, ""));
            html = name switch
            {
                "message" => html.Replace($"<p>{mark}</p>", mark, StringComparison.Ordinal).Replace(mark, markdown(value), StringComparison.Ordinal),
                "answer" when value.Length == 0 => html.Replace($"<p>{mark}</p>", "", StringComparison.Ordinal).Replace(mark, "", StringComparison.Ordinal),
                // Words, and the link behind them.
                "answer" when value.LastIndexOf(' ') is var at and > 0 => html.Replace(mark, $"{WebUtility.HtmlEncode(value[..at])} <a href=\"{WebUtility.HtmlEncode(value[(at + 1)..])}\">{WebUtility.HtmlEncode(value[(at + 1)..])}</a>", StringComparison.Ordinal),
                "link" => html.Replace(mark, $"<a href=\"{WebUtility.HtmlEncode(value)}\">{WebUtility.HtmlEncode(value)}</a>", StringComparison.Ordinal),
                _ => html.Replace(mark, WebUtility.HtmlEncode(value), StringComparison.Ordinal),
            };
        }
        return html;
    }

    private static string Fill(string text, Func<string, string> value) => Placeholders.Found().Replace(text, m => value(m.Groups[1].Value));

    private static Error? Unknown(string text, string field) =>
        Placeholders.Unknown(text).ToList() is [var first, ..] ? SendingErrors.PlaceholderUnknown(first).At(field) : null;
}

/// <summary>How letters read before anybody has written his own.</summary>
public static class LetterForms
{
    public const string Above = Mail.ReplyWords.Above;

    private const string End = "\n\n{{organisation}}\n\n{{link}}";

    public static LetterForm Of(LetterKind kind) => kind switch
    {
        LetterKind.Received => new("{{title}}", $"Hello {{{{name}}}},\n\nwe have your request, and somebody will look after it. Its number is {{{{number}}}}. To add something, simply answer this mail.{End}"),
        LetterKind.Said => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} wrote:\n\n{{{{message}}}}\n\n{{{{answer}}}}{End}"),
        LetterKind.Confirm => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} thinks that this is solved:\n\n{{{{message}}}}\n\nDoes it work for you? Answer this mail with 'yes, it works' or 'not yet', or:\n\n{{{{answer}}}}{End}"),
        LetterKind.Stated => new("{{title}}", $"Hello {{{{name}}}},\n\nthis is how we understood you:\n\n{{{{message}}}}\n\nIs that right? Answer this mail with 'that is right', or say what is different, or:\n\n{{{{answer}}}}{End}"),
        LetterKind.Closed => new("{{title}}", $"Hello {{{{name}}}},\n\nyour request {{{{number}}}} is closed. If something is still wrong, answer this mail.{End}"),
        LetterKind.Given => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} gave {{{{number}}}} of {{{{customer}}}} to you.{End}"),
        LetterKind.Answered => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} wrote on {{{{number}}}}, which you have:\n\n{{{{message}}}}{End}"),
        LetterKind.Called => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} calls you to {{{{number}}}} of {{{{customer}}}}:\n\n{{{{message}}}}{End}"),
        LetterKind.Noted => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} noted on {{{{number}}}} of {{{{customer}}}}:\n\n{{{{message}}}}{End}"),
        LetterKind.Changed => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{agent}}}} changed how {{{{number}}}} stands: {{{{message}}}}{End}"),
        LetterKind.Woke => new("{{title}}", $"Hello {{{{name}}}},\n\n{{{{number}}}} of {{{{customer}}}}, which you had put aside, is back.{End}"),
        LetterKind.Nears => new("{{title}}", $"Hello {{{{name}}}},\n\nthe time of a promise runs out on {{{{number}}}} of {{{{customer}}}}:\n\n{{{{message}}}}{End}"),
        LetterKind.Missed => new("{{title}}", $"Hello {{{{name}}}},\n\na promise was missed on {{{{number}}}} of {{{{customer}}}}:\n\n{{{{message}}}}{End}"),
        LetterKind.Agreement => new("{{title}}", $"Hello {{{{name}}}},\n\nan agreement for which you speak waits for you: {{{{title}}}}.\n\n{{{{message}}}}{End}"),
        LetterKind.Digest => new("What is new for you", $"Hello {{{{name}}}},\n\nthis is new since the last time:\n\n{{{{message}}}}{End}"),
        LetterKind.Proof => new("Is this address yours?", "Hello {{name}},\n\nsomebody who is signed in as {{name}} says that this address is theirs. If that is you, open the page below within a day and confirm it: then mail from here is yours.\n\n{{link}}\n\nIf it is not, do nothing.\n\n{{organisation}}"),
        _ => new("A test of your service desk", "This is a test. Whoever reads it knows that mail of the desk arrives.\n\n{{organisation}}\n\n{{link}}"),
    };
}
