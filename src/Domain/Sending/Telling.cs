using System.Collections.Frozen;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>What a letter or a notice is about. One more is a line here, one in <see cref="Telling"/> that says whom it concerns, and one among the kinds of notices that says who may choose it.</summary>
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

    /// <summary>Somebody says that an address is his: this letter there shows it.</summary>
    Proof,

    /// <summary>A test of the settings.</summary>
    Test,

    /// <summary>A colleague wrote a note on a ticket that you have or watch.</summary>
    Noted,

    /// <summary>A ticket that you have or watch was resolved, closed, reopened or cancelled.</summary>
    Changed,

    /// <summary>A ticket that you had put aside is back.</summary>
    Woke,

    /// <summary>What was gathered for you since the last time.</summary>
    Digest,

    /// <summary>The time of a promise runs out.</summary>
    Nears,

    /// <summary>A promise was missed.</summary>
    Missed,

    /// <summary>An agreement for which you speak waits for you.</summary>
    Agreement
}

/// <summary>Why somebody is told.</summary>
public enum Because
{
    IsCustomer, Watches, HasIt, WasGivenIt, CalledByName, AskedIn, WantedWaking, StandsOnLadder,

    /// <summary>For letters that gather: each line has its own reason.</summary>
    ChoseGathering,

    SpeaksForSide
}

/// <summary>Somebody who is told of something, and why he.</summary>
public readonly record struct Told(PersonId Person, LetterKind Kind, Because Why);

/// <summary>Who has to do with a ticket when something happens on it.</summary>
public sealed record Concerned(PersonId Customer, PersonId? Assignee, Seq<PersonId> Watchers, Channel Channel)
{
    /// <summary>Who had put it aside until the customer speaks, and he does.</summary>
    public Seq<PersonId> Woken { get; init; } = [];
}

/// <summary>
/// Whom an event concerns, and why. Nobody hears of what he did himself, but for the receipt of a request. Whether and how each is told is for him to choose.
/// </summary>
public static class Telling
{
    private static readonly FrozenDictionary<Type, Func<Event, Moment, IEnumerable<Told>>> Rules = new KeyValuePair<Type, Func<Event, Moment, IEnumerable<Told>>>[]
    {
        On<TicketOpened>((opened, m) => opened is { Continues: null, Channel: Channel.Mail or Channel.Portal } ? [new(m.Who.Customer, LetterKind.Received, Because.IsCustomer)] : []),
        On<MessagePosted>(Heard),
        On<TicketResolved>((_, m) => [new(m.Who.Customer, LetterKind.Confirm, Because.IsCustomer), .. m.Others(LetterKind.Changed)]),
        // Who walks up or calls is asked there and then.
        On<ProblemStated>((_, m) => m.Who.Channel is Channel.Mail or Channel.Portal ? [new(m.Who.Customer, LetterKind.Stated, Because.IsCustomer)] : []),
        On<TicketClosed>((_, m) => [new(m.Who.Customer, LetterKind.Closed, Because.IsCustomer), .. m.Others(LetterKind.Changed)]),
        On<TicketReopened>((_, m) => m.Others(LetterKind.Changed)),
        On<TicketCancelled>((_, m) => [new(m.Who.Customer, LetterKind.Changed, Because.IsCustomer), .. m.Others(LetterKind.Changed)]),
        On<TicketAssigned>((given, _) => given.To is { } to ? [new(to.Id, LetterKind.Given, Because.WasGivenIt)] : []),
        On<ColleagueAskedIn>((asked, _) => [new(asked.Colleague.Id, LetterKind.Called, Because.AskedIn)]),
        On<PromiseNeared>((near, _) => near.Told.Select(t => new Told(t.Id, LetterKind.Nears, Because.StandsOnLadder))),
        On<PromiseMissed>((missed, _) => missed.Told.Select(t => new Told(t.Id, LetterKind.Missed, Because.StandsOnLadder))),
        On<SnoozeEnded>((ended, _) => ended.Why == SnoozeEnd.Hand ? [] : [new(ended.Person.Id, LetterKind.Woke, Because.WantedWaking)]),
    }.ToFrozenDictionary();

    /// <summary>Most events tell nobody anything.</summary>
    public static bool Tells(Event happened) => Rules.ContainsKey(happened.GetType());

    /// <param name="withIt">What the same person did in the same moment: a reply that also asks to check is one letter.</param>
    public static IReadOnlyList<Told> Of(Event happened, PersonId actor, Concerned who, IReadOnlyCollection<Event> withIt) =>
        !Rules.TryGetValue(happened.GetType(), out var rule) ? [] :
        [.. rule(happened, new(actor, who, withIt)).Where(t => t.Person != PersonId.Desk && (t.Person != actor || t.Kind is LetterKind.Received)).DistinctBy(t => t.Person)];

    private static KeyValuePair<Type, Func<Event, Moment, IEnumerable<Told>>> On<T>(Func<T, Moment, IEnumerable<Told>> told) where T : Event => new(typeof(T), (happened, moment) => told((T)happened, moment));

    private static IEnumerable<Told> Heard(MessagePosted said, Moment m)
    {
        var told = new Dictionary<PersonId, Told>();
        if (said is { Visibility: Visibility.Public, Kind: MessageKind.Reply })
        {
            var confirms = m.WithIt.Any(e => e is TicketResolved);
            if (!(confirms && !said.CustomersSide)) Add(m.Who.Customer, LetterKind.Said, Because.IsCustomer);
            foreach (var watcher in m.Who.Watchers) Add(watcher, LetterKind.Said, Because.Watches);
            if (said.CustomersSide && m.Who.Assignee is { } has) Add(has, LetterKind.Answered, Because.HasIt);
            if (said.CustomersSide) foreach (var woken in m.Who.Woken) Add(woken, LetterKind.Woke, Because.WantedWaking);
        }
        else if (said is { Visibility: Visibility.Internal, Kind: MessageKind.Note })
            foreach (var other in m.Everybody(LetterKind.Noted)) Add(other.Person, other.Kind, other.Why);
        // Who is called by name reads that he is, whatever else he would have been told.
        foreach (var called in said.Mentions) Add(called.Id, LetterKind.Called, Because.CalledByName);
        return told.Values;

        void Add(PersonId person, LetterKind kind, Because why)
        {
            // The customer who also watches is the customer.
            if (why == Because.Watches && person == m.Who.Customer) return;
            told[person] = new(person, kind, why);
        }
    }

    /// <summary>One moment on a ticket: who did it, who has to do with it, and what else he did.</summary>
    private sealed record Moment(PersonId Actor, Concerned Who, IReadOnlyCollection<Event> WithIt)
    {
        /// <summary>Whoever has it, and whoever watches; not if the words that came with it tell them already.</summary>
        public IEnumerable<Told> Others(LetterKind kind) => WithIt.Any(e => e is MessagePosted { Visibility: Visibility.Public, Kind: MessageKind.Reply })
            ? Everybody(kind).Where(t => !Who.Watchers.Contains(t.Person)) : Everybody(kind);

        public IEnumerable<Told> Everybody(LetterKind kind)
        {
            if (Who.Assignee is { } has) yield return new(has, kind, Because.HasIt);
            foreach (var watcher in Who.Watchers) yield return new(watcher, kind, Because.Watches);
        }
    }
}
