using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The rules that were bent for this customer, as the ticket's own timeline tells it.</summary>
public static class BendingPart
{
    public static Html Of(TicketView view, IStringLocalizer words)
    {
        var bent = view.Timeline.Where(e => e.On is null).Select(e => e.Event).OfType<RuleBent>().ToList();
        var gone = view.Timeline.Select(e => e.Event).OfType<BendingWithdrawn>().Select(e => e.Exception).ToHashSet();
        var ended = view.Timeline.Select(e => e.Event).OfType<BendingEnded>().ToDictionary(e => e.Exception);
        bent.RemoveAll(b => gone.Contains(b.Exception));
        if (bent.Count == 0) return default;
        return Html.Of($"""
            <details class="fc-panel" open><summary>{Icon.Of("file-text")} {words["Rules that were bent"].Value} <span class="fc-count">{bent.Count}</span></summary><div><ul class="fc-mini">{bent.Select(b =>
                Html.Of($"<li><a href=\"/exceptions/{b.Exception.Value}\">{b.Rule}</a> <span class=\"fc-words\">{b.Instead}</span><small>{State(ended.GetValueOrDefault(b.Exception), words)}</small></li>"))}</ul></div></details>
            """);
    }

    private static string State(BendingEnded? ended, IStringLocalizer words) =>
        ended is null ? words["its owner reads it"] : ended.Changes ? words["The process changes: {0}", ended.Words] : words["The reason holds: {0}", ended.Words];
}
