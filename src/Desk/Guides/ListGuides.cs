using FirstContact.Services;

namespace FirstContact.Guides;

/// <summary>All categories in use with what is asked of them; whoever serves sees all questions, customers see their own.</summary>
public sealed record ListGuides : IQuery<IReadOnlyList<GuideLine>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<GuideLine>>> Ask(Question question)
    {
        var guides = await question.Read.Guides();
        var serves = question.Caller.May(People.PeoplePermissions.See);
        return new(
        [
            .. from c in await question.Read.Categories()
               where c.Active
               let guide = guides.GetValueOrDefault(c.Id) ?? new() { Id = c.Id }
               select new GuideLine(new(c.Id, c.Name), serves ? guide : guide with { Questions = [.. guide.ForCustomers.Select(q => q with { Options = [.. q.Options.Select(o => o with { Leads = null })] })] }),
        ], null);
    }
}

public sealed record GuideLine(Named<CategoryId> Category, Guide Guide);
