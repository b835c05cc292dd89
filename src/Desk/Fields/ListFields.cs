using FirstContact.Policies;

namespace FirstContact.Fields;

/// <summary>The fields in their order: for whoever serves all of them, for customers what they may read.</summary>
public sealed record ListFields : IQuery<IReadOnlyList<Field>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<Field>>> Ask(Question question)
    {
        var all = await question.Read.Fields();
        return new(question.Caller.May(PolicyPermissions.See) ? all : [.. all.Where(f => f.Active && f.Details.ForCustomers)], null);
    }
}
