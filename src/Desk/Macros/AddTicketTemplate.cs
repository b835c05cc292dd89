using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>All that is said about a ticket template, as people name it.</summary>
/// <param name="Team">Whose it is, by name or id; blank for all.</param>
public sealed record TemplateSaid(string? Name, string? Team)
{
    public TicketKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? RequestClass { get; init; }
    public string? Category { get; init; }
    public string? Service { get; init; }

    /// <summary>Which team works on it.</summary>
    public string? ToTeam { get; init; }

    public Level? Impact { get; init; }
    public Level? Urgency { get; init; }
    public Seq<string> Tags { get; init; } = [];
    public Seq<string> Tasks { get; init; } = [];
}

public sealed record AddTicketTemplate(TemplateSaid Said) : Command<TicketTemplate>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<TicketTemplate> StoreOf(Work work) => work.TicketTemplates;

    public override async Task<Result<TicketTemplate>> Do(Work work) =>
        (await Sound(work, Said, null)).Is(out var details, out var no) ? await work.TicketTemplates.Create(TicketTemplate.Add(details)) : no;

    /// <summary>What was said as it is kept; or all that is wrong with it, by itself and in this desk, said together.</summary>
    internal static async Task<Result<TemplateDetails>> Sound(Work work, TemplateSaid said, TicketTemplateId? self)
    {
        var (read, whose) = (work.Read, await Keeping.Find(work, said.Team));
        var (known, category, service, team) = (await read.FindClass(said.RequestClass), await read.FindCategory(said.Category), await read.FindService(said.Service), await read.FindTeam(said.ToTeam));
        var details = new TemplateDetails(said.Name ?? "", whose.Value, new()
        {
            Kind = said.Kind, Title = said.Title, Description = said.Description, Class = known.Value, Category = category.Value, Service = service.Value is { } s ? new(s.Id, s.Name) : null, Team = team.Value,
            Impact = said.Impact, Urgency = said.Urgency, Tags = said.Tags, Tasks = said.Tasks,
        });
        var taken = (await read.TicketTemplates()).Any(p => p.Id != self && Keeping.Same(p.Details.Team, whose.Value) && string.Equals(p.Name, details.Name.Trim(), StringComparison.OrdinalIgnoreCase));
        return Error.Of(
        [
            .. TicketTemplate.Add(details).Error?.All ?? [],
            whose.Error, taken ? MacroErrors.NameTaken : null, known.Error, category.Error, service.Error, team.Error?.At("toTeam"),
        ]) is { } wrong ? wrong : details;
    }
}
