namespace FirstContact.Macros;

public sealed record ChangeTicketTemplate(TicketTemplateId Id, TemplateSaid Said) : Command<TicketTemplate>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TicketTemplate> StoreOf(Work work) => work.TicketTemplates;

    public override async Task<Result<TicketTemplate>> Do(Work work)
    {
        if (!(await work.TicketTemplates.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!await Keeping.MayKeep(work.Question, now.Details.Team)) return Errors.Forbidden;
        if (!(await AddTicketTemplate.Sound(work, Said, Id)).Is(out var details, out var no)) return no;
        return await work.TicketTemplates.Change(Id.Value, p => p.Change(details));
    }
}
