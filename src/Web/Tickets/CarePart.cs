using FirstContact.Policies;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The stepper: nine steps in four phases, who took each and when, and where the ticket stands.</summary>
public static class CarePart
{
    public static Html Of(TicketView view, IStringLocalizer words, Times times)
    {
        var next = view.Ticket.Next(view.Policy);
        var here = next is { } n ? (int)n + 1 : 9;
        var html = HtmlBuilder.Start();
        // A cancelled ticket is at no step: what was done stays readable, and nothing looks as if it had come to a good end.
        var over = view.Ticket.Status == TicketStatus.Cancelled;
        html.Add($"<section class=\"fc-care-w{(over ? " is-over" : "")}\" aria-label=\"{(over ? words["Care process, cancelled"] : words["Care process, step {0} of 9", here]).Value}\"><ol class=\"fc-care\">");
        foreach (var phase in Enum.GetValues<CarePhase>())
        {
            var steps = CareSteps.All.Where(s => s.Phase() == phase).ToList();
            html.Add($"<li{(next?.Phase() == phase ? Html.Raw(" class=\"is-here\"") : default)}><h2>{words.Phase(phase)}</h2><ol>");
            foreach (var step in steps) html.Add($"<li>{Step(view, step, step == next, words, times)}</li>");
            html.Add($"</ol></li>");
        }
        html.Add($"</ol>");
        if (next is { } now) html.Add($"<div class=\"fc-care-now fc-only-s\"><span><b class=\"fc-b\">{words.Phase(now.Phase())}: {words.Step(now, view.Customer.Name)}</b></span><span class=\"fc-3ink fc-num fc-nowrap\">{words["{0} of 9", here].Value}</span></div>");
        html.Add($"</section>");
        return html.Done();
    }

    private static Html Step(TicketView view, CareStep step, bool here, IStringLocalizer words, Times times)
    {
        var taken = view.Ticket.Care[step];
        var css = taken is { Skipped: true } ? "is-skip" : taken is not null ? "is-done" : here ? "is-here" : view.Policy[step] == Demand.LeftOut ? "is-skip" : "is-todo";
        var check = taken is { Skipped: false } ? Icon.Of("check") : default;
        return Html.Of($"<a class=\"fc-step {css}\" href=\"/t/{view.Ticket.Number}?step={Name(step)}#step\"{(here ? Html.Raw(" aria-current=\"step\"") : default)}><b>{check}{words.Step(step, view.Customer.Name)}</b><small>{Note(view, step, taken, words, times)}</small></a>");
    }

    private static string Note(TicketView view, CareStep step, StepTaken? taken, IStringLocalizer words, Times times) => (step, taken) switch
    {
        (_, { Skipped: true }) => words["skipped"],
        (CareStep.Statement, not null) when view.Ticket.Care.StatementAgreed == true => words["{0} agreed", CareWords.First(view.Customer.Name)],
        (CareStep.Statement, not null) when view.Ticket.Care.StatementAgreed == false => words["{0} corrected it", CareWords.First(view.Customer.Name)],
        (CareStep.Proposal, not null) => view.Ticket.Care.Proposals.Count == 1 ? words["1 idea"] : words["{0} ideas", view.Ticket.Care.Proposals.Count],
        (_, { } done) => $"{CareWords.First(view.People[done.By].Name)} {times.Clock(done.At)}",
        _ when view.Ticket.Status == TicketStatus.Cancelled => words["not taken"],
        (CareStep.CraftVerification, _) when view.Ticket.Care.ReproductionSteps.Count > 0 => words["replay {0} steps", view.Ticket.Care.ReproductionSteps.Count],
        (CareStep.CustomerVerification, _) => words["then close"],
        _ => words.Demand(view.Policy[step]),
    };

    /// <summary>As the API and the address name the step: craftVerification.</summary>
    public static string Name(CareStep step) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}
