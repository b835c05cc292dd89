namespace FirstContact.Targets;

/// <summary>The goals that hold, in the order of their measures, and those that are retired.</summary>
public sealed record ListTargets : IQuery<TargetList>
{
    public Permission Needs => TargetPermissions.See;

    public async Task<Result<TargetList>> Ask(Question question) => new TargetList(await TargetStore.Holding(question.Read), await TargetStore.Retired(question.Read));
}

public sealed record TargetList(IReadOnlyList<Target> Holding, IReadOnlyList<Target> Retired);
