namespace FirstContact.Deskside;

public sealed record ShowDesksideRules : IQuery<DesksideRules>
{
    public Permission Needs => DesksidePermissions.Record;

    public async Task<Result<DesksideRules>> Ask(Question question) => await question.Read.DesksideRules();
}
