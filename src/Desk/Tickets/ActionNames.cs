using System.Globalization;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>What a kept action names, as people name it and as it is kept: teams, services, categories and classes by id, so that renaming one breaks nothing.</summary>
internal static class ActionNames
{
    /// <summary>What is kept for what was said, or that there is no such thing.</summary>
    /// <param name="retired">Whether what is retired will do: old tickets are still looked for by it.</param>
    public static async Task<Result<string>> Kept(Work work, TicketVerb? verb, string value, bool retired)
    {
        var read = work.Read;
        switch (verb)
        {
            case TicketVerb.Team: return (await read.FindTeam(value, retired)).Is(out var team, out var no) ? Id(team?.Id) : no;
            case TicketVerb.Service: return (await read.FindService(value, retired)).Is(out var service, out no) ? Id(service?.Id) : no;
            case TicketVerb.Category: return (await read.FindCategory(value, retired)).Is(out var category, out no) ? Id(category?.Id) : no;
            case TicketVerb.Class: return (await read.FindClass(value, retired)).Is(out var known, out no) ? Id(known?.Id) : no;
            case TicketVerb.Assign or TicketVerb.AskIn when !FindPerson.IsMe(value): return (await Colleagues.Find(work, value)).Is(out _, out no) ? value : no;
            case TicketVerb.Watch or TicketVerb.Unwatch when !FindPerson.IsMe(value): return await FindPerson.ByEmail(read, value) is null ? TicketErrors.PersonUnknown : value;
            case TicketVerb.Priority: return Priority.TryParse(value, out _) ? value : TicketErrors.PriorityInvalid;
            case TicketVerb.Impact or TicketVerb.Urgency: return TicketActions.Word<Level>(value) is null ? ActionErrors.LevelInvalid : value;
            case TicketVerb.Wait: return TicketActions.Word<WaitFor>(value) is null ? ActionErrors.WaitForInvalid : value;
            default: return value;
        }
    }

    /// <summary>Says names in the place of ids, as actions are shown and as a program reads them.</summary>
    public static async Task<Func<TicketVerb?, string?, string?>> Told(Reader read)
    {
        var (teams, services, categories, classes) = (await read.Teams(), await read.Services(), await read.Categories(), await read.Classes());
        return (verb, value) => (FindPerson.Number(value) is not { } id ? value : verb switch
        {
            TicketVerb.Team => teams.FirstOrDefault(t => t.Id.Value == id)?.Name,
            TicketVerb.Service => services.FirstOrDefault(s => s.Id.Value == id)?.Name,
            TicketVerb.Category => categories.FirstOrDefault(c => c.Id.Value == id)?.Name,
            TicketVerb.Class => classes.FirstOrDefault(c => c.Id.Value == id)?.Name,
            _ => value,
        }) ?? value;
    }

    public static Result<string> Id(IId? id) => id!.Value.ToString(CultureInfo.InvariantCulture);
}
