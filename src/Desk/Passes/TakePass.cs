namespace FirstContact.Passes;

/// <summary>Uses a pass up in the work that does its act: both are committed, or neither.</summary>
internal static class TakePass
{
    public static async Task<Result<Pass>> Of(Work work, PassId id)
    {
        if (await PassRows.ById(work.Read, id) is not { } pass || pass.Person != work.By.Person) return PassErrors.Unknown;
        if (pass.Void(work.By.At) is { } no) return no;
        work.Write(PassRows.Use(id, work.By.At));
        return pass;
    }

    /// <summary>Whether another has used it meanwhile.</summary>
    public static async Task<bool> IsUsed(Work work, PassId id) => await PassRows.ById(work.Read, id) is { UsedAt: not null };
}
