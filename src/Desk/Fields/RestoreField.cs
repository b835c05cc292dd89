namespace FirstContact.Fields;

public sealed record RestoreField(FieldId Id) : Command<Field>
{
    public override Permission Needs => FieldPermissions.Manage;

    protected override Store<Field> StoreOf(Work work) => work.Fields;

    public override Task<Result<Field>> Do(Work work) => work.Fields.Change(Id.Value, f => f.Restore());
}
