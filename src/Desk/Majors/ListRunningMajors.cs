namespace FirstContact.Majors;

/// <summary>What is down for many right now, as everybody may know it; the bridge is for those who work here.</summary>
public sealed record ListRunningMajors : IQuery<IReadOnlyList<RunningMajor>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<RunningMajor>>> Ask(Question question)
    {
        var sees = question.Caller.May(MajorPermissions.See);
        return new([.. (await question.Read.LiveMajors()).Where(m => m.IsRunning).Select(m => new RunningMajor(m.Id, m.Details.Title, m.Details.Services, m.LastWords, m.LastAt ?? m.DeclaredAt, m.NewsDue!.Value, sees ? m : null))], null);
    }
}

/// <param name="Whole">For those who work here.</param>
public sealed record RunningMajor(MajorId Id, string Title, Seq<Named<ServiceId>> Services, string Words, Instant At, Instant NewsDue, MajorIncident? Whole);
