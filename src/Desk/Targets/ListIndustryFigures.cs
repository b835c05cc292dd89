namespace FirstContact.Targets;

/// <summary>What others reach, by measure, the newest first.</summary>
public sealed record ListIndustryFigures : IQuery<IReadOnlyList<IndustryFigure>>
{
    public Permission Needs => TargetPermissions.See;

    public async Task<Result<IReadOnlyList<IndustryFigure>>> Ask(Question question) => new(await IndustryFigureStore.All(question.Read), null);
}
