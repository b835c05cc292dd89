using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Tools;

public static class ToolErrors
{
    public static readonly Error NotFound = new(Missing, "tool.not-found", "There is no such tool.");
    public static readonly Error OverlapNotFound = new(Missing, "tool-overlap.not-found", "There is no such overlap.");
    public static readonly Error ProcedureNotFound = new(Missing, "tool.procedure-not-found", "There is no procedure for this move.");
    public static readonly Error SessionNotFound = new(Missing, "tool.session-not-found", "There is no such session.");

    // What it is
    public static readonly Error NameMissing = new(Invalid, "tool.name-missing", "Give it a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "tool.name-too-long", $"Keep the name within {Tool.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "tool.name-taken", "Another tool has this name.", "name");
    public static readonly Error PurposeMissing = new(Invalid, "tool.purpose-missing", "Say what it is for.", "purpose");
    public static readonly Error LineTooLong = new(Invalid, "tool.line-too-long", $"Keep it within {Tool.LongestLine} characters.");
    public static readonly Error TextTooLong = new(Invalid, "tool.text-too-long", $"Keep it within {Tool.LongestText} characters.");
    public static readonly Error OwnerUnknown = new(Invalid, "tool.owner-unknown", "Nobody here has this address.", "owner");
    public static readonly Error TeamUnknown = new(Invalid, "tool.team-unknown", "There is no such team.", "team");

    // Links
    public static readonly Error LinkInvalid = new(Invalid, "tool.link-invalid", "Give an address like rdp://{device}, without blanks.", "link");
    public static readonly Error SchemeNotAllowed = new(Invalid, "tool.scheme-not-allowed", "A link begins with http, https or what administrators have allowed in the settings.", "link");
    public static readonly Error PlaceUnknown = new(Invalid, "tool.place-unknown", "Only {device}, {ticket} and {customer} may stand in braces.", "link");
    public static readonly Error SchemeInvalid = new(Invalid, "tool.scheme-invalid", $"Name what stands before the colon, one a line and {LaunchSchemes.Most} at most: letters, digits, dots and dashes.", "schemes");
    public static readonly Error SchemeDangerous = new(Invalid, "tool.scheme-dangerous", "A browser or a machine runs what such a link says. It cannot be allowed.", "schemes");

    // Who may use it
    public static readonly Error SinceInvalid = new(Invalid, "tool.since-invalid", "Give a day, today at the latest.", "since");
    public static readonly Error WithholderUnknown = new(Invalid, "tool.withholder-unknown", "Name who decided it, by e-mail address.", "by");
    public static readonly Error WhyMissing = new(Invalid, "tool.why-missing", "Say why.", "why");
    public static readonly Error NotWithheld = new(Conflict, "tool.not-withheld", "It is not withheld from this team.");

    // How work moves, and what does the same
    public static readonly Error ToolUnknown = new(Invalid, "tool.tool-unknown", "There is no such tool.", "to");
    public static readonly Error ToolIsSame = new(Invalid, "tool.tool-is-same", "Choose another tool than this one.", "to");
    public static readonly Error StepsMissing = new(Invalid, "tool.steps-missing", "Write down the steps.", "steps");
    public static readonly Error TooFewTools = new(Invalid, "tool.too-few-tools", $"Choose two tools or more, {ToolOverlap.MostTools} at most.", "tools");
    public static readonly Error SameMissing = new(Invalid, "tool.same-missing", "Say what they have in common.", "same");
    public static readonly Error StaysIsOther = new(Invalid, "tool.stays-is-other", "What stays is one of them.", "stays");

    // Starting one
    public static readonly Error NotUsable = new(Conflict, "tool.not-usable", "This tool cannot be started by you here. Ask its owner for it.", "tool");
    public static readonly Error DeviceMissing = new(Invalid, "tool.device-missing", "Say on which device.", "device");
    public static readonly Error DeviceInvalid = new(Invalid, "tool.device-invalid", "Give the name or address of a device: letters, digits, blanks, dots, colons and dashes, a letter or digit first.", "device");
}
