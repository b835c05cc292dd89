using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Every ticket event: its stored name and the one sentence that tells it, to follow the actor's name.</summary>
public static class TicketEventWords
{
    public static IEnumerable<EventWords> All => [.. Life, .. Care, .. Talk, .. About, .. HandsEventWords.All, .. TidyEventWords.All, .. CallEventWords.All];

    private static string Noted(Surroundings at) => (string?[])[at.Device is { } device ? $"the device {device}" : null, at.Place is { } place ? $"the place {place}" : null, at.Since is { } since ? $"since {since}" : null, at.Changed is { } changed ? $"that was changed before: {changed}" : null] is var all && all.Any(a => a is not null)
        ? string.Join(", ", all.OfType<string>())
        : "that nothing is known of device, place and time";

    private static IEnumerable<EventWords> Life =>
    [
        EventWords.Of<TicketOpened>("ticket.opened", e => $"opened it by {Way(e.Channel)}: {e.Title}", _ => true),
        EventWords.Of<TicketWaiting>("ticket.waiting", e => $"set it to wait for {(e.For == WaitFor.Other ? "something else" : $"the {Lower(e.For)}")}: {e.Reason}{(e.For == WaitFor.Customer && !e.Contacted ? " (the customer was not contacted)" : "")}", _ => true),
        EventWords.Of<TicketResumed>("ticket.resumed", e => e.Why switch
        {
            ResumedBy.CustomerAnswered => "answered, so it waits no longer",
            ResumedBy.TimeUp => "woke it up: the time to wait is over",
            _ => "took it up again",
        }, _ => true),
        EventWords.Of<TicketResolved>("ticket.resolved", e => $"resolved it: {e.Solution}", _ => true),
        EventWords.Of<TicketClosed>("ticket.closed", e => e.Verification switch
        {
            Verification.ByCustomer => "closed it: it works for the customer",
            Verification.BySilence => "closed it by silence: nobody answered",
            _ => $"closed it without the customer's word{(e.Reason is null ? "" : $": {e.Reason}")}",
        }, _ => true),
        EventWords.Of<TicketReopened>("ticket.reopened", e => $"reopened it: {e.Reason}", _ => true),
        EventWords.Of<TicketCancelled>("ticket.cancelled", e => e.SolvedByCustomer ? $"cancelled it, solved without the desk: {e.Reason}" : $"cancelled it: {e.Reason}", _ => true),
    ];

    private static IEnumerable<EventWords> Care =>
    [
        EventWords.Of<CustomerGreeted>("ticket.customer-greeted", e => $"greeted the customer{(e.How is null ? "" : $", {e.How}")}", _ => true),
        EventWords.Of<TicketClassified>("ticket.classified", e => $"classified it as {Told(e.To)}"),
        EventWords.Of<QuestionsAnswered>("ticket.questions-answered", e => $"answered what is asked of {e.About}: {string.Join("; ", e.Answers.Select(a => $"{a.Question} {a.Said}"))}", _ => true),
        EventWords.Of<SurroundingsNoted>("ticket.surroundings-noted", e => $"noted {Noted(e.To)}", _ => true),
        EventWords.Of<SuggestionTaken>("ticket.suggestion-taken", e => $"was sure enough to classify it: {string.Join(", ", e.Suggestions.Select(s => $"{s.Name}, {s.Percent} % ({string.Join(", ", s.Why)})"))}"),
        EventWords.Of<SuggestionWithheld>("ticket.suggestion-withheld", e => e.Best.Count == 0 ? "could not tell from its words what it is about" : $"was not sure enough to classify it: {string.Join(", ", e.Best.Select(s => $"{s.Name} at {s.Percent} %"))}"),
        EventWords.Of<SuggestionConfirmed>("ticket.suggestion-confirmed", e => $"agreed with {Thought(e.Suggestion, e.Taken)}"),
        EventWords.Of<SuggestionCorrected>("ticket.suggestion-corrected", e => $"corrected {Thought(e.Suggestion, e.Taken)}: it is {e.To}"),
        EventWords.Of<ProblemStated>("ticket.problem-stated", e => $"stated the problem: {e.Statement}", _ => true),
        EventWords.Of<StatementConfirmed>("ticket.statement-confirmed", _ => "agreed with the statement", _ => true),
        EventWords.Of<StatementCorrected>("ticket.statement-corrected", e => $"corrected the statement: {e.Correction}", _ => true),
        EventWords.Of<ReproductionTried>("ticket.reproduction-tried", e => e.Outcome switch
        {
            Reproduced.Reproduced => $"reproduced it in {Counted(e.Steps.Count, "step")}",
            Reproduced.NotReproduced => $"could not reproduce it{(e.Why is null ? "" : $": {e.Why}")}",
            _ => $"found nothing to reproduce: {e.Why}",
        }),
        EventWords.Of<SolutionProposed>("ticket.solution-proposed", e => $"proposed: {e.Text} ({Source(e)})"),
        EventWords.Of<SolutionSelected>("ticket.solution-selected", e => $"selected '{e.Text}': {e.Reason}"),
        EventWords.Of<SolutionExecuted>("ticket.solution-executed", e => $"did it: {e.Done}"),
        EventWords.Of<CraftVerified>("ticket.craft-verified", e => $"checked the work: it {Lower(e.Outcome)}{(e.Replayed.Count > 0 ? $", {Counted(e.Replayed.Count, "step")} replayed" : "")}{(e.How.Length > 0 ? $", {e.How}" : "")}"),
        EventWords.Of<CustomerVerified>("ticket.customer-verified", e => $"{(e.OnBehalf ? "was told" : "said")}: {(e.Outcome == CustomerOutcome.Works ? "it works" : "not yet")}{(e.Words is null ? "" : $". “{e.Words}”")}", _ => true),
        EventWords.Of<StepSkipped>("ticket.step-skipped", e => $"skipped {Spaced(e.Step)}: {e.Reason}"),
    ];

