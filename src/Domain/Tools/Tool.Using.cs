using FirstContact.People;

namespace FirstContact.Tools;

/// <summary>Who may use it, who must do without, and who asks for it.</summary>
public sealed partial record Tool
{
    public Decision Withhold(Withholding what, LocalDate today)
    {
        var to = what with { Why = what.Why.Trim() };
        if (Error.Of(
            to.Since > today.PlusDays(1) ? ToolErrors.SinceInvalid : null,
            to.Why.IsBlank ? ToolErrors.WhyMissing : ToolDetails.Text(to.Why, "why")) is { } no) return no;
        return Withheld.Contains(to) ? Decision.Nothing : new ToolWithheld(to);
    }

    /// <param name="today">Ends the time without it.</param>
    public Decision Give(TeamId team, LocalDate today) => Withheld.FirstOrDefault(w => w.Team.Id == team) is { } withheld
        ? new ToolGiven(withheld, Math.Max(Period.DaysBetween(withheld.Since, today), 0))
        : ToolErrors.NotWithheld;

    public static Decision AskFor(string ticket, Named<TeamId>? team, string? why) =>
        why.IsBlank ? ToolErrors.WhyMissing : ToolDetails.Text(why!, "why") is { } no ? no : new ToolAskedFor(ticket, team, why!.Trim());

    public Decision WriteProcedure(Procedure procedure)
    {
        var to = procedure with { Steps = procedure.Steps.Trim() };
        if (Error.Of(
            to.To.Id == Id ? ToolErrors.ToolIsSame : null,
            to.Steps.IsBlank ? ToolErrors.StepsMissing : ToolDetails.Text(to.Steps, "steps")) is { } no) return no;
        return Procedures.Contains(to) ? Decision.Nothing : new ProcedureWritten(to);
    }

    public Decision RemoveProcedure(ToolId to) => Procedures.FirstOrDefault(p => p.To.Id == to) is { } there ? new ProcedureRemoved(there.To) : ToolErrors.ProcedureNotFound;

    /// <summary>Whether a whole team may use it: its members work as agents.</summary>
    public ToolAccess For(TeamId team) =>
        Withheld.FirstOrDefault(w => w.Team.Id == team) is { } withheld ? new(ToolUse.Withheld, [withheld])
        : Details.IsForAll || Details.Teams.Any(t => t.Id == team) || Details.Roles.Contains(Role.Agent) ? ToolAccess.Usable : ToolAccess.Others;

    /// <summary>Whether somebody in these teams may use it: one team that may is enough, and a role helps only who has a team that is not without.</summary>
    public ToolAccess For(IReadOnlyCollection<TeamId> teams, IEnumerable<Role> roles)
    {
        var without = Withheld.Where(w => teams.Contains(w.Team.Id)).ToList();
        var free = teams.Where(t => without.TrueForAll(w => w.Team.Id != t)).ToList();
        if (free.Exists(t => Details.Teams.Any(d => d.Id == t))) return ToolAccess.Usable;
        if ((Details.IsForAll || roles.Any(Details.Roles.Contains)) && (free.Count > 0 || teams.Count == 0)) return ToolAccess.Usable;
        return without.Count > 0 ? new(ToolUse.Withheld, [.. without]) : ToolAccess.Others;
    }
}

/// <summary>A team that must do without a tool.</summary>
/// <param name="By">Who decided it, and can be asked.</param>
public sealed record Withholding(Named<TeamId> Team, LocalDate Since, Named<PersonId> By, string Why);

/// <summary>How work is moved from one tool to another.</summary>
/// <param name="Steps">Markdown.</param>
public sealed record Procedure(Named<ToolId> To, string Steps);

/// <summary>Others: it is kept for teams or roles that one is not of, and nobody said why.</summary>
public enum ToolUse { Usable, Withheld, Others }

/// <param name="Withheld">From which of one's teams.</param>
public sealed record ToolAccess(ToolUse Use, Seq<Withholding> Withheld)
{
    public static readonly ToolAccess Usable = new(ToolUse.Usable, []), Others = new(ToolUse.Others, []);

    public bool May => Use == ToolUse.Usable;
}
