using FirstContact.People;

namespace FirstContact.Assignment;

public sealed record ShowSkillNeeds : IQuery<SkillNeeds>
{
    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<SkillNeeds>> Ask(Question question) => await question.Read.SkillNeeds();
}
