namespace FirstContact.Tickets;

/// <summary>Who works on it, who looks on, and who was asked in. Teams are peers: a ticket moves beside, never up.</summary>
public sealed partial record Ticket
{
    public Decision Assign(Named<PersonId>? from, Named<PersonId>? to) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when to?.Id == Assignee => Decision.Nothing,
        _ => new TicketAssigned(from, to),
    };

    public Decision Move(Named<TeamId> from, Named<TeamId> to) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when to.Id == Team => Decision.Nothing,
        _ => new TicketMoved(from, to),
    };

    /// <summary>Asking a colleague in is easier than moving the ticket: it stays where it is.</summary>
    public Decision AskIn(By by, Named<PersonId> colleague, string? question, bool toCheck = false) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when colleague.Id == by.Person => TicketErrors.AskingOneself,
        _ when question.IsBlank => TicketErrors.QuestionMissing,
        _ when TooLong(question, "question") is { } no => no,
        _ => new ColleagueAskedIn(colleague, question!.Trim()) { ToCheck = toCheck },
    };

    public Decision AnswerAsked(Named<PersonId> colleague) => Asked.Contains(colleague.Id) ? new ColleagueAnswered(colleague) : TicketErrors.NotAsked;

    public Decision Watch(Named<PersonId> person) => Watchers.Contains(person.Id) ? Decision.Nothing : new WatcherAdded(person);

    public Decision Unwatch(Named<PersonId> person) => Watchers.Contains(person.Id) ? new WatcherRemoved(person) : Decision.Nothing;
}
