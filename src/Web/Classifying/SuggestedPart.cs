using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Classifying;

/// <summary>What the desk takes a text to be: said with how sure it is and why, and taken or corrected with one click.</summary>
public static class SuggestedPart
{
    /// <summary>For a form that is still being filled: each button fills a field of it.</summary>
    public static Html Offer(SuggestedView view, IStringLocalizer words) => view.Shown.Count == 0 ? default : Html.Of($"""
        <input type="hidden" name="suggested" value="yes" />
        <div class="fc-banner is-info fc-below">{Icon.Of("sparkles")}<div>{view.Shown.Select(t => Html.Of($"""
            <p>{Says(t.Suggestion, words)}</p><div class="fc-rowx fc-above">{Names(t).Select((name, i) => Html.Of($"<button class=\"btn btn-sm{(i == 0 ? "" : " fc-ghost")}\" formaction=\"/tickets/new\" data-turbo=\"false\" formnovalidate name=\"take\" value=\"{Field(t.Suggestion)}:{name}\" data-take>{(i == 0 ? words["Take {0}", name] : words["No, {0}", name]).Value}</button>"))}</div>
            """))}</div></div>
        """);

    /// <summary>On a ticket: what it could be, or what the desk has done by itself.</summary>
    /// <param name="token">What proves that the forms are ours.</param>
    public static Html On(Ticket ticket, SuggestedView view, Html token, IStringLocalizer words)
    {
        if (ticket.SelfTaken.Count > 0)
            return Html.Of($"""
                <div class="fc-banner is-info fc-below" id="suggested">{Icon.Of("sparkles")}<div>{ticket.SelfTaken.Select(s => Html.Of($"""
                    <p>{words["The desk classified it by itself:"].Value} {Says(s, words)}</p>
                    {Form(ticket, token, s, [s.Name, .. view.Shown.FirstOrDefault(t => t.Suggestion.What == s.What)?.Others ?? []], words["That is right"], words)}
                    """))}</div></div>
                """);
        if (view.Shown.Count > 0)
            return Html.Of($"""
                <div class="fc-banner is-info fc-below" id="suggested">{Icon.Of("sparkles")}<div>{view.Shown.Select(t => Html.Of($"""
                    <p>{Says(t.Suggestion, words)}</p>
                    {Form(ticket, token, t.Suggestion, Names(t), words["Yes, {0}", t.Suggestion.Name], words)}
                    """))}</div></div>
                """);
        return view.HasLearned ? Html.Of($"<p class=\"fc-sm fc-3ink fc-below\" id=\"suggested\">{words["The desk does not suggest anything here: it is not sure enough."].Value}</p>") : default;
    }

    private static Html Form(Ticket ticket, Html token, Suggestion s, Seq<string> names, string yes, IStringLocalizer words) => Html.Of($"""
        <form method="post" action="/t/{ticket.Number}/care/classification" class="fc-rowx fc-above">{token}<input type="hidden" name="version" value="{ticket.Version}" />{names.Select((name, i) => Html.Of($"<button class=\"btn btn-sm{(i == 0 ? "" : " fc-ghost")}\" name=\"{Field(s)}\" value=\"{name}\">{(i == 0 ? yes : words["No, {0}", name].Value)}</button>"))}</form>
        """);

    private static Html Says(Suggestion s, IStringLocalizer words) => Html.Of($"""
        {(s.What == Suggested.Category ? words["Looks like"] : words["Class:"]).Value} <b class="fc-b">{s.Name}</b>, {words["{0} % sure", s.Percent].Value}{(s.Why.Count == 0 ? default : Html.Of($" <span class=\"fc-2ink\">· {words["because of"].Value} {string.Join(", ", s.Why)}</span>"))}
        """);

    private static Seq<string> Names(Thought t) => [t.Suggestion.Name, .. t.Others];

    /// <summary>As the forms call it.</summary>
    private static string Field(Suggestion s) => s.What == Suggested.Category ? "category" : "requestClass";
}
