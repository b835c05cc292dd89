using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>What a letter is about, and with that why somebody gets it.</summary>
public enum LetterKind
{
    /// <summary>Your request was received.</summary>
    Received,

    /// <summary>Something was said on a ticket of yours, or one that you watch.</summary>
    Said,

    /// <summary>It is done: does it work?</summary>
    Confirm,

    /// <summary>This is how the desk understood you: is it right?</summary>
    Stated,

    /// <summary>It was closed by somebody else than you.</summary>
    Closed,

    /// <summary>A ticket was given to you.</summary>
    Given,

    /// <summary>The customer wrote on a ticket that you have.</summary>
    Answered,

    /// <summary>A colleague calls you by name, or asks you in.</summary>
    Called,

    /// <summary>A test of the settings.</summary>
    Test
}

/// <summary>Somebody who is told of something.</summary>
public readonly record struct Told(PersonId Person, LetterKind Kind);

/// <summary>Who has to do with a ticket when something happens on it.</summary>
public sealed record Concerned(PersonId Customer, PersonId? Assignee, Seq<PersonId> Watchers, Channel Channel);

/// <summary>
/// Who gets mail of what happens. Few do: the customer hears that his request arrived, what is said to him, that it is done and that it is over; who has the ticket hears
/// that he has it and what the customer says. Nobody hears of what he did himself, but for the receipt of a request.
/// </summary>
public static class Telling
{
    /// <param name="withIt">What the same person did in the same moment: a reply that also asks to check is one letter.</param>
    public static IReadOnlyList<Told> Of(Event happened, PersonId actor, Concerned who, IReadOnlyCollection<Event> withIt) => happened switch
    {
        TicketOpened { Continues: null, Channel: Channel.Mail or Channel.Portal } => To([who.Customer], LetterKind.Received),
        TicketOpened => [],
        MessagePosted said => [.. Heard(said, actor, who, withIt)],
        // The words that came with it are in the letter.
        TicketResolved => To([who.Customer], LetterKind.Confirm, actor),
        // Who walks up or calls is asked there and then.
        ProblemStated when who.Channel is Channel.Mail or Channel.Portal => To([who.Customer], LetterKind.Stated, actor),
        TicketClosed => To([who.Customer], LetterKind.Closed, actor),
        TicketAssigned { To: { } to } => To([to.Id], LetterKind.Given, actor),
        ColleagueAskedIn asked => To([asked.Colleague.Id], LetterKind.Called, actor),
        _ => [],
    };

    private static IEnumerable<Told> Heard(MessagePosted said, PersonId actor, Concerned who, IReadOnlyCollection<Event> withIt)
    {
        var told = new Dictionary<PersonId, LetterKind>();
        if (said is { Visibility: Visibility.Public, Kind: MessageKind.Reply })
        {
            var confirms = withIt.Any(e => e is TicketResolved);
            if (!(confirms && !said.CustomersSide)) told[who.Customer] = LetterKind.Said;
            foreach (var watcher in who.Watchers) told[watcher] = LetterKind.Said;
            if (said.CustomersSide && who.Assignee is { } has) told[has] = LetterKind.Answered;
        }
        // Who is called by name reads that he is, whatever else he would have been told.
        foreach (var called in said.Mentions) told[called.Id] = LetterKind.Called;
        return told.Where(t => t.Key != actor && t.Key != PersonId.Desk).Select(t => new Told(t.Key, t.Value));
    }

    private static IReadOnlyList<Told> To(IEnumerable<PersonId> people, LetterKind kind, PersonId? but = null) =>
        [.. people.Where(p => p != but && p != PersonId.Desk).Select(p => new Told(p, kind))];
}
