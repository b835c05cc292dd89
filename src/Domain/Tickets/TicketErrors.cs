using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Tickets;

public static class TicketErrors
{
    public static readonly Error NotFound = new(Missing, "ticket.not-found", "There is no such ticket.");

    // What was said of it
    public static readonly Error TitleMissing = new(Invalid, "ticket.title-missing", "Say in a few words what it is about.", "title");
    public static readonly Error TitleTooLong = new(Invalid, "ticket.title-too-long", $"Keep the title within {Ticket.LongestTitle} characters.", "title");
    public static readonly Error DescriptionMissing = new(Invalid, "ticket.description-missing", "Describe what happens, in the customer's own words.", "description");
    public static readonly Error DescriptionTooLong = new(Invalid, "ticket.description-too-long", $"Keep the description within {Ticket.LongestText} characters.", "description");
    public static readonly Error DescriptionStays = new(Invalid, "ticket.description-stays", "The description is the customer's own words; nobody can alter it. State the problem in yours instead.", "description");
    public static readonly Error CustomerUnknown = new(Invalid, "ticket.customer-unknown", "Nobody here has this address.", "customer");
    public static readonly Error CustomerAmbiguous = new(Invalid, "ticket.customer-ambiguous", "Several people match. Choose one.", "customer");
    public static readonly Error CustomerIsOther = new(Invalid, "ticket.customer-is-other", "You can ask for yourself only.", "customer");
    public static readonly Error TeamUnknown = new(Invalid, "ticket.team-unknown", "There is no such team.", "team");
    public static readonly Error ServiceUnknown = new(Invalid, "ticket.service-unknown", "There is no such service.", "service");
    public static readonly Error CategoryUnknown = new(Invalid, "ticket.category-unknown", "There is no such category.", "category");
    public static readonly Error ClassUnknown = new(Invalid, "ticket.class-unknown", "There is no such class.", "requestClass");
    public static readonly Error PersonUnknown = new(Invalid, "ticket.person-unknown", "Nobody here has this address.", "person");
    public static readonly Error NotAnAgent = new(Invalid, "ticket.not-an-agent", "This person does not work on tickets.", "person");
    public static readonly Error CallbackTooLong = new(Invalid, "ticket.callback-too-long", $"Keep it within {Ticket.LongestCallback} characters.", "callback");
    public static readonly Error DedupeKeyTooLong = new(Invalid, "ticket.dedupe-key-too-long", $"Keep the key within {Ticket.LongestCallback} characters.", "dedupeKey");
    public static readonly Error ReasonMissing = new(Invalid, "ticket.reason-missing", "Say why.", "reason");
    public static readonly Error CauseMissing = new(Invalid, "ticket.cause-missing", "Choose why it was missed.", "cause");
    public static readonly Error CauseWordsMissing = new(Invalid, "ticket.cause-words-missing", "Say in your words why it was missed.", "words");
    public static readonly Error TooLong = new(Invalid, "ticket.too-long", $"Keep it within {Ticket.LongestText} characters.");
    public static readonly Error TooManyTags = new(Invalid, "ticket.too-many-tags", $"Keep it to {Ticket.MostTags} tags of {Ticket.LongestTag} characters.", "tags");
    public static readonly Error TagsAreOurs = new(Invalid, "ticket.tags-are-ours", "Tags and tasks are for those who work on it.", "tags");
    public static readonly Error ContinuesUnknown = new(Invalid, "ticket.continues-unknown", "There is no ticket with this number that it could continue.", "continues");
    public static readonly Error FileUnknown = new(Invalid, "ticket.file-unknown", "This file was not uploaded, or belongs elsewhere.", "attachments");
    public static readonly Error PriorityInvalid = new(Invalid, "ticket.priority-invalid", "Give a priority from p1 to p5.", "priority");

