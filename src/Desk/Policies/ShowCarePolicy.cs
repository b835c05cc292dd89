namespace FirstContact.Policies;

public sealed record ShowCarePolicy : IQuery<CarePolicy>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<CarePolicy>> Ask(Question question) => await question.Read.CarePolicy();
}
