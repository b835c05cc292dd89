using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What was tried, here and before: one list, so that nobody tries it again unknowingly.</summary>
public static class TriedPart
{
    public static Html Of(IEnumerable<TriedOn> tried, IStringLocalizer words, Times times) => Html.Of($"""
        <ul class="fc-tried fc-above">{tried.Select(t => Html.Of($"<li class=\"{Css(t.Tried.Outcome)}\">{Icon.Of(Sign(t.Tried.Outcome))}<div>{t.Tried.Text}{(t.Tried.Words is { } more ? Html.Of($" <span class=\"fc-2ink\">{more}</span>") : default)}<small>{Outcome(t.Tried.Outcome, words)} · {t.By}, {times.Clock(t.Tried.At)}{(t.On is { } on ? Html.Of($" · <a href=\"/t/{on.Number}\">{on.Number}</a> {on.Title}") : default)}</small></div></li>"))}</ul>
        """);

    private static string Outcome(TriedOutcome outcome, IStringLocalizer words) => outcome switch
    {
        TriedOutcome.Proposed => words["an idea, not tried yet"],
        TriedOutcome.InWork => words["chosen, being done"],
        TriedOutcome.Failed => words["tried, did not work"],
        TriedOutcome.Resolved => words["done, resolved with it"],
        TriedOutcome.Verified => words["works for the customer"],
        _ => words["told when it was handed over"],
    };

    private static string Sign(TriedOutcome outcome) => outcome switch
    {
        TriedOutcome.Proposed => "bulb", TriedOutcome.InWork => "hourglass", TriedOutcome.Failed => "x", TriedOutcome.Told => "transfer", _ => "check",
    };

    private static string Css(TriedOutcome outcome) => outcome switch { TriedOutcome.Failed => "is-no", TriedOutcome.Resolved or TriedOutcome.Verified => "is-yes", _ => "" };
}
