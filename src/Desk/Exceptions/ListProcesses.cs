namespace FirstContact.Exceptions;

/// <summary>Rules and processes by name, with how often each was bent: for its owner to see that it does not fit. Never by whom.</summary>
public sealed record ListProcesses : IQuery<IReadOnlyList<ProcessLine>>
{
    /// <summary>Over which time they are counted.</summary>
    public static readonly Duration Lately = Duration.FromDays(365);

    public Permission Needs => ExceptionPermissions.See;

    public async Task<Result<IReadOnlyList<ProcessLine>>> Ask(Question question)
    {
        var bent = (await question.Read.List("""
            select process, sum(case when recorded_at >= @since then 1 else 0 end), count(*), sum(case when state in ('Waiting', 'Asked') then 1 else 0 end), sum(case when outcome = 'ProcessChanges' then 1 else 0 end)
            from customer_exception where process is not null and state <> 'Withdrawn' group by process
            """, r => (Process: r.GetInt64(0), Lately: (int)r.GetInt64(1), All: (int)r.GetInt64(2), Open: (int)r.GetInt64(3), Changed: (int)r.GetInt64(4)), ("@since", question.Now - Lately))).ToDictionary(b => b.Process);
        var caller = question.Caller;
        return new(
        [
            .. (await question.Read.Processes()).OrderByDescending(p => p.Process.Active).Select(p => bent.GetValueOrDefault(p.Process.Key) is var b
                ? new ProcessLine(p.Process, p.OwnerHere, caller.May(ExceptionPermissions.Manage) || p.Process.Details.Owner.Id == caller.Person, b.Lately, b.All, b.Open, b.Changed) : null!),
        ], null);
    }
}

/// <param name="Kept">Whether the caller may change what is said of it.</param>
/// <param name="Bent">How often within a year.</param>
/// <param name="Changed">How often it was changed after.</param>
public sealed record ProcessLine(Process Process, bool OwnerHere, bool Kept, int Bent, int BentEver, int Open, int Changed);
