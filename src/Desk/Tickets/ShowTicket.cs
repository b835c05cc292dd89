using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>One ticket with all that a page wants to know: names, care, what may be done next, and its timeline.</summary>
public sealed record ShowTicket(TicketId Id) : IQuery<TicketView>
{
    // Nobody takes the same matter up more often.
    private const int MostEarlier = 5;

    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketView>> Ask(Question question)
    {
        if (!(await DescribeTicket.Load(question, Id)).Is(out var ticket, out var no)) return no;

        var serves = question.Caller.May(TicketPermissions.SeeAll);
        var related = await RelatedTicket.Of(question, ticket);
        var entries = await Entries(question, ticket, related);
        var view = await DescribeTicket.Of(question, ticket, entries.Select(e => e.Actor), related);
        // What a rule did has its run as the cause, which the run's own entry names first.
        var rules = entries.Where(e => serves && e.Event is RuleApplied).DistinctBy(e => e.Cause).ToDictionary(e => e.Cause, e => ((RuleApplied)e.Event).Rule.Name);
        return view with
        {
            Tried = serves ? await ListTried(question, ticket, entries, view.People, related) : [],
            Timeline =
            [
                .. from e in entries
                   let words = question.Catalogue.For(e.Event)
                   where serves || words.ForCustomer(e.Event)
                   select new TimelineEntry(e.Position.Number, e.At, e.Actor, view.People[e.Actor].Name, e.Cause, e.Event, words.Name, words.Sentence(e.Event))
                   {
                       On = e.Key == ticket.Key ? null : related[new(e.Key)],
                       Rule = e.Event is RuleApplied ? null : rules.GetValueOrDefault(e.Cause),
                   },
            ],
        };
    }

    /// <summary>What was tried here, on what went into it, on what it goes on from, and above it: of those that the caller may see.</summary>
    private static async Task<IReadOnlyList<TriedOn>> ListTried(Question question, Ticket ticket, List<Entry> entries, IReadOnlyDictionary<PersonId, PersonCard> people, IReadOnlyDictionary<TicketId, RelatedTicket> related)
    {
        var own = Tried.Of(entries.Where(e => e.Key == ticket.Key).Select(e => (e.Event, e.Actor, e.At))).Select(t => new TriedOn(t, null, people[t.By].Name)).ToList();
        var others = await Before(question, ticket, related);
        if (others.Count == 0) return own;
        var stories = await new JournalReader(question.Catalogue).OfMany(question.Read, Ticket.Subject, others.Keys.Select(t => t.Value));
        var tried = stories.GroupBy(e => e.Key).SelectMany(story => Tried.Of(story.Select(e => (e.Event, e.Actor, e.At))), (story, t) => (Tried: t, On: others[new(story.Key)])).ToList();
        var names = await DescribeTicket.Named(question.Read, tried.Select(t => t.Tried.By));
        return [.. own, .. tried.OrderByDescending(t => t.Tried.At).Select(t => new TriedOn(t.Tried, t.On, names.GetValueOrDefault(t.Tried.By, "")))];
    }

    private static async Task<IReadOnlyDictionary<TicketId, RelatedTicket>> Before(Question question, Ticket ticket, IReadOnlyDictionary<TicketId, RelatedTicket> related)
    {
        var at = ticket.WithinIt.Concat(ticket.Links.Where(l => l.Relation is Relation.Parent or Relation.SplitFrom or Relation.DuplicateOf).Select(l => l.Other)).ToHashSet();
        var before = related.Values.Where(r => r.Seen && at.Contains(r.Id)).ToDictionary(r => r.Id);
        // The same matter, taken up again once or several times.
        for (var (earlier, steps) = (ticket.Continues, 0); earlier is { } id && steps < MostEarlier && !before.ContainsKey(id); steps++)
        {
            if (!(await DescribeTicket.Load(question, id)).Is(out var found, out _)) break;
            before[id] = new(found.Id, found.Kind, found.Status, found.Wait?.For, found.Title, "", true);
            earlier = found.Continues;
        }
        return before;
    }

    /// <summary>Its own, and what was said on the tickets that went into it, of those that the caller may see.</summary>
    private static async Task<List<Entry>> Entries(Question question, Ticket ticket, IReadOnlyDictionary<TicketId, RelatedTicket> related)
    {
        var journal = new JournalReader(question.Catalogue);
        // No further than the version that was read: so both are of one moment.
        if (ticket.TakenIn.Count == 0) return [.. (await journal.Of(question.Read, Ticket.Subject, ticket.Key)).Take(ticket.Version)];
        var all = await journal.OfMany(question.Read, Ticket.Subject, ticket.WithinIt.Where(related.ContainsKey).Select(t => t.Value).Prepend(ticket.Key));
        var own = all.Where(e => e.Key == ticket.Key).Take(ticket.Version).ToHashSet();
        // What came in from elsewhere tells of a past that was written down later.
        return [.. all.Where(e => own.Contains(e) || (e.Key != ticket.Key && Ticket.IsWord(e.Event))).OrderBy(e => e.At).ThenBy(e => e.Position.Transaction).ThenBy(e => e.Position.Number)];
    }
}

