using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>'Why me', beside the owner: the reasons for which the desk gave the ticket to this one, or why it gave it to nobody.</summary>
public static class ChoicePart
{
    public static Html Of(TicketView view, Caller me, IStringLocalizer words, Times times) => view.Ticket switch
    {
        { Chosen: { } why, Assignee: { } owner } => Fold(owner == me.Person ? words["Why me"] : words["Why {0}", CareWords.First(view.Assignee!.Name)], Reasons(why, owner == me.Person, words)),
        { Left: { } left, Assignee: null, IsOpen: true } => Fold(words["Why nobody"], [Because(left, words, times)]),
        _ => default,
    };

    private static Html Fold(string title, IEnumerable<string> reasons) => Html.Of(
        $"<details class=\"fc-menu fc-whom\"><summary>{Icon.Of("help-circle")} {title}</summary><div class=\"is-left\"><ul>{reasons.Select(r => Html.Of($"<li>{r}</li>"))}</ul></div></details>");

    private static IEnumerable<string> Reasons(ChosenWhy why, bool mine, IStringLocalizer words)
    {
        yield return why.Way switch
        {
            AssignWay.RoundRobin => words["Next in turn among {0} of {1} who were at work and had room", why.Of, why.All],
            AssignWay.Balanced => words["Least to do among {0} of {1} who were at work and had room", why.Of, why.All],
            _ => words["Asked for the next one: the most urgent of {0} that suited, of {1} that nobody had", why.Of, why.All],
        };
        if (why.Skill is { } skill) yield return why.Skilled ? mine ? words["You have the skill {0}", skill] : words["Has the skill {0}", skill] : words["Nobody there had the skill {0}", skill];
        if (why.Most is { } most) yield return words["Had {0} of {1} tickets", why.Tickets, most];
    }

    private static string Because(LeftWhy left, IStringLocalizer words, Times times)
    {
        var team = left.Team.Name;
        return left switch
        {
            { Because: LeftBecause.NobodyThere } => words["Nobody is in {0}.", team],
            { Because: LeftBecause.NobodyTakes } => words["Nobody of {0} takes new tickets just now.", team],
            { Because: LeftBecause.NobodyAtWork, Until: { } until } => words["Nobody of {0} is at work until {1}.", team, times.Clock(until)],
            { Because: LeftBecause.NobodyAtWork } => words["Nobody of {0} is at work.", team],
            { Because: LeftBecause.NobodySkilled, Until: { } until } => words["Nobody of {0} with the skill {1} is at work until {2}.", team, left.Skill!, times.Clock(until)],
            { Because: LeftBecause.NobodySkilled } => words["Nobody of {0} with the skill {1} has room.", team, left.Skill!],
            { Because: LeftBecause.NobodyElse } => words["Nobody of {0} has room but who laid it down.", team],
            _ => words["Everybody of {0} who is at work has as many as they take at once.", team],
        };
    }
}
