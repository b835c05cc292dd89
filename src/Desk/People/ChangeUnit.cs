namespace FirstContact.People;

public sealed record ChangeUnit(UnitId Id, string Name, string Segment) : Command<Unit>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Unit> StoreOf(Work work) => work.Units;

    public override async Task<Result<Unit>> Do(Work work) =>
        await AddUnit.Taken(work.Read, Name, Id) ? PeopleErrors.UnitNameTaken : await work.Units.Change(Id.Value, unit => unit.Change(new(Name, Segment)));
}
