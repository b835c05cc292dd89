using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>A team has the tool again; the journal keeps for how long it had not.</summary>
/// <param name="Team">By name or id.</param>
public sealed record GiveTool(ToolId Id, string? Team) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work)
    {
        if (!(await Owning.Load(work, Id)).Is(out var tool, out var refused)) return refused;
        // A team that was retired meanwhile may still stand there.
        var team = (await work.Read.Teams()).Named(Team)?.Id ?? tool.Withheld.FirstOrDefault(w => FindPerson.Number(Team) == w.Team.Id.Value)?.Team.Id;
        return team is { } known ? await work.Tools.Change(Id.Value, t => t.Give(known, work.By.At.InUtc().Date)) : ToolErrors.TeamUnknown;
    }
}
