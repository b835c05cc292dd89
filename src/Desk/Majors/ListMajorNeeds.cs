namespace FirstContact.Majors;

/// <summary>What waits for the caller as who leads: news that are due, and to look back.</summary>
public sealed record ListMajorNeeds : IQuery<IReadOnlyList<MajorIncident>>
{
    public Permission Needs => MajorPermissions.See;

    public async Task<Result<IReadOnlyList<MajorIncident>>> Ask(Question question) =>
        new([.. (await question.Read.LiveMajors()).Where(m => m.Details.Lead.Id == question.Caller.Person)], null);
}
