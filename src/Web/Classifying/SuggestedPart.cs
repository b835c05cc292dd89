using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Classifying;

/// <summary>What the desk takes a text to be: said with how sure it is and why. On a ticket, <c>SuggestedOnPart</c> does the same.</summary>
public static class SuggestedPart
{
    /// <summary>For a form that is still being filled: each button fills a field of it.</summary>
    public static Html Offer(SuggestedView view, IStringLocalizer words) => view.Shown.Count == 0 ? default : Html.Of($"""
        <input type="hidden" name="suggested" value="yes" />
        <div class="fc-banner is-info fc-below">{Icon.Of("sparkles")}<div>{view.Shown.Select(t => Html.Of($"""
            <p>{Says(t.Suggestion, words)}</p><div class="fc-rowx fc-above">{Names(t).Select((name, i) => Html.Of($"<button class=\"btn btn-sm{(i == 0 ? "" : " fc-ghost")}\" formaction=\"/tickets/new\" data-turbo=\"false\" formnovalidate name=\"take\" value=\"{Field(t.Suggestion)}:{name}\" data-take>{(i == 0 ? words["Take {0}", name] : words["No, {0}", name]).Value}</button>"))}</div>
            """))}</div></div>
        """);

    internal static Html Says(Suggestion s, IStringLocalizer words) => Html.Of($"""
        {(s.What == Suggested.Category ? words["Looks like"] : words["Class:"]).Value} <b class="fc-b">{s.Name}</b>, {words["{0} % sure", s.Percent].Value}{(s.Why.Count == 0 ? default : Html.Of($" <span class=\"fc-2ink\">· {words["because of"].Value} {string.Join(", ", s.Why)}</span>"))}
        """);

    private static Seq<string> Names(Thought t) => [t.Suggestion.Name, .. t.Others];

    /// <summary>As the forms call it.</summary>
    internal static string Field(Suggestion s) => s.What == Suggested.Category ? "category" : "requestClass";
}
