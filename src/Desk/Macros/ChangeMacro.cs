namespace FirstContact.Macros;

public sealed record ChangeMacro(MacroId Id, MacroSaid Said) : Command<Macro>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<Macro> StoreOf(Work work) => work.Macros;

    public override async Task<Result<Macro>> Do(Work work)
    {
        if (!(await work.Macros.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!await Keeping.MayKeep(work.Question, now.Details.Team)) return Errors.Forbidden;
        if (!(await AddMacro.Sound(work, Said, Id)).Is(out var details, out var no)) return no;
        return await work.Macros.Change(Id.Value, m => m.Change(details));
    }
}
