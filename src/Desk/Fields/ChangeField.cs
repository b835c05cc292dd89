namespace FirstContact.Fields;

public sealed record ChangeField(FieldId Id, FieldSaid Said) : Command<Field>
{
    public override Permission Needs => FieldPermissions.Manage;

    protected override Store<Field> StoreOf(Work work) => work.Fields;

    public override async Task<Result<Field>> Do(Work work)
    {
        var details = await Said.Details(work.Read);
        return await work.Fields.Change(Id.Value, field =>
        {
            var changing = field.Change(details.Value);
            return Error.Of([.. changing.Error?.All ?? [], .. details.Error?.All ?? []]) is { } no ? no : changing;
        });
    }
}
