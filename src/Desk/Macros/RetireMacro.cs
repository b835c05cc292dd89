namespace FirstContact.Macros;

/// <summary>Nobody is offered it any more.</summary>
public sealed record RetireMacro(MacroId Id) : Command<Macro>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<Macro> StoreOf(Work work) => work.Macros;

    public override async Task<Result<Macro>> Do(Work work)
    {
        if (!(await work.Macros.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        return await Keeping.MayKeep(work.Question, now.Details.Team) ? await work.Macros.Change(Id.Value, m => m.Retire()) : Errors.Forbidden;
    }
}
