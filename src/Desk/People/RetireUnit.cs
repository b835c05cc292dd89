namespace FirstContact.People;

public sealed record RetireUnit(UnitId Id) : Command<Unit>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Unit> StoreOf(Work work) => work.Units;

    public override Task<Result<Unit>> Do(Work work) => work.Units.Change(Id.Value, unit => unit.Retire());
}
