using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>All that is said about a tool, as people name it.</summary>
/// <param name="Owner">By e-mail address; blank for nobody yet.</param>
/// <param name="Teams">By name or id.</param>
public sealed record ToolSaid(string? Name, ToolKind Kind, string? Purpose, string? Platform, string? WorkStyle, string? Standards, string? Metrics, string? Link, string? Owner, Seq<string> Teams, Seq<Role> Roles);

public sealed record AddTool(ToolSaid Said) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.Manage;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work)
    {
        var schemes = await work.Read.LaunchSchemes();
        return (await Sound(work, Said, null, d => Tool.Add(d, schemes))).Is(out var details, out var no) ? await work.Tools.Create(Tool.Add(details, schemes)) : no;
    }

    /// <summary>What was said as it is kept; or all that is wrong with it, by itself and in this desk, said together.</summary>
    internal static async Task<Result<ToolDetails>> Sound(Work work, ToolSaid said, ToolId? self, Func<ToolDetails, Decision> verb)
    {
        var all = await work.Read.Teams();
        var teams = said.Teams.Where(t => !t.IsBlank).Select(t => all.Named(t) ?? all.FirstOrDefault(a => FindPerson.Number(t) == a.Id.Value)).ToList();
        var owner = said.Owner.IsBlank ? null : await FindPerson.ByEmail(work.Read, said.Owner!);
        var details = new ToolDetails(
            said.Name ?? "", said.Kind, said.Purpose ?? "", said.Platform ?? "", said.WorkStyle ?? "", said.Standards ?? "", said.Metrics ?? "", said.Link,
            owner, [.. teams.OfType<TeamRow>().Select(t => t.Named)], said.Roles);
        return Error.Of(
        [
            .. verb(details).Error?.All ?? [],
            (await work.Read.Tools()).Any(t => t.Id != self && string.Equals(t.Name, details.Name.Trim(), StringComparison.OrdinalIgnoreCase)) ? ToolErrors.NameTaken : null,
            !said.Owner.IsBlank && owner is null ? ToolErrors.OwnerUnknown : null,
            teams.Contains(null) ? ToolErrors.TeamUnknown.At("teams") : null,
        ]) is { } wrong ? wrong : details;
    }
}