/// <summary>The same without its timeline: what a program is told.</summary>
/// <param name="Now">The ticket as a command has just left it; null to read it.</param>
public sealed record DescribeTicket(TicketId Id, Ticket? Now = null) : IQuery<TicketView>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketView>> Ask(Question question) =>
        (Now is null ? await Load(question, Id) : Now).Is(out var ticket, out var no) ? await Of(question, ticket, [], await RelatedTicket.Of(question, ticket)) : no;

    internal static Task<Result<Ticket>> Load(Question question, TicketId id) =>
        new Work(question.Read, new(question.Caller, "query"), question.Now, question.Catalogue).Tickets.Load(id.Value);

    /// <param name="others">Who else is to be named, besides those whom the ticket itself knows.</param>
    internal static async Task<TicketView> Of(Question question, Ticket ticket, IEnumerable<PersonId> others, IReadOnlyDictionary<TicketId, RelatedTicket> related)
    {
        var (read, serves) = (question.Read, question.Caller.May(TicketPermissions.SeeAll));
        return new TicketView(
            ticket, await read.Classification(ticket), await read.Team(ticket.Team), await Names(read, [.. ticket.People, .. others]),
            await read.CareRule(ticket), (await read.DeskRules()).Values, [])
        {
            Related = related, Back = serves ? await read.Back(ticket) : null,
            Fields = ticket.Fields.Count == 0 ? [] : TicketFields.Seen(question.Caller, await read.Fields(), ticket.Fields),
        };
    }

    /// <summary>Names only.</summary>
    internal static async Task<IReadOnlyDictionary<PersonId, string>> Named(Reader read, IEnumerable<PersonId> people) => (await Names(read, people)).ToDictionary(p => p.Key, p => p.Value.Name);

    /// <summary>Everybody who has to do with the ticket, in one question.</summary>
    private static async Task<IReadOnlyDictionary<PersonId, PersonCard>> Names(Reader read, IEnumerable<PersonId> people) => (await read.List($"""
        select p.id, o.name, o.email, o.phone, o.title, u.name, o.away_until, o.away_note
        from {FindPerson.Here} left join unit u on u.id = o.unit
        where p.id {read.Database.IsAmong("@people")}
        """,
        r => new PersonCard(new(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.InstantOrNull(6), r.TextOrNull(7)),
        ("@people", read.Database.Ids(people.Select(p => p.Value).Distinct())))).ToDictionary(p => p.Id);
}

/// <summary>What the page says of a person.</summary>
public sealed record PersonCard(PersonId Id, string Name, string Email, string? Phone, string? Title, string? Unit, Instant? AwayUntil, string? AwayNote);

public sealed record TimelineEntry(long Position, Instant At, PersonId ActorId, string Actor, string Cause, Event Event, string Name, string Sentence)
{
    /// <summary>The merged ticket that it happened on; null for the ticket itself.</summary>
    public RelatedTicket? On { get; init; }

    /// <summary>The rule that did it; null when somebody else did.</summary>
    public string? Rule { get; init; }
}

/// <param name="On">The ticket that it was tried on; null for the ticket itself.</param>
public sealed record TriedOn(Tried Tried, RelatedTicket? On, string By);

public sealed record TicketView(
    Ticket Ticket, Classification Names, Named<TeamId> Team, IReadOnlyDictionary<PersonId, PersonCard> People,
    CareRule Policy, DeskRuleValues Rules, IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>The other ends of its links and merges, of those that the caller may see.</summary>
    public IReadOnlyDictionary<TicketId, RelatedTicket> Related { get; init; } = RelatedTicket.None;

    /// <summary>The team that it would bounce back to; null while there is none, and for customers.</summary>
    public Back? Back { get; init; }

    /// <summary>What was said in the fields of this desk, in their order, of those that the caller may read.</summary>
    public IReadOnlyList<FilledField> Fields { get; init; } = [];

    /// <summary>What was tried, here and before: one list, whoever has the ticket.</summary>
    public IReadOnlyList<TriedOn> Tried { get; init; } = [];

    /// <summary>The one that goes on instead of it.</summary>
    public RelatedTicket? MergedInto => Ticket.Merged is { } merged ? Related.GetValueOrDefault(merged.Into) : null;

    /// <summary>Those that went into it.</summary>
    public IEnumerable<RelatedTicket> Merged => Ticket.TakenIn.Select(t => Related.GetValueOrDefault(t.Ticket)).OfType<RelatedTicket>();

    /// <summary>Its links in the order of what they say.</summary>
    public IEnumerable<(Relation Relation, RelatedTicket Other)> Links =>
        from link in Ticket.Links where Related.ContainsKey(link.Other) orderby link.Relation, link.Other.Value select (link.Relation, Related[link.Other]);

    /// <summary>Other customers who wait for the same, by tickets of theirs.</summary>
    public IEnumerable<PersonCard> AlsoFor => Ticket.TakenIn.Select(t => t.Customer).Where(c => c != Ticket.Customer).Distinct().Select(c => People[c]);

    public PersonCard Customer => People[Ticket.Customer];
    public PersonCard? Assignee => Ticket.Assignee is { } id ? People[id] : null;

    /// <summary>When silence will close it; null when it does not wait for the customer's word.</summary>
    public Instant? ClosesAt => Ticket is { Status: TicketStatus.Resolved, ResolvedAt: { } resolved, CustomerSpokeAt: null } ? resolved + Rules.Silence : null;

    public Instant? ReopenableUntil => Ticket.ClosedAt is { } closed && Ticket is { Status: TicketStatus.Closed, Merged: null } ? closed + Rules.Reopenable : null;
}
