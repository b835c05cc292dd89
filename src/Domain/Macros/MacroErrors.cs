using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Macros;

public static class MacroErrors
{
    public static readonly Error NotFound = new(Missing, "macro.not-found", "There is no such macro.");
    public static readonly Error BlockNotFound = new(Missing, "text-block.not-found", "There is no such text block.");
    public static readonly Error TemplateNotFound = new(Missing, "ticket-template.not-found", "There is no such ticket template.");

    // Of all three
    public static readonly Error NameMissing = new(Invalid, "macro.name-missing", "Say what it is for.", "name");
    public static readonly Error NameTooLong = new(Invalid, "macro.name-too-long", $"Keep the name within {Macro.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "macro.name-taken", "Another one for the same people has this name.", "name");
    public static readonly Error TeamUnknown = new(Invalid, "macro.team-unknown", "There is no such team.", "team");
    public static readonly Error TeamIsOthers = new(Invalid, "macro.team-is-others", "Choose a team of yours. What is for all, coordinators and administrators keep.", "team");

    // Text blocks
    public static readonly Error ShortcutInvalid = new(Invalid, "text-block.shortcut-invalid", $"A shortcut is one word of letters, digits and dashes, {TextBlock.LongestShortcut} at most.", "shortcut");
    public static readonly Error ShortcutTaken = new(Invalid, "text-block.shortcut-taken", "Another one for the same people has this shortcut.", "shortcut");
    public static readonly Error BodyMissing = new(Invalid, "text-block.body-missing", "Write the words.", "body");
    public static readonly Error BodyTooLong = new(Invalid, "text-block.body-too-long", $"Keep the words within {TextBlock.LongestBody} characters.", "body");
    public static readonly Error UsesMissing = new(Invalid, "text-block.uses-missing", "Say where it may be used: in replies, in notes, or both.", "uses");

    // Macros
    public static readonly Error ActionsMissing = new(Invalid, "macro.actions-missing", "Say what it does.", Macro.Actions);
    public static readonly Error TooManyActions = new(Invalid, "macro.too-many-actions", $"Keep it to {Macro.MostActions} actions.", Macro.Actions);
    public static readonly Error BlockUnknown = new(Invalid, "macro.block-unknown", "There is no such text block, or not for this use.", "block");

    // Ticket templates
    public static readonly Error NothingPreset = new(Invalid, "ticket-template.nothing-preset", "Fill in something that a ticket is to begin with.", "title");
    public static readonly Error TemplateUnknown = new(Invalid, "ticket-template.unknown", "There is no such ticket template.", "template");

    internal static Error? OfName(string name, int longest) => name.IsBlank ? NameMissing : name.Trim().IsLongerThan(longest) ? NameTooLong : null;
}
