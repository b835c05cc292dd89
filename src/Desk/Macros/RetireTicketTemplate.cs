namespace FirstContact.Macros;

/// <summary>Nobody is offered it any more.</summary>
public sealed record RetireTicketTemplate(TicketTemplateId Id) : Command<TicketTemplate>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TicketTemplate> StoreOf(Work work) => work.TicketTemplates;

    public override async Task<Result<TicketTemplate>> Do(Work work)
    {
        if (!(await work.TicketTemplates.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        return await Keeping.MayKeep(work.Question, now.Details.Team) ? await work.TicketTemplates.Change(Id.Value, p => p.Retire()) : Errors.Forbidden;
    }
}
