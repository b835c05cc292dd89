namespace FirstContact.People;

/// <summary>Says that this record is of somebody who is here already: that one goes on with its tickets and addresses, and this one leads there.</summary>
/// <param name="Into">Who goes on, by address or id.</param>
public sealed record MergePerson(PersonId Id, string? Into) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (!(await Decide(work, Id, Into)).Is(out var merge, out var no)) return no;
        var (from, into) = (merge.From, merge.Into);
        // First the one lets its addresses go, then the other takes them.
        if (work.People.Change(from, merge.Decision).Error is { } wrong) return wrong;
        var result = work.People.Change(into, into.TakeIn(from));
        foreach (var write in DeskModule.PersonPlaces.SelectMany(p => p.Goes(new(work, from.Named, into.Named)))) work.Write(write);
        work.Ring($"customer/{from.Key}");
        work.Ring($"customer/{into.Key}");
        work.Ring("ticket");
        return result;
    }

    internal static async Task<Result<Merge>> Decide(Work work, PersonId id, string? named)
    {
        if (!(await work.People.Load(id.Value)).Is(out var from, out var no)) return no;
        if (named.IsBlank || await FindPerson.ByAny(work.Read, named!.Trim()) is not { } found || !(await work.People.Load(found.Id.Value)).Is(out var into, out _)) return PersonMergeErrors.Unknown;
        var bound = await work.Read.One("""
            select case when exists (select 1 from team_member where person = @id)
                or exists (select 1 from ticket where assignee = @id and status in ('New', 'InProgress', 'Waiting')) then 1 else 0 end,
              case when exists (select 1 from person where merged_into = @id) then 1 else 0 end
            """, r => (InTeams: r.Flag(0), HasTakenIn: r.Flag(1)), ("@id", id));
        var decision = from.MergeInto(work.By, into, bound.InTeams, bound.HasTakenIn);
        return decision.Error is { } refused ? refused : new Merge(from, into, decision);
    }

    internal sealed record Merge(Person From, Person Into, Decision Decision);
}
