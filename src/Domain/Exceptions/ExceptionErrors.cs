using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Exceptions;

public static class ExceptionErrors
{
    public static readonly Error NotFound = new(Missing, "exception.not-found", "There is no such exception.");
    public static readonly Error ProcessNotFound = new(Missing, "process.not-found", "There is no such rule or process.");

    // Rules and processes
    public static readonly Error NameMissing = new(Invalid, "process.name-missing", "Give it a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "process.name-too-long", $"Keep the name within {Process.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "process.name-taken", "Another one has this name.", "name");
    public static readonly Error PurposeMissing = new(Invalid, "process.purpose-missing", "Say why it exists.", "why");
    public static readonly Error PurposeTooLong = new(Invalid, "process.purpose-too-long", $"Keep it within {Process.LongestWhy} characters.", "why");
    public static readonly Error OwnerUnknown = new(Invalid, "process.owner-unknown", "Name who answers for it: somebody who works here, by e-mail address.", "owner");

    // What was done
    public static readonly Error RuleMissing = new(Invalid, "exception.rule-missing", "Say which rule or process it was.", "rule");
    public static readonly Error RuleTooLong = new(Invalid, "exception.rule-too-long", $"Name it within {CustomerException.LongestRule} characters.", "rule");
    public static readonly Error InsteadMissing = new(Invalid, "exception.instead-missing", "Say what you did instead.", "instead");
    public static readonly Error WhyMissing = new(Invalid, "exception.why-missing", "Say why the customer needed it.", "why");
    public static readonly Error TooLong = new(Invalid, "exception.too-long", $"Keep it within {CustomerException.LongestText} characters.");
    public static readonly Error ProcessUnknown = new(Invalid, "exception.process-unknown", "There is no such rule or process.", "process");

    // Reviewing it
    public static readonly Error OwnException = new(Conflict, "exception.own-exception", "You bent it yourself: somebody else reads it.");
    public static readonly Error Ended = new(Conflict, "exception.ended", "It has come to its end already.");
    public static readonly Error NotEnded = new(Conflict, "exception.not-ended", "It has not come to its end yet.");
    public static readonly Error AskedAlready = new(Conflict, "exception.asked-already", "A question waits for its answer already.");
    public static readonly Error NothingAsked = new(Conflict, "exception.nothing-asked", "Nothing was asked that waits for an answer.");
    public static readonly Error TooManyQuestions = new(Conflict, "exception.too-many-questions", $"{CustomerException.MostQuestions} questions were asked. Talk to each other, then write down how it ends.");
    public static readonly Error QuestionMissing = new(Invalid, "exception.question-missing", "Say what you would like to know.", "question");
    public static readonly Error AnswerMissing = new(Invalid, "exception.answer-missing", "Write an answer.", "answer");
    public static readonly Error OutcomeMissing = new(Invalid, "exception.outcome-missing", "Choose how it ends.", "outcome");
    public static readonly Error ToldMissing = new(Invalid, "exception.told-missing", "Tell in a sentence what happened, for all teams.", "told");
    public static readonly Error ChangeMissing = new(Invalid, "exception.change-missing", "Say what changes.", "words");
    public static readonly Error ReasonMissing = new(Invalid, "exception.reason-missing", "Say why the rule stays as it is.", "words");
    public static readonly Error FromMissing = new(Invalid, "exception.from-missing", "Say from which day on.", "from");
    public static readonly Error FromInvalid = new(Invalid, "exception.from-invalid", "Give a day of the last year or a later one.", "from");
    public static readonly Error NamesSomebody = new(Invalid, "exception.names-somebody", "All teams read this, and it names the customer, the ticket, or somebody who has not agreed to it. Tell it without.");
    public static readonly Error CursorInvalid = new(Invalid, "exception.cursor-invalid", "This does not come from a page of this list.", "after");
    public static readonly Error LimitInvalid = new(Invalid, "exception.limit-invalid", "Ask for 1 to 200 rows.", "limit");
    public static readonly Error OutcomeUnknown = new(Invalid, "exception.outcome-unknown", "An outcome is processChanges or reasonReinforced.", "outcome");
}
