using FirstContact.Policies;
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
        foreach (var action in definition.Then)
        {
            var before = work.Happened.Count;
            if (!(await work.Tickets.Load(on.Value)).Is(out var ticket, out var gone)) return [new(action, [], gone, Sent: null)];
            if (action.Kind == ActionKind.Webhook)
            {
                did.Add(await Send(work, rule, version, action, ticket));
                continue;
            }
            var result = Command(action, ticket, await Text(work, ticket, action.Text), work.By.At) is { } command ? await command.Do(work) : ticket;
            did.Add(new(action, [.. work.Happened.Skip(before)], result.Error, Sent: null));
        }
        return did;
    }

    public static T? Word<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) && char.IsLetter(text![0]) ? word : null;

    /// <summary>Null when there is nothing to do: what does not wait need not be taken up again.</summary>
    private static TicketCommand? Command(RuleAction action, Ticket ticket, string? text, Instant now)
    {
        var (on, value) = (ticket.Id, action.Value);
        return action.Kind switch
        {
            ActionKind.Team => As(TicketVerb.Team),
            ActionKind.Assignee => As(TicketVerb.Assign),
            ActionKind.Priority => As(TicketVerb.Priority),
            ActionKind.Impact => new ChangeTicket(on) { Impact = Word<Level>(value) },
            ActionKind.Urgency => new ChangeTicket(on) { Urgency = Word<Level>(value) },
            ActionKind.Category => As(TicketVerb.Category),
            ActionKind.Service => As(TicketVerb.Service),
            ActionKind.Class => As(TicketVerb.Class),
            ActionKind.AddTags => As(TicketVerb.Tag),
            ActionKind.RemoveTags => As(TicketVerb.Untag),
            ActionKind.Note => As(TicketVerb.Note),
            ActionKind.Reply => As(TicketVerb.Reply),
            ActionKind.AskIn => As(TicketVerb.AskIn),
            ActionKind.Watch => As(TicketVerb.Watch),
            ActionKind.Wait => As(TicketVerb.Wait),
            ActionKind.Resume => ticket.Wait is null ? null : As(TicketVerb.Resume),
            ActionKind.Cancel => As(TicketVerb.Cancel),
            ActionKind.Close => new CloseTicket(on, text),
            _ => throw new NotSupportedException($"No command does {action.Kind}."),
        };

        TicketCommand As(TicketVerb verb) => new TicketAction(verb, value, text, action.For is { } time ? now + time : null).On(on);
    }

    private static async Task<RuleDid> Send(Work work, Named<RuleId> rule, int version, RuleAction action, Ticket ticket)
    {
        if ((await work.Read.Webhooks()).FirstOrDefault(w => w.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == action.Value) is not { } webhook) return new(action, [], RuleErrors.WebhookUnknown, null);
        if (!webhook.Active) return new(action, [], RuleErrors.WebhookIsOff, null);
        work.Write(DeliveryRows.Queue(work.Read.Database, webhook.Id, "ticket.rule-applied", Ticket.Subject, ticket.Key, work.By.At, new { Rule = new { rule.Id, rule.Name, Version = version } }));
        work.Ring(Webhook.Subject);
        return new(action, [], null, webhook.Details.Name);
    }

    /// <summary>Words with what the ticket has in the place of <c>{number}</c> and the like.</summary>
    private static async Task<string?> Text(Work work, Ticket ticket, string? text)
    {
        if (text is null || !text.Contains('{', StringComparison.Ordinal)) return text;
        var view = await DescribeTicket.Of(work.Question, ticket, [], await RelatedTicket.Of(work.Question, ticket));
        return RuleText.Fill(text, name => name switch
        {
            "number" => ticket.Number,
            "title" => ticket.Title,
            "customer" => view.Customer.Name,
            "first" => view.Customer.Name.Split(' ')[0],
            "assignee" => view.Assignee?.Name ?? "nobody",
            "team" => view.Team.Name,
            "service" => view.Names.Service?.Name ?? "",
            "category" => view.Names.Category?.Name ?? "",
            "priority" => ticket.Priority.ToString(),
            _ => null,
        });
    }
}

/// <summary>What became of one action: what happened, or why not, or to which webhook it was sent; nothing at all when all was as asked already.</summary>
internal sealed record RuleDid(RuleAction Action, IReadOnlyList<Event> Happened, Error? Refused, string? Sent)
{
    public IEnumerable<string> Sentences(EventCatalogue catalogue) => [.. Happened.Select(catalogue.Sentence), .. Sent is null ? [] : (IEnumerable<string>)[$"told the webhook {Sent}"]];
}