    private static IEnumerable<EventWords> Talk =>
    [
        EventWords.Of<MessagePosted>("ticket.message-posted", e => $"{(e.Kind switch { MessageKind.Note => "noted", MessageKind.Call => "called", _ => "wrote" })}: {e.Body}", e => e.Visibility == Visibility.Public),
        EventWords.Of<NewsPromised>("ticket.news-promised", e => $"promised news by {e.By:uuuu-MM-dd HH:mm} UTC", _ => true),
        EventWords.Of<PromiseKept>("ticket.promise-kept", e => e.InTime ? "kept the promise of news" : "brought the promised news late"),
    ];

    private static IEnumerable<EventWords> About =>
    [
        EventWords.Of<TicketAssigned>("ticket.assigned", e => e.To is { } to ? $"gave it to {to}" : "laid it down: nobody has it", _ => true),
        EventWords.Of<AssigneeChosen>("ticket.assignee-chosen", e => e.Why.Way == AssignWay.PullNext ? $"asked for the next one and got it: {e.Why.Told()}" : $"chose {e.To}: {e.Why.Told()}"),
        EventWords.Of<LeftWithTeam>("ticket.left-with-team", e => $"left it with the team: {e.Why.Told()}"),
        EventWords.Of<TicketMoved>("ticket.moved", e => $"moved it from {e.From} to {e.To}", _ => true),
        EventWords.Of<ColleagueAskedIn>("ticket.colleague-asked-in", e => $"asked {e.Colleague} {(e.ToCheck ? "to check" : "in")}: {e.Question}"),
        EventWords.Of<ColleagueAnswered>("ticket.colleague-answered", e => $"settled what {e.Colleague} was asked"),
        EventWords.Of<WatcherAdded>("ticket.watcher-added", e => $"let {e.Watcher} watch"),
        EventWords.Of<WatcherRemoved>("ticket.watcher-removed", e => $"let {e.Watcher} watch no longer"),
        EventWords.Of<ImpactAssessed>("ticket.impact-assessed", e => $"assessed impact {Lower(e.Impact)} and urgency {Lower(e.Urgency)}: {(e.From == e.To ? $"{e.To} as before" : $"{e.To} instead of {e.From}")}"),
        EventWords.Of<PriorityOverridden>("ticket.priority-overridden", e => $"overrode the priority, {e.To} instead of {e.From}: {e.Reason}"),
        EventWords.Of<OverrideWithdrawn>("ticket.override-withdrawn", e => $"took the override back: {e.To} instead of {e.From}"),
        EventWords.Of<TicketRetitled>("ticket.retitled", e => $"changed the title to '{e.To}'"),
        EventWords.Of<CustomerChanged>("ticket.customer-changed", e => $"changed the customer from {e.From} to {e.To}"),
        EventWords.Of<CallbackChanged>("ticket.callback-changed", e => e.To is null ? "removed the call-back number" : $"changed the call-back to {e.To}", _ => true),
        EventWords.Of<TagsChanged>("ticket.tags-changed", e => e.To.Count == 0 ? "removed all tags" : $"tagged it {string.Join(", ", e.To)}"),
        EventWords.Of<RuleApplied>("ticket.rule-applied", e => $"applied the rule {e.Rule}, version {e.Version}{(e.Refused.Count == 0 ? "" : $". Refused: {string.Join(" ", e.Refused)}")}"),
        EventWords.Of<MacroApplied>("ticket.macro-applied", e => $"ran the macro {e.Macro}"),
        EventWords.Of<FileUploaded>("attachment.uploaded", e => $"uploaded {e.Name}"),
        EventWords.Of<FileAttached>("attachment.attached", _ => "attached the file"),
    ];

    private static string Told(Classification c) => string.Join(", ", new[] { c.Category?.Name, c.Service?.Name, c.Class?.Name }.OfType<string>());

    private static string Thought(Suggestion s, bool taken) => taken ? $"what the desk had done by itself ({s.Name}, {s.Percent} % sure)" : $"what the desk suggested ({s.Name}, {s.Percent} % sure)";

    private static string Source(SolutionProposed e) => e.Source switch
    {
        ProposalSource.Article => $"from the article {e.Reference}",
        ProposalSource.SimilarTicket => $"as in {e.Reference}",
        _ => e.Reference is null ? "from experience" : $"from experience, {e.Reference}",
    };

    private static string Way(Channel channel) => channel switch { Channel.WalkUp => "walking up", Channel.Api => "API", Channel.Portal => "the portal", _ => Lower(channel) };

    private static string Counted(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";

    private static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static string Spaced(CareStep step) => step switch
    {
        CareStep.CraftVerification => "our own check",
        CareStep.CustomerVerification => "the customer's check",
        _ => $"the {Lower(step)}",
    };
}
