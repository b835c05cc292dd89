namespace FirstContact.Tickets;

/// <summary>Knowledge flows to the front: whoever solves what first contact could not is asked what that would have taken.</summary>
public sealed partial record Ticket
{
    /// <summary>Whether it is done, and not only put into another.</summary>
    public bool IsSolved => Status is TicketStatus.Resolved or TicketStatus.Closed && ResolvedAt is not null && Merged is null;

    /// <param name="firstContact">Whether the team that has resolved it is one of first contact.</param>
    public Decision AnswerFront(FrontNeed? need, string? words, Named<TeamId> team, bool firstContact, Classification about)
    {
        if (!IsSolved) return FrontErrors.NotResolved;
        if (firstContact) return FrontErrors.AtFront;
        if (Error.Of(need is null ? FrontErrors.NeedMissing : null, TooLong(words, "words")) is { } no) return no;
        return Hands.Front is { } said && said.Need == need && said.Words == Kept(words) ? Decision.Nothing : new FrontAnswered(need!.Value, Kept(words), team, about);
    }

    public Decision LeaveFrontOpen() => !IsSolved ? FrontErrors.NotResolved : Hands.Front is not null ? Decision.Nothing : new FrontLeftOpen();

    private Ticket? Fronting(Event happened, By by) => happened switch
    {
        FrontAnswered e => With(h => h with { Front = new(e.Need, e.Words, by.Person, by.At) }),
        FrontLeftOpen => With(h => h with { Front = new(null, null, by.Person, by.At) }),
        _ => null,
    };
}
