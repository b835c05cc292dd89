namespace FirstContact.Targets;

/// <summary>A figure of the industry, said anew.</summary>
public sealed record ChangeIndustryFigure(IndustryFigureId Id, FigureDraft Draft) : Command<IndustryFigure>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<IndustryFigure> StoreOf(Work work) => work.IndustryFigures;

    public override Task<Result<IndustryFigure>> Do(Work work) => work.IndustryFigures.Change(Id.Value, f => f.Change(Draft, SetTarget.Today(work).Year));
}
