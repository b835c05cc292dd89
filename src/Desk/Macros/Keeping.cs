using System.Data.Common;
using FirstContact.People;

namespace FirstContact.Macros;

/// <summary>Whose something is: for all, or for one team; and who may use it and keep it.</summary>
internal static class Keeping
{
    /// <summary>The team that is named, if the caller may keep what is of that team; blank is for all.</summary>
    public static async Task<Result<Named<TeamId>?>> Find(Work work, string? named)
    {
        var team = named.IsBlank ? null : (await work.Read.Teams()).Named(named);
        if (!named.IsBlank && team is null) return MacroErrors.TeamUnknown;
        return await MayKeep(work.Question, team?.Named) ? new Result<Named<TeamId>?>(team?.Named, null) : MacroErrors.TeamIsOthers;
    }

    public static async Task<bool> MayKeep(Question question, Named<TeamId>? team) =>
        question.Caller.May(MacroPermissions.ForAll) || (question.Caller.May(MacroPermissions.Manage) && team is { } one && await IsMember(question, one.Id));

    /// <summary>For all, or for a team that the caller is in; who keeps all uses all.</summary>
    public static async Task<bool> MayUse(Question question, Named<TeamId>? team) =>
        team is not { } one || question.Caller.May(MacroPermissions.ForAll) || await IsMember(question, one.Id);

    public static bool Same(Named<TeamId>? one, Named<TeamId>? other) => one?.Id == other?.Id;

    /// <summary>Under the name that the team has by now.</summary>
    public static Named<TeamId>? Team(DbDataReader row, int column) => row.NumberOrNull(column) is { } team ? new(new(team), row.GetString(column + 1)) : null;

    private static async Task<bool> IsMember(Question question, TeamId team) =>
        (await question.Read.Teams()).FirstOrDefault(t => t.Id == team)?.Members.Contains(question.Caller.Person) == true;
}
