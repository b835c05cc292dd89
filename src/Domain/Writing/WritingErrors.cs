using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Writing;

public static class WritingErrors
{
    public static readonly Error NotFound = new(Missing, "reply.not-found", "There is no such reply on its way.");
    public static readonly Error LeavesMissing = new(Invalid, "reply.leaves-missing", "Say when it is to leave.", "leaves");
    public static readonly Error LeavesPassed = new(Invalid, "reply.leaves-passed", "This time has passed. Give a later one.", "leaves");
    public static readonly Error LeavesTooLate = new(Invalid, "reply.leaves-too-late", "Send it within a year.", "leaves");
    public static readonly Error Left = new(Conflict, "reply.left", "It has left. Write another message to put it right.");
    public static readonly Error TakenBack = new(Conflict, "reply.taken-back", "It has been taken back already.");
    public static readonly Error DraftTooLong = new(Invalid, "draft.too-long", "This is too long to be kept as a draft.", "body");
    public static readonly Error DraftNotFound = new(Missing, "draft.not-found", "This draft is gone: it was sent, or somebody else went on with it.");
}
