using FirstContact.People;

namespace FirstContact.Measures;

/// <summary>How soon the first word is due, and the labels of teams; all of it at once.</summary>
public sealed record ChangeMeasureRules(MeasureRuleValues Values) : Command<MeasureRules>
{
    public override Permission Needs => MeasurePermissions.Manage;

    protected override Store<MeasureRules> StoreOf(Work work) => work.MeasureRules;

    public override async Task<Result<MeasureRules>> Do(Work work)
    {
        var teams = (await work.Read.Teams()).Select(t => t.Id).ToHashSet();
        return Values.Labels.Any(l => !teams.Contains(l.Team)) ? MeasureErrors.TeamUnknown : await work.MeasureRules.Change(rules => rules.Change(Values));
    }
}
