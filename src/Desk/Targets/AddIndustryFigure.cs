namespace FirstContact.Targets;

/// <summary>What others reach by one of the measures, with source and year.</summary>
public sealed record AddIndustryFigure(FigureDraft Draft) : Command<IndustryFigure>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<IndustryFigure> StoreOf(Work work) => work.IndustryFigures;

    public override Task<Result<IndustryFigure>> Do(Work work) => work.IndustryFigures.Create(IndustryFigure.Add(Draft, SetTarget.Today(work).Year));
}
