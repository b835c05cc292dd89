namespace FirstContact.Measures;

public sealed record ShowMeasureRules : IQuery<MeasureRules>
{
    public Permission Needs => MeasurePermissions.See;

    public async Task<Result<MeasureRules>> Ask(Question question) => await question.Read.MeasureRules();
}
