namespace FirstContact.Targets;

/// <summary>A figure of the industry is shown no more.</summary>
public sealed record RemoveIndustryFigure(IndustryFigureId Id) : Command<IndustryFigure>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<IndustryFigure> StoreOf(Work work) => work.IndustryFigures;

    public override Task<Result<IndustryFigure>> Do(Work work) => work.IndustryFigures.Change(Id.Value, f => f.Remove());
}
