using FirstContact.People;

namespace FirstContact.Occasions;

/// <summary>What asks for the caller now: who watches or tests it, by himself or in his team. The soonest first.</summary>
public sealed record ListOccasionsNow : IQuery<IReadOnlyList<OccasionNow>>
{
    public Permission Needs => OccasionPermissions.See;

    public async Task<Result<IReadOnlyList<OccasionNow>>> Ask(Question question)
    {
        var (me, coming) = (question.Caller.Person, await question.Read.ComingOccasions(question.Now));
        if (coming.Count == 0) return new([], null);
        var mine = (await question.Read.Teams()).Where(t => t.Active && t.Members.Contains(me)).Select(t => t.Id).ToHashSet();
        return new(
        [
            .. from o in coming
               let watches = o.Details.Watcher?.Id == me || (o.Details.Team is { } team && mine.Contains(team.Id))
               where watches || o.Details.Tester?.Id == me
               let need = o.Needs(question.Now)
               // Somebody else tests: whoever watches hears of it when it is near.
               where need is not null && (need != OccasionNeed.TestDue || o.Details.Tester is null || o.Details.Tester?.Id == me)
               select new OccasionNow(o, need.Value),
        ], null);
    }
}

public sealed record OccasionNow(Occasion Occasion, OccasionNeed Need);
