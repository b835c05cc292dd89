using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed partial record Ticket
{
    public Ticket Apply(Event happened, By by) => Changed(happened, by).Stirred(happened, by).Handled(happened, by) with
    {
        Version = Version + 1,
        // What one does for oneself alone is no news to others.
        UpdatedAt = happened is TicketSnoozed or SnoozeEnded ? UpdatedAt : by.At,
    };

    private Ticket Changed(Event happened, By by) => Merging(happened, by) ?? Choosing(happened) ?? Suggesting(happened) ?? happened switch
    {
        TicketOpened e => Opened(e, by),
        TicketWaiting e => this with { Status = TicketStatus.Waiting, WokeAt = null, Wait = new(e.For, e.Reason, e.Contacted, e.Until, by.At) { Supplier = e.Supplier } },
        TicketResumed e => this with { Status = TicketStatus.InProgress, Wait = null, WokeAt = e.Why == ResumedBy.TimeUp ? by.At : null },
        TicketResolved e => this with { Status = TicketStatus.Resolved, ResolvedAt = by.At, Wait = null, PromisedAt = null, Asked = [], CustomerSpokeAt = null, WokeAt = null, LastWordAt = by.At, AnsweredAt = AnsweredAt ?? by.At, Care = Care with { Solution = e.Solution, NextTime = e.NextTime } },
        TicketClosed e => this with { Status = TicketStatus.Closed, ClosedAt = by.At, CategoryClosed = e.Category?.Id, CustomerSpokeAt = null },
        TicketReopened => this with { Status = TicketStatus.InProgress, ResolvedAt = null, ClosedAt = null, CategoryClosed = null, CustomerSpokeAt = by.At, CustomerWord = Tickets.CustomerWord.Reopened, Care = Care.Undone() },
        TicketCancelled => this with { Status = TicketStatus.Cancelled, ClosedAt = by.At, Wait = null, PromisedAt = null, CustomerSpokeAt = null, Asked = [] },

        CustomerGreeted => Worked(CareStep.Greeting, by) with { Assignee = Assignee ?? by.Person, AnsweredAt = AnsweredAt ?? by.At, CustomerSpokeAt = null, LastWordAt = by.At },
        TicketClassified e => (by.Person == PersonId.Desk ? With(c => c.Taken(CareStep.Classification, by)) : Worked(CareStep.Classification, by)) with { Category = e.To.Category?.Id, Service = e.To.Service?.Id, Class = e.To.Class?.Id },
        ProblemStated e => Worked(CareStep.Statement, by).With(c => c with { Statement = e.Statement, StatementAgreed = null, Correction = null }),
        StatementConfirmed => With(c => c with { StatementAgreed = true, Correction = null }),
        StatementCorrected e => With(c => c with { StatementAgreed = false, Correction = e.Correction }) with { CustomerSpokeAt = by.At, CustomerWord = Tickets.CustomerWord.Corrected, LastWordAt = by.At },
        ReproductionTried e => Worked(CareStep.Reproduction, by).With(c => c with { Reproduction = e.Outcome, ReproductionSteps = e.Steps }),
        SolutionProposed e => Worked(CareStep.Proposal, by).With(c => c with { Proposals = c.Proposals.Add(new(e.No, e.Text, e.Source, e.Reference)) }),
        SolutionSelected e => Worked(CareStep.Selection, by).With(c => c with { Selected = e.No }),
        SolutionExecuted e => Worked(CareStep.Execution, by).With(c => c with { Done = e.Done, Steps = [.. c.Steps.Where(s => s.Step != CareStep.CraftVerification)] }),
        CraftVerified { Outcome: CraftOutcome.Works } => Worked(CareStep.CraftVerification, by),
        CraftVerified => With(c => c.Undone()),
        CustomerVerified { Outcome: CustomerOutcome.Works } => With(c => c.Taken(CareStep.CustomerVerification, by)),
        CustomerVerified => With(c => c.Undone()) with { Status = TicketStatus.InProgress, ResolvedAt = null, CustomerSpokeAt = by.At, CustomerWord = Tickets.CustomerWord.NotYet, LastWordAt = by.At },
        StepSkipped e => With(c => c.Taken(e.Step, by, skipped: true)),

        MessagePosted e => Said(e, by),
        NewsPromised e => this with { PromisedAt = e.By },
        PromiseKept => this with { PromisedAt = null },

        WatcherAdded e => this with { Watchers = Watchers.Add(e.Watcher.Id) },
        WatcherRemoved e => this with { Watchers = Watchers.Remove(e.Watcher.Id) },
        ImpactAssessed e => this with { Impact = e.Impact, Urgency = e.Urgency, Priority = e.To, PriorityReason = null },
        PriorityOverridden e => this with { Priority = e.To, PriorityReason = e.Reason },
        OverrideWithdrawn e => this with { Priority = e.To, PriorityReason = null },
        TicketRetitled e => this with { Title = e.To },
        CustomerChanged e => this with { Customer = e.To.Id },
        CallbackChanged e => this with { Callback = e.To },
        TagsChanged e => this with { Tags = e.To },
        RuleApplied or MacroApplied or ToolStarted or RuleBent or BendingEnded or BendingWithdrawn or TicketBecameMajor or TicketJoinedMajor or TicketLeftMajor or PromiseNeared or PromiseMissed or MissExplained => this,
        _ => Linked(happened) ?? Tasked(happened, by) ?? Timed(happened, by) ?? Snoozed(happened, by) ?? Called(happened, by) ?? Splitting(happened) ?? Handing(happened, by) ?? Asking(happened, by) ?? Fronting(happened, by) ?? Understood(happened) ?? Filled(happened) ?? throw new NotSupportedException($"A ticket knows nothing of {happened.GetType().Name}."),
    };

    private Ticket Opened(TicketOpened e, By by) => this with
    {
        Kind = e.Kind, Channel = e.Channel, Title = e.Title, Description = e.Description, Customer = e.Customer.Id, Callback = e.Callback,
        Impact = e.Impact, Urgency = e.Urgency, Priority = e.Priority,
        Class = e.Classification.Class?.Id, Service = e.Classification.Service?.Id,
        CategoryOpened = e.Classification.Category?.Id, Category = e.Classification.Category?.Id, Team = e.Team.Id,
        DedupeKey = e.DedupeKey, Continues = e.Continues, OpenedBy = by.Person, OpenedAt = by.At, LastWordAt = by.At, CustomerSpokeAt = by.At, CustomerWord = Tickets.CustomerWord.Asked,
    };

    private Ticket Said(MessagePosted e, By by)
    {
        var said = this with { Messages = e.No };
        if (e.Visibility == Visibility.Internal) return said;
        said = said with { LastWordAt = by.At };
        return e.CustomersSide
            ? said with { CustomerSpokeAt = CustomerSpokeAt ?? by.At, CustomerWord = Tickets.CustomerWord.Answered }
            : said with { CustomerSpokeAt = null, WokeAt = null, AnsweredAt = AnsweredAt ?? by.At, Status = Status == TicketStatus.New ? TicketStatus.InProgress : Status };
    }

    /// <summary>A step taken by the desk: whoever takes one has begun.</summary>
    private Ticket Worked(CareStep step, By by) =>
        With(c => c.Taken(step, by)) with { WokeAt = null, Status = Status == TicketStatus.New ? TicketStatus.InProgress : Status };

    private Ticket With(Func<CareRecord, CareRecord> change) => this with { Care = change(Care) };
}
