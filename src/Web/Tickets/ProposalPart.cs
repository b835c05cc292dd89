using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The ideas so far; what was tried and failed stays in sight.</summary>
public static class ProposalPart
{
    public static Microsoft.AspNetCore.Components.MarkupString Listed(CareRecord care, IStringLocalizer words) => care.Proposals.Count == 0 ? default : Html.Of(
        $"<ul class=\"fc-tried fc-below\">{care.Proposals.Select(p => Html.Of($"<li class=\"{(p.Failed ? "is-no" : "is-yes")}\">{Icon.Of(p.Failed ? "x" : "bulb")}<div>{p.Text}<small>{Told(p, words)}{(p.Failed ? " · " + words["tried, did not work"] : "")}</small></div></li>"))}</ul>");

    /// <summary>With a way to the ticket that it comes from.</summary>
    private static Html Told(Proposal p, IStringLocalizer words) => p.Source == ProposalSource.SimilarTicket && TicketNumber.TryParse(p.Reference, out _)
        ? Html.Of($"{words["as in"].Value} <a href=\"/t/{p.Reference!.Trim()}\">{p.Reference}</a>") : Html.Of($"{From(p, words)}");

    public static string From(Proposal p, IStringLocalizer words) => p.Source switch
    {
        ProposalSource.Article => words["article {0}", p.Reference ?? ""],
        ProposalSource.SimilarTicket => words["as in {0}", p.Reference ?? ""],
        _ => p.Reference is null ? words["experience"] : words["experience, {0}", p.Reference],
    };
}
