namespace FirstContact.Policies;

/// <summary>A class of request with its policy: emergency, ad hoc, hardware, software, and what administrators add.</summary>
public sealed record RequestClass : IAggregate<RequestClass>
{
    public const int LongestName = 60, LongestPurpose = 500;

    public static string Subject => "request-class";

    public ClassId Id { get; init; }
    public int Version { get; init; }
    public ClassDetails Details { get; init; } = new("", "", Approval.None, null, null, false, false);
    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;

    public static Decision Add(ClassDetails details) => details.Wrong is { } no ? no : new ClassAdded(details.Trimmed);

    public Decision Change(ClassDetails details)
    {
        if (details.Wrong is { } no) return no;
        return details.Trimmed is var to && to == Details ? Decision.Nothing : new ClassChanged(Details, to);
    }

    public Decision Retire() => Active ? new ClassRetired() : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new ClassRestored();

    public RequestClass Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private RequestClass Changed(Event happened) => happened switch
    {
        ClassAdded e => this with { Details = e.Details, Active = true },
        ClassChanged e => this with { Details = e.To },
        ClassRetired => this with { Active = false },
        ClassRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A class knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>Whether a request of the class has to be approved before work begins.</summary>
public enum Approval { None, Formal }

/// <param name="LongestMinutes">Work beyond this does not belong in the class; null sets no limit.</param>
/// <param name="BaselineAfterDays">Work beyond this needs a baseline document; null never.</param>
/// <param name="AtOnce">Acted on at once, whatever else waits.</param>
/// <param name="Charged">Whether it is charged to the business unit.</param>
public sealed record ClassDetails(string Name, string Purpose, Approval Approval, int? LongestMinutes, int? BaselineAfterDays, bool AtOnce, bool Charged)
{
    internal Error? Wrong => Error.Of(
        Name.IsBlank ? PolicyErrors.ClassNameMissing : Name.IsLongerThan(RequestClass.LongestName) ? PolicyErrors.ClassNameTooLong : null,
        Purpose.IsLongerThan(RequestClass.LongestPurpose) ? PolicyErrors.PurposeTooLong : null,
        LongestMinutes is < 1 or > 100_000 ? PolicyErrors.MinutesInvalid : null,
        BaselineAfterDays is < 1 or > 1_000 ? PolicyErrors.BaselineInvalid : null,
        AtOnce && Approval == Approval.Formal ? PolicyErrors.AtOnceNeedsNoApproval : null);

    internal ClassDetails Trimmed => this with { Name = Name.Trim(), Purpose = Purpose.Trim() };
}
