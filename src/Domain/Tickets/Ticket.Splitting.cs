namespace FirstContact.Tickets;

/// <summary>A second matter in a message becomes a ticket of its own. The message stays where it was said, and points there.</summary>
public sealed partial record Ticket
{
    /// <param name="message">As it was said; null when there is none of that number.</param>
    /// <param name="already">Whether it has become a ticket before.</param>
    public Decision Split(MessagePosted? message, bool already, TicketRef into) => this switch
    {
        _ when message is null => SplitErrors.NoMessage,
        _ when message.Visibility == Visibility.Internal => SplitErrors.Internal,
        _ when already => SplitErrors.Already,
        _ when Links.Count >= MostLinks => LinkErrors.TooMany.At("message"),
        _ => new MessageSplit(message.No, into),
    };

    private Ticket? Splitting(Event happened) => happened is MessageSplit e ? this with { Links = Links.Add(new(Relation.SplitInto, e.Into.Id)) } : null;
}

public sealed record MessageSplit(int No, TicketRef Into) : Event;

public static class SplitErrors
{
    public static readonly Error NoMessage = new(ErrorKind.Invalid, "split.no-message", "There is no message with this number.", "message");
    public static readonly Error Internal = new(ErrorKind.Invalid, "split.internal", "This was said among colleagues, and a customer would read it. Open a ticket and link it instead.", "message");
    public static readonly Error Already = new(ErrorKind.Invalid, "split.already", "This message has become a ticket already.", "message");
}
