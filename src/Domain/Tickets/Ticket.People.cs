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

    /// <param name="bridge">Who brings the two teams together, if it goes back and forth by this.</param>
    /// <param name="undoes">It takes back the last move.</param>
    public Decision Move(Named<TeamId> from, Named<TeamId> to, Seq<Named<PersonId>>? bridge = null, bool undoes = false) => this switch
    {
        { IsOpen: false } => TicketErrors.NotOpen,
        _ when to.Id == Team => Decision.Nothing,
        _ when undoes => new TicketMoved(from, to) { Undoes = true },
        _ => Bounced(new TicketMoved(from, to), from, to, bridge),
    };

    public Decision Watch(Named<PersonId> person) => Watchers.Contains(person.Id) ? Decision.Nothing : new WatcherAdded(person);

    public Decision Unwatch(Named<PersonId> person) => Watchers.Contains(person.Id) ? new WatcherRemoved(person) : Decision.Nothing;
}
