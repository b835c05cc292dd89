namespace FirstContact.Exceptions;

/// <summary>
/// Somebody bent a rule for a customer, and says so. Whoever answers for the rule reads it and asks back where that helps; it ends as a change of
/// the process or as its reason, told once more to all.
/// </summary>
public sealed partial record CustomerException : IAggregate<CustomerException>
{
    public const int LongestRule = 120, LongestText = 4000, MostQuestions = 20;

    public static string Subject => "exception";

    public ExceptionId Id { get; init; }
    public int Version { get; init; }
    public TicketId Ticket { get; init; }

    /// <summary>Who bent it.</summary>
    public PersonId Person { get; init; }

    public ExceptionDetails Details { get; init; } = new(null, "", "", "");

    /// <summary>Whether whoever bent it may be named to all.</summary>
    public bool MayName { get; init; }

    public ExceptionState State { get; init; }
    public Seq<ExceptionQuestion> Questions { get; init; } = [];
    public ExceptionEnding? Ending { get; init; }
    public Instant RecordedAt { get; init; }
    public Instant? EndedAt { get; init; }

    /// <summary>Whether whoever bent it has read how it ended.</summary>
    public bool Read { get; init; }

    public long Key => Id.Value;
    public bool IsOpen => State is ExceptionState.Waiting or ExceptionState.Asked;

    public static Decision Record(Named<TicketId> ticket, ExceptionDetails details, bool mayName, Unnamed unnamed)
    {
        var to = details.Trimmed;
        return Error.Of(
            to.Rule.IsBlank ? ExceptionErrors.RuleMissing : to.Rule.IsLongerThan(LongestRule) ? ExceptionErrors.RuleTooLong : to.Process is null ? unnamed.Wrong(to.Rule, "rule") : null,
            Words(to.Instead, ExceptionErrors.InsteadMissing),
            Words(to.Why, ExceptionErrors.WhyMissing)) is { } no ? no : new ExceptionRecorded(ticket, to, mayName);
    }

    /// <summary>Says which of the known rules it was, where that was not known or not right.</summary>
    public Decision Place(Named<ProcessId> process) =>
        !IsOpen ? ExceptionErrors.Ended : Details.Process?.Id == process.Id ? Decision.Nothing : new ExceptionPlaced(Details.Rule, process);

    public Decision LetName(bool may) => State == ExceptionState.Withdrawn ? ExceptionErrors.Ended : may == MayName ? Decision.Nothing : new ExceptionNaming(may);

    public Decision Withdraw() => IsOpen ? new ExceptionWithdrawn(Details.Rule) : ExceptionErrors.Ended;

    public CustomerException Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private CustomerException Changed(Event happened, By by) => happened switch
    {
        ExceptionRecorded e => this with { Ticket = e.Ticket.Id, Person = by.Person, Details = e.Details, MayName = e.MayName, RecordedAt = by.At },
        ExceptionPlaced e => this with { Details = Details with { Process = e.Process, Rule = e.Process.Name } },
        ExceptionNaming e => this with { MayName = e.May },
        ExceptionAskedBack e => this with { State = ExceptionState.Asked, Questions = Questions.Add(new(e.Question, by.Person, by.At, null, null)) },
        ExceptionAnswered e => this with { State = ExceptionState.Waiting, Questions = [.. Questions.SkipLast(1), Questions[^1] with { Answer = e.Answer, AnsweredAt = by.At }] },
        ExceptionEnded e => this with { State = ExceptionState.Ended, Ending = e.Ending, EndedAt = by.At },
        ExceptionEndingRead => this with { Read = true },
        ExceptionWithdrawn => this with { State = ExceptionState.Withdrawn, EndedAt = by.At },
        _ => throw new NotSupportedException($"An exception knows nothing of {happened.GetType().Name}."),
    };

    private static Error? Words(string text, Error missing) => text.IsBlank ? missing : text.IsLongerThan(LongestText) ? ExceptionErrors.TooLong.At(missing.Field!) : null;
}

/// <summary>Waiting: for the word of who answers for the rule. Asked: for an answer of who bent it.</summary>
public enum ExceptionState { Waiting, Asked, Ended, Withdrawn }

/// <param name="Process">Which rule or process; null for one that nobody has written down yet.</param>
/// <param name="Rule">Its name, or what it was called.</param>
/// <param name="Instead">What was done instead.</param>
/// <param name="Why">Why the customer needed it.</param>
public sealed record ExceptionDetails(Named<ProcessId>? Process, string Rule, string Instead, string Why)
{
    internal ExceptionDetails Trimmed => this with { Rule = (Process?.Name ?? Rule).Trim(), Instead = Instead.Trim(), Why = Why.Trim() };
}

/// <param name="Answer">Null while it waits for one.</param>
public sealed record ExceptionQuestion(string Question, PersonId By, Instant At, string? Answer, Instant? AnsweredAt);
