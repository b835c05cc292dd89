using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>The inventory: first what First Contact may not use, the longest without first; then the others by name, the retired ones last.</summary>
/// <param name="Platform">As it is written; blank for any.</param>
/// <param name="Owner">By e-mail address or id, 'me' for one's own; blank for anybody's.</param>
public sealed record ListTools(string? Platform = null, string? Owner = null) : IQuery<IReadOnlyList<ToolLine>>
{
    public Permission Needs => ToolPermissions.See;

    public async Task<Result<IReadOnlyList<ToolLine>>> Ask(Question question)
    {
        var read = question.Read;
        var owner = Owner.IsBlank ? null : FindPerson.IsMe(Owner) ? new(question.Caller.Person, question.Caller.Name) : await FindPerson.ByAny(read, Owner);
        if (!Owner.IsBlank && owner is null) return ToolErrors.OwnerUnknown;
        var lines = await Lines(question);
        return new(
        [
            .. lines.Where(l => (Platform.IsBlank || string.Equals(l.Tool.Details.Platform, Platform!.Trim(), StringComparison.OrdinalIgnoreCase)) && (owner is not { } one || l.Tool.Details.Owner?.Id == one.Id))
                .OrderByDescending(l => l.Tool.Active).ThenBy(l => l.Front.May).ThenBy(l => l.Front.Withheld.Select(w => w.Since).DefaultIfEmpty(LocalDate.MaxIsoValue).Min())
                .ThenBy(l => l.Tool.Name, StringComparer.OrdinalIgnoreCase),
        ], null);
    }

    /// <summary>All tools by name as the caller stands to them; costs a query only where roles decide.</summary>
    internal static async Task<List<ToolLine>> Lines(Question question)
    {
        var (tools, teams, caller) = (await question.Read.Tools(), await question.Read.Teams(), question.Caller);
        var mine = teams.Where(t => t.Active && t.Members.Contains(caller.Person)).Select(t => t.Id).ToHashSet();
        var roles = tools.Any(t => t.Details.Roles.Count > 0) ? await FindPerson.Roles(question.Read, caller.Person) : [];
        var names = teams.ToDictionary(t => t.Id, t => t.Name);
        return [.. tools.Select(t => Told(t)).Select(t => new ToolLine(t, t.For(TeamId.FirstContact), t.For(mine, roles), caller.Owns(t)))];

        // Under the names of today.
        Tool Told(Tool t) => t with
        {
            Details = t.Details with { Teams = [.. t.Details.Teams.Select(Team)] },
            Withheld = [.. t.Withheld.Select(w => w with { Team = Team(w.Team) }).OrderBy(w => w.Since).ThenBy(w => w.Team.Name, StringComparer.OrdinalIgnoreCase)],
            Procedures = [.. t.Procedures.Select(p => p with { To = tools.FirstOrDefault(o => o.Id == p.To.Id)?.Named ?? p.To }).OrderBy(p => p.To.Name, StringComparer.OrdinalIgnoreCase)],
        };

        Named<TeamId> Team(Named<TeamId> team) => team with { Name = names.GetValueOrDefault(team.Id, team.Name) };
    }
}

/// <param name="Front">Whether First Contact may use it.</param>
/// <param name="Mine">Whether the caller may, by his teams and roles.</param>
/// <param name="Kept">Whether the caller may change what is said of it.</param>
public sealed record ToolLine(Tool Tool, ToolAccess Front, ToolAccess Mine, bool Kept);
