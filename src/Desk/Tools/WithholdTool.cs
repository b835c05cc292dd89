using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>Writes down that a team must do without a tool, since when, by whom and why.</summary>
/// <param name="Team">By name or id.</param>
/// <param name="Since">Null for today.</param>
/// <param name="By">Who decided it, by e-mail address; blank for oneself.</param>
public sealed record WithholdTool(ToolId Id, string? Team, LocalDate? Since, string? By, string? Why) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work)
    {
        if (!(await Owning.Load(work, Id)).Is(out var tool, out var refused)) return refused;
        var team = (await work.Read.Teams()).Named(Team);
        var by = By.IsBlank ? new(work.By.Person, work.Caller.Name) : await FindPerson.ByAny(work.Read, By);
        var today = work.By.At.InUtc().Date;
        var what = new Withholding(team?.Named ?? default, Since ?? today, by ?? default, Why ?? "");
        if (Error.Of([.. tool.Withhold(what, today).Error?.All ?? [], team is null ? ToolErrors.TeamUnknown : null, by is null ? ToolErrors.WithholderUnknown : null]) is { } no) return no;
        return await work.Tools.Change(Id.Value, t => t.Withhold(what, today));
    }
}
