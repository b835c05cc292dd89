namespace FirstContact.Exceptions;

/// <summary>Read by who answers for the rule: to understand what it does not fit, and never to blame.</summary>
public sealed partial record CustomerException
{
    public Decision AskBack(By by, string? question) => this switch
    {
        { IsOpen: false } => ExceptionErrors.Ended,
        _ when by.Person == Person => ExceptionErrors.OwnException,
        { State: ExceptionState.Asked } => ExceptionErrors.AskedAlready,
        { Questions.Count: >= MostQuestions } => ExceptionErrors.TooManyQuestions,
        _ => Words(question ?? "", ExceptionErrors.QuestionMissing) is { } no ? no : new ExceptionAskedBack(question!.Trim()),
    };

    public Decision Answer(string? answer) => State switch
    {
        ExceptionState.Asked => Words(answer ?? "", ExceptionErrors.AnswerMissing) is { } no ? no : new ExceptionAnswered(answer!.Trim()),
        _ => ExceptionErrors.NothingAsked,
    };

    /// <param name="today">What changes does so from this day on at the earliest.</param>
    /// <param name="unnamed">Whom the words for all must not name.</param>
    public Decision End(By by, ExceptionEnding ending, LocalDate today, Unnamed unnamed)
    {
        if (!IsOpen) return ExceptionErrors.Ended;
        if (by.Person == Person) return ExceptionErrors.OwnException;
        var to = ending.Trimmed;
        return Error.Of(
            Words(to.Told, ExceptionErrors.ToldMissing) ?? unnamed.Wrong(to.Told, "told"),
            Words(to.Words, to.Outcome == ExceptionOutcome.ProcessChanges ? ExceptionErrors.ChangeMissing : ExceptionErrors.ReasonMissing) ?? unnamed.Wrong(to.Words, "words"),
            to.Outcome != ExceptionOutcome.ProcessChanges ? null : to.From is null ? ExceptionErrors.FromMissing : to.From < today.PlusDays(-DaysBack) ? ExceptionErrors.FromInvalid : null) is { } no ? no : new ExceptionEnded(to);
    }

    /// <summary>Whoever bent it has read how it ended, and was thanked.</summary>
    public Decision ReadEnding() => State != ExceptionState.Ended ? ExceptionErrors.NotEnded : Read ? Decision.Nothing : new ExceptionEndingRead();

    // It may have been changed before it was written down here.
    private const int DaysBack = 366;
}

public enum ExceptionOutcome { ProcessChanges, ReasonReinforced }

/// <param name="Told">What happened, in words for all: without the customer, and without who bent it.</param>
/// <param name="Words">What changes, or why the rule stays.</param>
/// <param name="From">From when the change holds; null when nothing changes.</param>
public sealed record ExceptionEnding(ExceptionOutcome Outcome, string Told, string Words, LocalDate? From)
{
    internal ExceptionEnding Trimmed => this with { Told = Told.Trim(), Words = Words.Trim(), From = Outcome == ExceptionOutcome.ProcessChanges ? From : null };
}
