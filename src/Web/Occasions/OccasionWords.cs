using Microsoft.Extensions.Localization;

namespace FirstContact.Occasions;

/// <summary>How an event stands, in a word.</summary>
internal static class OccasionWords
{
    public static Html State(Occasion o, IStringLocalizer words, Instant now) => Told(o, words, now) is var (css, word) ? Html.Of($"<span class=\"fc-tag {css}\">{word}</span>") : default;

    /// <summary>The same where there is hardly any room: how the entry looks, and the word below it.</summary>
    public static (string Css, Html Word) Mark(Occasion o, IStringLocalizer words, Instant now) => Told(o, words, now) is (var css, var word) ? (css, Html.Of($" <small>{word}</small>")) : ("", default);

    private static (string Css, string Word)? Told(Occasion o, IStringLocalizer words, Instant now) => o switch
    {
        { CalledOff: true } => ("is-line", words["called off"]),
        { Test.Ok: false } => ("is-warn", words["test failed"]),
        { Test.Ok: true } => ("is-ok", words["tested"]),
        { Details.TestAt: { } test } when now >= test && now < o.Details.Ends => ("is-warn", words["not tested"]),
        { Details.TestAt: not null } when now < o.Details.Ends => ("is-accent", words["test planned"]),
        _ => null,
    };
}
