using Microsoft.Extensions.Localization;

namespace FirstContact.Mailboxes;

/// <summary>How mailboxes are told on a page.</summary>
internal static class MailboxWords
{
    public static Html State(this IStringLocalizer words, MailboxLine line, Times times) => line switch
    {
        { Row.Active: false } => Tag("is-line", words["off"]),
        { FailingSince: { } since } => Html.Of($"<span class=\"fc-tag is-hot\">{words["fails since"].Value} {times.At(since)}</span>"),
        { ContactedAt: null } => Tag("is-line", words["on, not reached yet"]),
        { Waiting: > 0 } => Tag("is-ok", words["on, taking mail"]),
        _ => Tag("is-ok", words["on"]),
    };

    public static string Told(this IStringLocalizer words, LeftState state) => state switch
    {
        LeftState.Large => words["too large"],
        LeftState.Aside => words["put aside"],
        _ => words["stored"],
    };

    private static Html Tag(string css, string word) => Html.Of($"<span class=\"fc-tag {css}\">{word}</span>");
}
