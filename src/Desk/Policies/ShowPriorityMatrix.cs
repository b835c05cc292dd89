namespace FirstContact.Policies;

public sealed record ShowPriorityMatrix : IQuery<PriorityMatrix>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<PriorityMatrix>> Ask(Question question) => await question.Read.PriorityMatrix();
}
