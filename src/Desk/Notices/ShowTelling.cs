using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>What could happen next on a ticket, by whoever asks.</summary>
public enum NextEvent { Reply, Note, Resolution }

/// <summary>Who would be told of it, person by person: by which channel, when, and why; and who would not.</summary>
public sealed record ShowTelling(TicketId On) : IQuery<IReadOnlyList<Foretold>>
{
    private static readonly (NextEvent Next, Event Event)[] Events =
    [
        (NextEvent.Reply, new MessagePosted(0, MessageKind.Reply, Visibility.Public, "")),
        (NextEvent.Note, new MessagePosted(0, MessageKind.Note, Visibility.Internal, "")),
        (NextEvent.Resolution, new TicketResolved("", null, Duration.Zero)),
    ];

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<Foretold>>> Ask(Question question)
    {
        var (read, me) = (question.Read, question.Caller);
        if (!(await ConcernedPeople.Of(read, [On.Value])).TryGetValue(On.Value, out var who)) return TicketErrors.NotFound;
        // Nobody is left out because he asks: that he did it himself is said instead.
        var told = Events.SelectMany(e => Telling.Of(e.Event, PersonId.Desk, who, []).Select(t => (e.Next, Told: t))).ToList();
        var people = await ReachedPeople.Of(read, told.Select(t => t.Told.Person), On);
        return new([.. from t in told
                       let person = people.Find(t.Told.Person)
                       where person is not null && NoticeKind.Of(t.Told.Kind)?.For(person.Serves) == true
                       orderby t.Next, person.Name
                       select new Foretold(t.Next, new(person.Id, person.Name), t.Told.Kind, t.Told.Why, person.Id == me.Person, person.Active, people.Goings(t.Told, question.Now), people.To(person.Id).Not)], null);
    }
}

/// <param name="Oneself">It is whoever asks, who is not told of what he does himself.</param>
/// <param name="Goings">One for each channel.</param>
/// <param name="Unreachable">Why mail does not reach him, whatever he chose.</param>
public sealed record Foretold(NextEvent Next, Named<PersonId> Person, LetterKind Kind, Because Why, bool Oneself, bool Active, IReadOnlyList<Going> Goings, string? Unreachable);
