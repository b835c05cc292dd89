namespace FirstContact.Exceptions;

/// <summary>A rule or a process that people keep to: why there is one, and who answers for it.</summary>
public sealed record Process : IAggregate<Process>
{
    public const int LongestName = 120, LongestWhy = 2000;

    public static string Subject => "process";

    public ProcessId Id { get; init; }
    public int Version { get; init; }
    public ProcessDetails Details { get; init; } = new("", "", default);
    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;
    public Named<ProcessId> Named => new(Id, Name);

    public static Decision Add(ProcessDetails details) => details.Trimmed is var trimmed && trimmed.Wrong is { } no ? no : new ProcessAdded(trimmed);

    public Decision Change(ProcessDetails details)
    {
        var to = details.Trimmed;
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new ProcessChanged(Details, to);
    }

    public Decision Retire() => Active ? new ProcessRetired(Name) : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new ProcessRestored(Name);

    public Process Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Process Changed(Event happened) => happened switch
    {
        ProcessAdded e => this with { Details = e.Details, Active = true },
        ProcessChanged e => this with { Details = e.To },
        ProcessRetired => this with { Active = false },
        ProcessRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A process knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Why">Why the rule exists, for who wonders.</param>
/// <param name="Owner">Who answers for it, and is asked when it is bent.</param>
public sealed record ProcessDetails(string Name, string Why, Named<PersonId> Owner)
{
    internal Error? Wrong => Error.Of(
        Name.IsBlank ? ExceptionErrors.NameMissing : Name.IsLongerThan(Process.LongestName) ? ExceptionErrors.NameTooLong : null,
        Why.IsBlank ? ExceptionErrors.PurposeMissing : Why.IsLongerThan(Process.LongestWhy) ? ExceptionErrors.PurposeTooLong : null);

    internal ProcessDetails Trimmed => this with { Name = Name.Trim(), Why = Why.Trim() };
}
