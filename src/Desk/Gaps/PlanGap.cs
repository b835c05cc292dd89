using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>Who closes a gap, and how far that is; what is null stays as it is.</summary>
/// <param name="Owner">By e-mail address or id; blank for nobody.</param>
public sealed record PlanGap(GapId Id, GapState? State, string? Owner = null, LocalDate? DoneOn = null, string? Words = null) : Command<Gap>
{
    public override Permission Needs => GapPermissions.Plan;

    protected override Store<Gap> StoreOf(Work work) => work.Gaps;

    public override async Task<Result<Gap>> Do(Work work)
    {
        var (category, service) = (new Gap { Id = Id }.Category, new Gap { Id = Id }.Service);
        if (!Gap.Is(Id.Value) || await About(work.Read, category, service) is not (true, var about)) return GapErrors.NotFound;
        var named = Owner.IsBlank ? null : await FindPerson.ByAny(work.Read, Owner!);
        var owner = Owner.IsBlank ? null : FindPerson.IsMe(Owner) ? new Named<PersonId>(work.By.Person, work.Caller.Name) : await FindPerson.Active(work.Read, Owner!);
        var serves = owner is { } found && (found.Id == work.By.Person || (await FindPerson.Roles(work.Read, found.Id)).Any(r => r != Role.Customer));
        return await work.Gaps.Change(Id, gap =>
        {
            // Whoever had it may have left meanwhile, and stays named.
            var keeps = Owner is null || (named is { } same && gap.Plan.Owner?.Id == same.Id);
            var wrong = Error.Of(State is null && gap.Version == 0 ? GapErrors.StateUnknown : null, !keeps && !Owner.IsBlank && !serves ? GapErrors.OwnerUnknown : null);
            if (wrong is not null) return wrong;
            var plan = gap.Plan;
            return gap.PlanIt(about, new(State ?? plan.State, keeps ? plan.Owner : owner, DoneOn ?? plan.DoneOn, Words ?? plan.Words), work.By.At.InUtc().Date);
        });
    }

    private static async Task<(bool Known, string? Name)> About(Reader read, CategoryId? category, ServiceId? service) => (category, service) switch
    {
        ({ } c, _) => (await read.Categories()).FirstOrDefault(k => k.Id == c) is { } known ? (true, known.Name) : (false, null),
        (_, { } s) => (await read.Services()).FirstOrDefault(k => k.Id == s) is { } known ? (true, known.Name) : (false, null),
        _ => (true, null),
    };
}