    // Where it stands
    public static readonly Error NotOpen = new(Conflict, "ticket.not-open", "The ticket is no longer open.");
    public static readonly Error StillOpen = new(Conflict, "ticket.still-open", "The ticket is still open.");
    public static readonly Error NotWaiting = new(Conflict, "ticket.not-waiting", "The ticket is not waiting.");
    public static readonly Error WaitUntilPassed = new(Invalid, "ticket.wait-until-passed", "This time has passed.", "until");
    public static readonly Error AlreadyResolved = new(Conflict, "ticket.already-resolved", "The ticket is resolved already. Reopen it to say something else.");
    public static readonly Error NotResolved = new(Conflict, "ticket.not-resolved", "Only a resolved ticket can be closed.");
    public static readonly Error NotVerified = new(Invalid, "ticket.not-verified", "The customer has not said that it works. Ask, or say why you close without.", "reason");
    public static readonly Error TooLateToReopen = new(Conflict, "ticket.too-late-to-reopen", "It was closed too long ago. Open a new ticket that continues it.");
    public static readonly Error BeforeOpened = new(Invalid, "ticket.before-opened", "This lies before what came first: opened, resolved, closed is the order.", "closedAt");
    public static readonly Error CancelledForGood = new(Conflict, "ticket.cancelled-for-good", "The ticket was cancelled. Open a new one.");

    // Care
    public static readonly Error StepsMissing = new(Conflict, "ticket.steps-missing", "The care policy asks for steps that nobody has taken yet.");
    public static readonly Error StepRequired = new(Conflict, "ticket.step-required", "The care policy requires this step here; it cannot be skipped.");
    public static readonly Error StepTaken = new(Conflict, "ticket.step-taken", "This step has been taken.");
    public static readonly Error ClassificationMissing = new(Invalid, "ticket.classification-missing", "Choose a category, a service or a class.", "category");
    public static readonly Error StatementMissing = new(Invalid, "ticket.statement-missing", "State the problem.", "statement");
    public static readonly Error NothingStated = new(Conflict, "ticket.nothing-stated", "Nobody has stated the problem yet.");
    public static readonly Error CorrectionMissing = new(Invalid, "ticket.correction-missing", "Say what is different.", "correction");
    public static readonly Error ReproductionStepsMissing = new(Invalid, "ticket.reproduction-steps-missing", "Write down the steps that show the problem.", "steps");
    public static readonly Error ReproductionReasonMissing = new(Invalid, "ticket.reproduction-reason-missing", "Say what you tried, or why it cannot be reproduced.", "why");
    public static readonly Error ProposalMissing = new(Invalid, "ticket.proposal-missing", "Say what could solve it.", "proposal");
    public static readonly Error ReferenceMissing = new(Invalid, "ticket.reference-missing", "Name the article or the ticket it comes from.", "reference");
    public static readonly Error TooManyProposals = new(Conflict, "ticket.too-many-proposals", $"There are {Ticket.MostProposals} proposals already.");
    public static readonly Error NoSuchProposal = new(Invalid, "ticket.no-such-proposal", "There is no such proposal.", "proposal");
    public static readonly Error ExecutionMissing = new(Invalid, "ticket.execution-missing", "Say what was done.", "done");
    public static readonly Error NothingExecuted = new(Conflict, "ticket.nothing-executed", "Nothing has been done yet that could be checked.");
    public static readonly Error CraftHowMissing = new(Invalid, "ticket.craft-how-missing", "Say how it was checked.", "how");
    public static readonly Error CraftNeedsAnother = new(Conflict, "ticket.craft-needs-another", "The care policy wants somebody else to check than the one who did it.");
    public static readonly Error WordsMissing = new(Invalid, "ticket.words-missing", "Say what does not work yet.", "words");
    public static readonly Error WordsSayOtherwise = new(Invalid, "ticket.words-say-otherwise", "You chose 'it works', and your words sound as if it does not. Which is right?", "words");
    public static readonly Error SolutionMissing = new(Invalid, "ticket.solution-missing", "Say what solved it.", "solution");

    // Words
    public static readonly Error BodyMissing = new(Invalid, "ticket.body-missing", "Write something.", "body");
    public static readonly Error BodyTooLong = new(Invalid, "ticket.body-too-long", $"Keep a message within {Ticket.LongestText} characters.", "body");
    public static readonly Error CallIsPublic = new(Invalid, "ticket.call-is-public", "A call was with the customer: it cannot be internal. Write a note instead.", "visibility");
    public static readonly Error PromisePassed = new(Invalid, "ticket.promise-passed", "This time has passed. Promise a later one.", "promise");
    public static readonly Error QuestionMissing = new(Invalid, "ticket.question-missing", "Say what you ask of your colleague.", "question");
    public static readonly Error AskingOneself = new(Invalid, "ticket.asking-oneself", "You are here already.", "person");
    public static readonly Error NotAsked = new(Conflict, "ticket.not-asked", "This person was not asked in.");
}
