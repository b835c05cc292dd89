using System.Globalization;
using FirstContact.Tickets;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Macros;

/// <summary>A ticket template as the form for a new ticket takes it.</summary>
internal static class TemplateForm
{
    private static readonly TicketPreset Nothing = new();
    private static readonly string[] Kept = ["once", "customer", "channel", "title", "description", "impact", "urgency", "kind", "callback", "service", "category", "requestClass", "team", "tags", "tasks", "greeted"];

    /// <summary>What the template says that is named by id or name, of those that the caller may use; nothing when none is named.</summary>
    public static async Task<Result<TicketPreset>> Preset(Desk desk, WebCall call, string? template)
    {
        if (template.IsBlank) return Nothing;
        var found = (await Usable(desk, call)).FirstOrDefault(l => l.Template.Key.ToString(CultureInfo.InvariantCulture) == template!.Trim() || string.Equals(l.Template.Name, template.Trim(), StringComparison.OrdinalIgnoreCase));
        return found is null ? MacroErrors.TemplateUnknown : found.Told;
    }

    public static async Task<IReadOnlyList<TemplateLine>> Usable(Desk desk, WebCall call) => [.. ((await desk.Ask(new ListTicketTemplates(), call.Caller)).Value ?? []).Where(l => l.Usable)];

    /// <summary>What was typed stays; what always has some value (kind, impact, urgency) is the template's where it says so.</summary>
    public static Form Fill(TicketPreset preset, Form typed, string template)
    {
        var fields = new Dictionary<string, StringValues> { ["template"] = template };
        foreach (var name in Kept) if (typed[name] is { } value) fields[name] = value;
        foreach (var (name, value) in new (string, string?)[]
        {
            ("title", preset.Title), ("description", preset.Description), ("service", preset.Service?.Name), ("category", preset.Category?.Name), ("requestClass", preset.Class?.Name), ("team", preset.Team?.Name),
            ("tags", preset.Tags.Count == 0 ? null : string.Join(", ", preset.Tags)), ("tasks", preset.Tasks.Count == 0 ? null : string.Join('\n', preset.Tasks)),
        })
            if (value is not null && !fields.ContainsKey(name)) fields[name] = value;
        if (preset.Kind is { } kind) fields["kind"] = kind.ToString();
        if (preset.Impact is { } impact) fields["impact"] = impact.ToString();
        if (preset.Urgency is { } urgency) fields["urgency"] = urgency.ToString();
        return new(new FormCollection(fields));
    }
}
