namespace FirstContact.Fields;

/// <summary>It is asked no more; what was said in it stays readable on the tickets.</summary>
public sealed record RetireField(FieldId Id) : Command<Field>
{
    public override Permission Needs => FieldPermissions.Manage;

    protected override Store<Field> StoreOf(Work work) => work.Fields;

    public override Task<Result<Field>> Do(Work work) => work.Fields.Change(Id.Value, f => f.Retire());
}
