namespace FirstContact.Tools;

public sealed record ShowLaunchSchemes : IQuery<LaunchSchemes>
{
    public Permission Needs => ToolPermissions.See;

    public async Task<Result<LaunchSchemes>> Ask(Question question) => await question.Read.LaunchSchemes();
}
