using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Gaps;

public static class GapErrors
{
    public static readonly Error NotFound = new(Missing, "gap.not-found", "Nobody has said that first contact lacks this.");
    public static readonly Error NotDone = new(Missing, "gap.not-done", "First contact does not have this yet: there is nothing to compare.");
    public static readonly Error LimitInvalid = new(Invalid, "gap.limit-invalid", "Ask for 1 to 200 rows.", "limit");
    public static readonly Error CursorUnknown = new(Invalid, "gap.cursor-unknown", "This page does not go on from there. Start at its beginning.", "after");
    public static readonly Error StateUnknown = new(Invalid, "gap.state-unknown", "It is open, doing, done or declined.", "state");
    public static readonly Error OwnerMissing = new(Invalid, "gap.owner-missing", "Say who does it.", "owner");
    public static readonly Error OwnerUnknown = new(Invalid, "gap.owner-unknown", "Nobody who works here has this address.", "owner");
    public static readonly Error DoneOnMissing = new(Invalid, "gap.done-on-missing", "Say since which day first contact has it.", "doneOn");
    public static readonly Error DoneOnAhead = new(Invalid, "gap.done-on-ahead", "This day has not come yet. Leave it as being done until then.", "doneOn");
    public static readonly Error WordsMissing = new(Invalid, "gap.words-missing", "Say why not, so that nobody has to ask again.", "words");
    public static readonly Error WordsTooLong = new(Invalid, "gap.words-too-long", $"Keep it within {Gap.LongestWords} characters.", "words");
}
