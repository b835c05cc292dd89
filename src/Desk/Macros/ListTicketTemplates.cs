using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>All ticket templates by name, with what the caller may do with each.</summary>
public sealed record ListTicketTemplates : IQuery<IReadOnlyList<TemplateLine>>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<TemplateLine>>> Ask(Question question)
    {
        var templates = await question.Read.TicketTemplates();
        if (templates.Count == 0) return Array.Empty<TemplateLine>();
        var (read, lines) = (question.Read, new List<TemplateLine>());
        var (classes, categories, services, teams) = (await read.Classes(), await read.Categories(), await read.Services(), await read.Teams());
        foreach (var template in templates)
        {
            var said = template.Details.Preset;
            // Under the names of today; what is retired can no longer be chosen.
            var told = said with
            {
                Class = classes.FirstOrDefault(c => c.Active && c.Id == said.Class?.Id) is { } k ? new(k.Id, k.Name) : null,
                Category = categories.FirstOrDefault(c => c.Active && c.Id == said.Category?.Id) is { } c ? new(c.Id, c.Name) : null,
                Service = services.FirstOrDefault(s => s.Active && s.Id == said.Service?.Id) is { } s ? new(s.Id, s.Name) : null,
                Team = teams.FirstOrDefault(t => t.Active && t.Id == said.Team?.Id)?.Named,
            };
            lines.Add(new(template, told, await Keeping.MayKeep(question, template.Details.Team), template.Active && await Keeping.MayUse(question, template.Details.Team)));
        }
        return lines;
    }
}

/// <param name="Told">What a ticket begins with, under the names of today.</param>
/// <param name="Kept">Whether the caller may change it.</param>
/// <param name="Usable">Whether it is offered to the caller.</param>
public sealed record TemplateLine(TicketTemplate Template, TicketPreset Told, bool Kept, bool Usable);
