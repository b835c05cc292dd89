using Microsoft.Extensions.Localization;

namespace FirstContact.Webhooks;

/// <summary>How webhooks and deliveries are told on a page.</summary>
internal static class WebhookWords
{
    public static Html State(this IStringLocalizer words, WebhookRow row, Times times) => row switch
    {
        { Active: false, Off: OffBecause.Failing } => Tag("is-hot", words["off: it failed for days"]),
        { Active: false, Off: OffBecause.Gone } => Tag("is-hot", words["off: the receiver is gone"]),
        { Active: false } => Tag("is-line", words["off"]),
        { FailingSince: { } since } => Html.Of($"<span class=\"fc-tag is-warn\">{words["fails since"].Value} {times.At(since)}</span>"),
        _ => Tag("is-ok", words["on"]),
    };

    public static Html State(this IStringLocalizer words, DeliveryLine line, Times times) => line switch
    {
        { State: DeliveryState.Delivered } => Tag("is-ok", words["delivered"]),
        { State: DeliveryState.Failed } => Tag("is-hot", words["failed"]),
        { Attempts: 0 } => Tag("is-line", words["waits"]),
        { NextAt: { } next } when next > times.Now + Duration.FromMinutes(1) => Html.Of($"<span class=\"fc-tag is-warn\">{words["again in"].Value} {times.When(next)}</span>"),
        _ => Tag("is-warn", words["again in a moment"]),
    };

    /// <summary>'143 ms', '2.5 s'.</summary>
    public static string Took(this IStringLocalizer words, Duration took) =>
        took.TotalSeconds < 1 ? words["{0} ms", (int)took.TotalMilliseconds] : words["{0} s", took.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.CurrentCulture)];

    private static Html Tag(string css, string word) => Html.Of($"<span class=\"fc-tag {css}\">{word}</span>");
}
