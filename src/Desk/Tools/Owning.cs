namespace FirstContact.Tools;

/// <summary>Who may change what: coordinators and administrators all, an owner what is his own.</summary>
internal static class Owning
{
    public static bool Owns(this Caller caller, Named<PersonId>? owner) => caller.May(ToolPermissions.Manage) || (owner is { } one && one.Id == caller.Person && caller.May(ToolPermissions.See));

    public static bool Owns(this Caller caller, Tool tool) => caller.Owns(tool.Details.Owner);

    /// <summary>Whoever owns the plan, or one of the tools.</summary>
    public static bool Owns(this Caller caller, OverlapDetails overlap, IReadOnlyList<Tool> tools) =>
        caller.Owns(overlap.Owner) || tools.Any(t => overlap.Tools.Any(o => o.Id == t.Id) && caller.Owns(t));

    /// <summary>The tool as the caller may change it.</summary>
    public static async Task<Result<Tool>> Load(Work work, ToolId id) =>
        !(await work.Tools.Load(id.Value)).Is(out var tool, out var missing) ? missing : work.Caller.Owns(tool) ? tool : Errors.Forbidden;

    public static async Task<Result<ToolOverlap>> Load(Work work, ToolOverlapId id) =>
        !(await work.ToolOverlaps.Load(id.Value)).Is(out var overlap, out var missing) ? missing
        : work.Caller.Owns(overlap.Details, await work.Read.Tools()) ? overlap : Errors.Forbidden;
}
