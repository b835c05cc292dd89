using FirstContact.Lists;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
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
            var kept = await Kept(work, ConditionKind(c.Name), c.Value.Trim(), retired: true);
            if (kept.Error is { } no) wrong.Add(no.At(RuleConditions.At(c.Name)));
            conditions.Add(c with { Value = kept.Value ?? c.Value.Trim() });
        }
        // Words like a status have no name to be looked up; whether they can be meant the filter says itself.
        var words = conditions.Where(c => ConditionKind(c.Name) is null && RuleConditions.Names.Contains(c.Name)).ToList();
        if ((await RuleFilter.Of(words).Where(work.Question)).Error is { } unclear) wrong.AddRange(unclear.All.Select(e => e.At(RuleConditions.At(e.Field ?? "q"))));

        var actions = new List<RuleAction>();
        foreach (var (i, action) in said.Then.Index())
        {
            var kept = action.Value.IsBlank ? new(action.Value, null) : await Kept(work, action.Kind, action.Value!.Trim(), retired: false);
            if (kept.Error is { } no) wrong.Add(no.At(RuleAction.At(i, "value")));
            actions.Add(action with { Value = kept.Value ?? action.Value });
        }
        return Error.Of(wrong) is { } all ? all : said with { If = [.. conditions], Then = [.. actions] };
    }

    /// <summary>The definition with names in the place of ids, as it is shown and as a program reads it.</summary>
    public static async Task<RuleDefinition> Told(Reader read, RuleDefinition kept)
    {
        var (teams, services, categories) = (await read.Teams(), await read.Services(), await read.Categories());
        var (classes, webhooks) = (await read.Classes(), await read.Webhooks());
        return kept with
        {
            If = [.. kept.If.Select(c => c with { Value = Name(ConditionKind(c.Name), c.Value)! })],
            Then = [.. kept.Then.Select(a => a with { Value = Name(a.Kind, a.Value) })],
        };

        string? Name(ActionKind? kind, string? value) => FindPerson.Number(value) is not { } id ? value : kind switch
        {
            ActionKind.Team => teams.FirstOrDefault(t => t.Id.Value == id)?.Name,
            ActionKind.Service => services.FirstOrDefault(s => s.Id.Value == id)?.Name,
            ActionKind.Category => categories.FirstOrDefault(c => c.Id.Value == id)?.Name,
            ActionKind.Class => classes.FirstOrDefault(c => c.Id.Value == id)?.Name,
            ActionKind.Webhook => webhooks.FirstOrDefault(w => w.Id.Value == id)?.Details.Name,
            _ => value,
        } ?? value;
    }

    private static ActionKind? ConditionKind(string field) => field switch { "team" => ActionKind.Team, "service" => ActionKind.Service, "category" => ActionKind.Category, "class" => ActionKind.Class, _ => null };

    /// <param name="retired">Whether what is retired will do: old tickets are still looked for by it.</param>
    private static async Task<Result<string>> Kept(Work work, ActionKind? kind, string value, bool retired)
    {
        var read = work.Read;
        switch (kind)
        {
            case ActionKind.Team: return (await read.FindTeam(value, retired)).Is(out var team, out var no) ? Id(team?.Id) : no;
            case ActionKind.Service: return (await read.FindService(value, retired)).Is(out var service, out no) ? Id(service?.Id) : no;
            case ActionKind.Category: return (await read.FindCategory(value, retired)).Is(out var category, out no) ? Id(category?.Id) : no;
            case ActionKind.Class: return (await read.FindClass(value, retired)).Is(out var known, out no) ? Id(known?.Id) : no;
            case ActionKind.Webhook:
                return (await read.Webhooks()).FirstOrDefault(w => string.Equals(w.Details.Name, value, StringComparison.OrdinalIgnoreCase) || FindPerson.Number(value) == w.Id.Value) is { } webhook ? Id(webhook.Id) : RuleErrors.WebhookUnknown;
            case ActionKind.Assignee or ActionKind.AskIn:
                return string.Equals(value, "me", StringComparison.OrdinalIgnoreCase) ? RuleErrors.NobodyIsMe : (await Colleagues.Find(work, value)).Is(out _, out no) ? value : no;
            case ActionKind.Watch: return await FindPerson.ByEmail(read, value) is null ? TicketErrors.PersonUnknown : value;
            case ActionKind.Priority: return Priority.TryParse(value, out _) ? value : TicketErrors.PriorityInvalid;
            case ActionKind.Impact or ActionKind.Urgency: return RuleCommands.Word<Level>(value) is null ? RuleErrors.LevelInvalid : value;
            case ActionKind.Wait: return RuleCommands.Word<WaitFor>(value) is null ? RuleErrors.WaitForInvalid : value;
            default: return value;
        }

        static Result<string> Id(IId? id) => id!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
