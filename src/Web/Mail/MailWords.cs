using Microsoft.Extensions.Localization;

namespace FirstContact.Mail;

/// <summary>How mail is told on a page.</summary>
internal static class MailWords
{
    public static Html State(this IStringLocalizer words, MailState state)
    {
        var (css, word) = state switch
        {
            MailState.Taken => ("is-ok", words["taken in"].Value),
            MailState.Doubled => ("is-line", words["came twice"].Value),
            MailState.Refused => ("is-line", words["not taken in"].Value),
            MailState.Held => ("is-warn", words["held"].Value),
            MailState.Failed => ("is-hot", words["broke"].Value),
            _ => ("is-line", words["waits"].Value),
        };
        return Html.Of($"<span class=\"fc-tag {css}\">{word}</span>");
    }

    public static string Size(this IStringLocalizer words, long bytes) => bytes < 1024 * 1024 ? words["{0} KB", Math.Max(1, bytes / 1024)] : words["{0} MB", bytes / 1024 / 1024];
}
