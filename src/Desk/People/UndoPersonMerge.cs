namespace FirstContact.People;

/// <summary>Two people after all: the record stands by itself again, as it stood, and its tickets and addresses come back to it.</summary>
public sealed record UndoPersonMerge(PersonId Id) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (Id == PersonId.Desk) return PeopleErrors.NotFound;
        if (!(await work.People.Load(Id.Value)).Is(out var from, out var no)) return no;
        if (from.Merged is not { } merged) return PersonMergeErrors.NotMerged;
        if (!(await work.People.Load(merged.Into.Value)).Is(out var into, out no)) return no;
        var undoing = from.UndoMerge(work.By, into);
        if (undoing.Error is { } refused) return refused;
        if (work.People.Change(into, into.GiveBack(from)).Error is { } wrong) return wrong;
        var result = work.People.Change(from, undoing);
        foreach (var write in DeskModule.PersonPlaces.SelectMany(p => p.Returns(new(work, from.Named, into.Named)))) work.Write(write);
        work.Ring($"customer/{from.Key}");
        work.Ring($"customer/{into.Key}");
        work.Ring("ticket");
        return result;
    }
}
