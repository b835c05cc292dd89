using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>Which category or service asks for which skill, all of them at once.</summary>
public sealed record ChangeSkillNeeds(Seq<SkillNeed> Needed) : Command<SkillNeeds>
{
    public override Permission Needs => AssignmentPermissions.Manage;

    protected override Store<SkillNeeds> StoreOf(Work work) => work.SkillNeeds;

    public override async Task<Result<SkillNeeds>> Do(Work work)
    {
        var (categories, services) = ((await work.Read.Categories()).Select(c => c.Id).ToHashSet(), (await work.Read.Services()).Select(s => s.Id).ToHashSet());
        var unknown = Needed.Select(n =>
            n.Category is { } c && !categories.Contains(c) ? TicketErrors.CategoryUnknown.At(n.Field())
            : n.Service is { } s && !services.Contains(s) ? TicketErrors.ServiceUnknown.At(n.Field()) : null);
        return Error.Of(unknown) is { } no ? no : await work.SkillNeeds.Change(needs => needs.Change(Needed));
    }
}
