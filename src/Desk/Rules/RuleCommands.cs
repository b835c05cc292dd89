using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Rules;

/// <summary>The actions of a rule as the commands that people use, done one after another in one work, as one.</summary>
internal static class RuleCommands
{
    /// <summary>Does them all on the ticket as the one before has left it. What is refused keeps nothing else from being done.</summary>
    public static async Task<IReadOnlyList<RuleDid>> Do(Work work, Named<RuleId> rule, int version, RuleDefinition definition, TicketId on)
    {
        var did = new List<RuleDid>();
        foreach (var (i, action) in definition.Then.Index())
        {
            if (!(await work.Tickets.Load(on.Value)).Is(out var ticket, out var gone)) return [new(action, [], gone, Sent: null)];
            if (action.Do == TicketVerb.Webhook)
            {
                did.Add(await Send(work, rule, version, action, ticket));
                continue;
            }
            var done = await TicketActions.Do(work, action with { Words = await TicketFilling.Fill(work.Question, ticket, action.Words) }, on, did.Take(i).Where(d => d.Refused is null).Select(d => d.Action));
            did.Add(new(action, done.Happened, done.Refused, Sent: null));
        }
        return did;
    }

    private static async Task<RuleDid> Send(Work work, Named<RuleId> rule, int version, TicketAction action, Ticket ticket)
    {
        if ((await work.Read.Webhooks()).FirstOrDefault(w => w.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == action.To) is not { } webhook) return new(action, [], RuleErrors.WebhookUnknown, null);
        if (!webhook.Active) return new(action, [], RuleErrors.WebhookIsOff, null);
        work.Write(DeliveryRows.Queue(work.Read.Database, webhook.Id, "ticket.rule-applied", Ticket.Subject, ticket.Key, work.By.At, new { Rule = new { rule.Id, rule.Name, Version = version } }));
        work.Ring(Webhook.Subject);
        return new(action, [], null, webhook.Details.Name);
    }
}

/// <summary>What became of one action: what happened, or why not, or to which webhook it was sent; nothing at all when all was as asked already.</summary>
internal sealed record RuleDid(TicketAction Action, IReadOnlyList<Event> Happened, Error? Refused, string? Sent)
{
    public IEnumerable<string> Sentences(EventCatalogue catalogue) => [.. Happened.Select(catalogue.Sentence), .. Sent is null ? [] : (IEnumerable<string>)[$"told the webhook {Sent}"]];
}
