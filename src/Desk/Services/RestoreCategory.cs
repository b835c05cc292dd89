namespace FirstContact.Services;

public sealed record RestoreCategory(CategoryId Id) : Command<Category>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Category> StoreOf(Work work) => work.Categories;

    public override Task<Result<Category>> Do(Work work) => work.Categories.Change(Id.Value, category => category.Restore());
}
