namespace FirstContact.Policies;

public sealed record ShowCallRules : IQuery<CallRules>
{
    public Permission Needs => PolicyPermissions.See;

    public async Task<Result<CallRules>> Ask(Question question) => await question.Read.CallRules();
}
