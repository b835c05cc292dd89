namespace FirstContact.Kernel;

/// <summary>An id that cannot be mistaken for another's.</summary>
public interface IId
{
    long Value { get; }
}

public readonly record struct PersonId(long Value) : IId
{
    /// <summary>The desk itself: who wakes, closes and imports when nobody is at a screen.</summary>
    public static readonly PersonId Desk = new(0);
}

public readonly record struct TeamId(long Value) : IId
{
    /// <summary>Whoever takes the contact first. Every desk has this team; it may be renamed, never removed.</summary>
    public static readonly TeamId FirstContact = new(1);
}

public readonly record struct UnitId(long Value) : IId;

public readonly record struct ServiceId(long Value) : IId;

public readonly record struct CategoryId(long Value) : IId;

public readonly record struct ClassId(long Value) : IId;

public readonly record struct FieldId(long Value) : IId;

public readonly record struct TicketId(long Value) : IId;

public readonly record struct ViewId(long Value) : IId;

public readonly record struct BatchId(long Value) : IId;

public readonly record struct WebhookId(long Value) : IId;

public readonly record struct RuleId(long Value) : IId;

public readonly record struct TextBlockId(long Value) : IId;

public readonly record struct MacroId(long Value) : IId;

public readonly record struct TicketTemplateId(long Value) : IId;

public readonly record struct GapId(long Value) : IId;

public readonly record struct ToolId(long Value) : IId;

public readonly record struct ToolOverlapId(long Value) : IId;

public readonly record struct SwitchDayId(long Value) : IId;

public readonly record struct WalkUpId(long Value) : IId;

public readonly record struct ProcessId(long Value) : IId;

public readonly record struct ExceptionId(long Value) : IId;

public readonly record struct OccasionId(long Value) : IId;

public readonly record struct CalendarId(long Value) : IId;

public readonly record struct AgreementId(long Value) : IId;

public readonly record struct SupplierId(long Value) : IId;

public readonly record struct MajorId(long Value) : IId;

public readonly record struct StandardsCommentId(long Value) : IId;

public readonly record struct TargetId(long Value) : IId;

public readonly record struct IndustryFigureId(long Value) : IId;

public readonly record struct ReplyId(long Value) : IId;

public readonly record struct MailId(long Value) : IId;

public readonly record struct MailboxId(long Value) : IId;

public readonly record struct StoppedAddressId(long Value) : IId;

public readonly record struct PassId(long Value) : IId;
