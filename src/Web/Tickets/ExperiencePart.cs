using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What solved the like before, the more viable first; one click makes it a proposal that names where it comes from.</summary>
public static class ExperiencePart
{
    public static Html Of(Ticket ticket, IReadOnlyList<Experience> all, Html token, IStringLocalizer words) => all.Count == 0 ? default : Html.Of($"""
        <section aria-labelledby="before-h" class="fc-below" id="experience"><h3 id="before-h">{words["Solved before"].Value}</h3>
        <ul class="fc-tried">{all.Select(e => One(ticket, e, token, words))}</ul></section>
        """);

    private static Html One(Ticket ticket, Experience e, Html token, IStringLocalizer words) => Html.Of($"""
        <li class="is-yes">{Icon.Of("history")}<div class="fc-grow">{e.Solution}<small>{Outcome(e, words)} · {words["most like this:"].Value} <a href="/t/{e.Best.Number}">{e.Best.Number}</a> {e.Best.Title}{Same(e.Best, words)}</small></div>
        <form method="post" action="/t/{ticket.Number}/care/proposal">{token}<input type="hidden" name="version" value="{ticket.Version}" /><input type="hidden" name="proposal" value="{e.Solution}" /><input type="hidden" name="source" value="similarTicket" /><input type="hidden" name="reference" value="{e.Best.Number}" /><button class="btn btn-sm" aria-label="{words["Take over: {0}", e.Solution].Value}">{words["Take it over"].Value}</button></form></li>
        """);

    private static string Outcome(Experience e, IStringLocalizer words) => string.Join(", ", new[]
    {
        e.Held == 1 ? words["held once"].Value : words["held {0} times", e.Held].Value,
        e.Verified == 0 ? words["never confirmed by a customer"].Value : e.Held == 1 ? words["confirmed by the customer"].Value : words["{0} confirmed by the customer", e.Verified].Value,
        e.Failed == 0 ? "" : words["did not hold {0} times", e.Failed].Value,
    }.Where(w => w.Length > 0));

    private static string Same(Precedent best, IStringLocalizer words) => (best.SameService, best.SameCategory) switch
    {
        (true, true) => words[" (same service and category)"],
        (true, _) => words[" (same service)"],
        (_, true) => words[" (same category)"],
        _ => "",
    };
}
