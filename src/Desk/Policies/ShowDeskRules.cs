namespace FirstContact.Policies;

public sealed record ShowDeskRules : IQuery<DeskRules>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<DeskRules>> Ask(Question question) => await question.Read.DeskRules();
}
