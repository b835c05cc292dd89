using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>One ticket with all that a page or a program wants to know: names, care, what may be done next, and its timeline.</summary>
public sealed record ShowTicket(TicketId Id) : IQuery<TicketView>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketView>> Ask(Question question)
    {
        var read = question.Read;
        var work = new Work(read, new(question.Caller, "query"), question.Now, question.Catalogue);
        if (!(await work.Tickets.Load(Id.Value)).Is(out var ticket, out var no)) return no;

        var serves = question.Caller.May(TicketPermissions.SeeAll);
        var entries = await new JournalReader(question.Catalogue).Of(read, Ticket.Subject, ticket.Key);
        var timeline = entries.Where(e => serves || question.Catalogue.For(e.Event).ForCustomer(e.Event)).ToList();
        var people = await Names(read, ticket.Key);
        var named = await read.Classification(ticket);
        var rule = await read.CareRule(ticket);
        var rules = (await read.DeskRules()).Values;
        return new TicketView(
            ticket, named, await read.Team(ticket.Team), people, rule, rules,
            [.. timeline.Select(e => new TimelineEntry(e.Position.Number, e.At, e.Actor, people[e.Actor].Name, e.Cause, e.Event, question.Catalogue.For(e.Event).Name, question.Catalogue.Sentence(e.Event)))])
        {
            Related = ticket.Links.Count == 0 ? TicketView.None : await RelatedTicket.Of(question, ticket.Id),
        };
    }

    /// <summary>Everybody who has to do with the ticket, in one question.</summary>
    private static async Task<IReadOnlyDictionary<PersonId, PersonCard>> Names(Reader read, long ticket) => (await read.List("""
        select p.id, p.name, p.email, p.phone, p.title, u.name, p.away_until, p.away_note
        from person p left join unit u on u.id = p.unit
        where p.id in (
          select actor from journal where subject = 'ticket' and key = @ticket
          union select person from ticket_person where ticket = @ticket
          union select assignee from ticket_task where ticket = @ticket
          union select person from time_spent where ticket = @ticket
          union select customer from ticket where id = @ticket
          union select assignee from ticket where id = @ticket)
        """,
        r => new PersonCard(new(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.InstantOrNull(6), r.TextOrNull(7)),
        ("@ticket", ticket))).ToDictionary(p => p.Id);
}

/// <summary>What the page says of a person.</summary>
public sealed record PersonCard(PersonId Id, string Name, string Email, string? Phone, string? Title, string? Unit, Instant? AwayUntil, string? AwayNote);

public sealed record TimelineEntry(long Position, Instant At, PersonId ActorId, string Actor, string Cause, Event Event, string Name, string Sentence);

public sealed record TicketView(
    Ticket Ticket, Classification Names, Named<TeamId> Team, IReadOnlyDictionary<PersonId, PersonCard> People,
    CareRule Policy, DeskRuleValues Rules, IReadOnlyList<TimelineEntry> Timeline)
{
    internal static readonly IReadOnlyDictionary<TicketId, RelatedTicket> None = new Dictionary<TicketId, RelatedTicket>();

    /// <summary>The other ends of its links, of those that the caller may see.</summary>
    public IReadOnlyDictionary<TicketId, RelatedTicket> Related { get; init; } = None;

    /// <summary>Its links in the order of what they say.</summary>
    public IEnumerable<(Relation Relation, RelatedTicket Other)> Links =>
        from link in Ticket.Links where Related.ContainsKey(link.Other) orderby link.Relation, link.Other.Value select (link.Relation, Related[link.Other]);

    public PersonCard Customer => People[Ticket.Customer];
    public PersonCard? Assignee => Ticket.Assignee is { } id ? People[id] : null;

    /// <summary>When silence will close it; null when it does not wait for the customer's word.</summary>
    public Instant? ClosesAt => Ticket is { Status: TicketStatus.Resolved, ResolvedAt: { } resolved, CustomerSpokeAt: null } ? resolved + Rules.Silence : null;

    public Instant? ReopenableUntil => Ticket.ClosedAt is { } closed && Ticket.Status == TicketStatus.Closed ? closed + Rules.Reopenable : null;
}
