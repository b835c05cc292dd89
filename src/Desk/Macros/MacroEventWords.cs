namespace FirstContact.Macros;

/// <summary>Every event of what is prepared: its stored name and the one sentence that tells it.</summary>
public static class MacroEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TextBlockAdded>("text-block.added", e => $"added the text block {e.Details.Name}"),
        EventWords.Of<TextBlockChanged>("text-block.changed", e => Changed("text block", e.From.Name, e.To.Name)),
        EventWords.Of<TextBlockRetired>("text-block.retired", e => $"retired the text block {e.Name}"),
        EventWords.Of<TextBlockRestored>("text-block.restored", e => $"took the text block {e.Name} up again"),
        EventWords.Of<MacroAdded>("macro.added", e => $"added the macro {e.Details.Name}"),
        EventWords.Of<MacroChanged>("macro.changed", e => Changed("macro", e.From.Name, e.To.Name)),
        EventWords.Of<MacroRetired>("macro.retired", e => $"retired the macro {e.Name}"),
        EventWords.Of<MacroRestored>("macro.restored", e => $"took the macro {e.Name} up again"),
        EventWords.Of<TicketTemplateAdded>("ticket-template.added", e => $"added the ticket template {e.Details.Name}"),
        EventWords.Of<TicketTemplateChanged>("ticket-template.changed", e => Changed("ticket template", e.From.Name, e.To.Name)),
        EventWords.Of<TicketTemplateRetired>("ticket-template.retired", e => $"retired the ticket template {e.Name}"),
        EventWords.Of<TicketTemplateRestored>("ticket-template.restored", e => $"took the ticket template {e.Name} up again"),
    ];

    private static string Changed(string what, string from, string to) => from == to ? $"changed the {what} {to}" : $"changed the {what} {from}, now {to}";
}
