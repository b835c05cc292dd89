namespace FirstContact.Tickets;

/// <summary>What is said on a ticket: to the customer, by the customer, or among colleagues.</summary>
public sealed partial record Ticket
{
    /// <param name="serves">Whether the speaker works at the desk; whoever does not speaks on the customer's side.</param>
    /// <param name="mentions">Colleagues whom the text calls by name; null for none.</param>
    /// <param name="promise">When the next news are promised to the customer; a public word keeps an earlier promise.</param>
    public Decision Say(By by, bool serves, MessageKind kind, Visibility visibility, string? body, Seq<FileRef> files, Instant? promise, Seq<Named<PersonId>>? mentions = null)
    {
        var no = Error.Of(
            body.IsBlank && files.Count == 0 ? TicketErrors.BodyMissing : body.IsLongerThan(LongestText) ? TicketErrors.BodyTooLong : null,
            kind == MessageKind.Call && visibility == Visibility.Internal ? TicketErrors.CallIsPublic : null,
            promise <= by.At ? TicketErrors.PromisePassed : null);
        if (no is not null) return no;
        if (Status == TicketStatus.Cancelled) return TicketErrors.CancelledForGood;

        var byCustomer = !serves || by.Person == Customer;
        var happened = new List<Event> { new MessagePosted(Messages + 1, kind, visibility, (body ?? "").Trim()) { CustomersSide = byCustomer, Files = files, Mentions = mentions ?? [] } };
        if (byCustomer && Wait is { For: Tickets.WaitFor.Customer } wait) happened.Add(new TicketResumed(ResumedBy.CustomerAnswered, by.At - wait.Since));
        if (!byCustomer && visibility == Visibility.Public && PromisedAt is { } promised) happened.Add(new PromiseKept(promised, by.At <= promised));
        if (!byCustomer && IsOpen && promise is { } news) happened.Add(new NewsPromised(news));
        return happened.ToArray();
    }

    /// <summary>Whether it is something that people said, rather than a change that was noted down.</summary>
    public static bool IsWord(Event happened) => happened is TicketOpened or MessagePosted or ProblemStated or StatementCorrected or ReproductionTried or TicketResolved or CustomerVerified;

    /// <summary>Whether it leaves all that somebody can do on the ticket as it was.</summary>
    public static bool IsQuiet(Event happened) => happened is PromiseNeared or PromiseMissed or MissExplained or MentionSeen or TicketSnoozed or SnoozeEnded;
}
