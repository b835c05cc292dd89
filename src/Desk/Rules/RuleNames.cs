using FirstContact.Lists;
using FirstContact.People;
using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Rules;

/// <summary>What a rule names, as people name it and as it is kept: teams, services, categories, classes and webhooks by id, so that renaming one breaks no rule.</summary>
internal static class RuleNames
{
    /// <summary>The definition to be kept, or all that is unknown of it, each at its field.</summary>
    public static async Task<Result<RuleDefinition>> Settle(Work work, RuleDefinition said)
    {
        var wrong = new List<Error>();
        var conditions = new List<Condition>();
        foreach (var c in said.If.Where(c => !c.Value.IsBlank))
        {
            var kept = await Kept(work, ConditionVerb(c.Name), c.Value.Trim(), retired: true);
            if (kept.Error is { } no) wrong.Add(no.At(RuleConditions.At(c.Name)));
            conditions.Add(c with { Value = kept.Value ?? c.Value.Trim() });
        }
        // Words like a status have no name to be looked up; whether they can be meant the filter says itself.
        var words = conditions.Where(c => ConditionVerb(c.Name) is null && RuleConditions.Names.Contains(c.Name)).ToList();
        if ((await RuleFilter.Of(words).Where(work.Question)).Error is { } unclear) wrong.AddRange(unclear.All.Select(e => e.At(RuleConditions.At(e.Field ?? "q"))));

        var actions = new List<TicketAction>();
        foreach (var (i, action) in said.Then.Index())
        {
            var kept = action.To.IsBlank ? new(action.To, null) : await Kept(work, action.Do, action.To!.Trim(), retired: false);
            if (kept.Error is { } no) wrong.Add(no.At(TicketAction.At("then", i, "to")));
            actions.Add(action with { To = kept.Value ?? action.To });
        }
        return Error.Of(wrong) is { } all ? all : said with { If = [.. conditions], Then = [.. actions] };
    }

    /// <summary>The definition with names in the place of ids, as it is shown and as a program reads it.</summary>
    public static async Task<RuleDefinition> Told(Reader read, RuleDefinition kept)
    {
        var (told, webhooks) = (await ActionNames.Told(read), await read.Webhooks());
        return kept with
        {
            If = [.. kept.If.Select(c => c with { Value = told(ConditionVerb(c.Name), c.Value)! })],
            Then = [.. kept.Then.Select(a => a with { To = a.Do == TicketVerb.Webhook ? webhooks.FirstOrDefault(w => w.Id.Value == FindPerson.Number(a.To))?.Details.Name ?? a.To : told(a.Do, a.To) })],
        };
    }

    private static TicketVerb? ConditionVerb(string field) => field switch { "team" => TicketVerb.Team, "service" => TicketVerb.Service, "category" => TicketVerb.Category, "class" => TicketVerb.Class, _ => null };

    /// <param name="retired">Whether what is retired will do: old tickets are still looked for by it.</param>
    private static async Task<Result<string>> Kept(Work work, TicketVerb? verb, string value, bool retired) => verb switch
    {
        TicketVerb.Webhook => (await work.Read.Webhooks()).FirstOrDefault(w => string.Equals(w.Details.Name, value, StringComparison.OrdinalIgnoreCase) || FindPerson.Number(value) == w.Id.Value) is { } webhook ? ActionNames.Id(webhook.Id) : RuleErrors.WebhookUnknown,
        TicketVerb.Assign or TicketVerb.AskIn or TicketVerb.Watch or TicketVerb.Unwatch when FindPerson.IsMe(value) => RuleErrors.NobodyIsMe,
        _ => await ActionNames.Kept(work, verb, value, retired),
    };
}
