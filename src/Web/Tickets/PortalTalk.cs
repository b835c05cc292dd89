using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What happened, as the customer reads it: what was said, and the few events that concern the customer.</summary>
public static class PortalTalk
{
    public static Html Of(TicketView view, Caller me, IStringLocalizer words, Times times)
    {
        var html = HtmlBuilder.Start();
        foreach (var e in view.Timeline)
        {
            Html? body = e.Event switch
            {
                TicketOpened opened when MailedPart.Is(e) => MailedPart.Of(opened.Title, opened.Description, opened.Files, words),
                MessagePosted said when MailedPart.Is(e) => MailedPart.Of("", said.Body, said.Files, words),
                TicketOpened opened => Html.Of($"<p class=\"fc-words\">{opened.Description}</p>{TimelinePart.Files(opened.Files)}"),
                MessagePosted said => TimelinePart.Message(said.Body, said.Files),
                TicketResolved resolved => Html.Of($"{resolved.Solution}"),
                CustomerVerified { Words: { } spoken } => Html.Of($"{spoken}"),
                StatementCorrected corrected => Html.Of($"{corrected.Correction}"),
                _ => null,
            };
            if (body is null)
            {
                if (e.Event is not (CustomerGreeted or TicketAssigned or CallbackChanged or TicketClosed { Verification: Verification.ByCustomer })) html.Add($"<p class=\"fc-sm fc-3ink\" id=\"e{e.Position}\">{Who(e, me, words)} {times.Told(e.Sentence)} · {times.Clock(e.At)}</p>");
                continue;
            }
            var mine = e.ActorId == me.Person || (e.Event is TicketOpened { Customer: var asker } && asker.Id == me.Person);
            var does = e.Event switch { TicketOpened when e.ActorId != me.Person => words["taken down by {0}", e.Actor].Value, MessagePosted { Kind: MessageKind.Call } => words["called you"].Value, TicketResolved => words["asks you to check"].Value, CustomerVerified { Outcome: CustomerOutcome.Works } => words["said: it works"].Value, CustomerVerified => words["said: not yet"].Value, _ => "" };
            html.Add($"<div id=\"e{e.Position}\"{(mine ? Html.Raw(" class=\"is-me\"") : default)}><header><b>{(mine ? words["You"].Value : Who(e, me, words))}</b> {does} {times.Clock(e.At)}</header>{body}</div>");
        }
        return html.Done();
    }

    private static string Who(TimelineEntry e, Caller me, IStringLocalizer words) => e.ActorId == me.Person ? words["You"] : e.ActorId == PersonId.Desk ? words["The desk"] : e.Actor;
}
