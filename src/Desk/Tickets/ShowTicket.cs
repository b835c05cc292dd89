using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>One ticket with all that a page wants to know: names, care, what may be done next, and its timeline.</summary>
public sealed record ShowTicket(TicketId Id) : IQuery<TicketView>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketView>> Ask(Question question)
    {
        if (!(await DescribeTicket.Load(question, Id)).Is(out var ticket, out var no)) return no;

        var serves = question.Caller.May(TicketPermissions.SeeAll);
        var entries = await new JournalReader(question.Catalogue).Of(question.Read, Ticket.Subject, ticket.Key, most: ticket.Version);
        var view = await DescribeTicket.Of(question, ticket, entries.Select(e => e.Actor));
        // What a rule did has its run as the cause, which the run's own entry names first.
        var rules = entries.Where(e => serves && e.Event is RuleApplied).ToDictionary(e => e.Cause, e => ((RuleApplied)e.Event).Rule.Name);
        return view with
        {
            Timeline =
            [
                .. from e in entries
                   let words = question.Catalogue.For(e.Event)
                   where serves || words.ForCustomer(e.Event)
                   select new TimelineEntry(e.Position.Number, e.At, e.Actor, view.People[e.Actor].Name, e.Cause, e.Event, words.Name, words.Sentence(e.Event))
                   {
                       Rule = e.Event is RuleApplied ? null : rules.GetValueOrDefault(e.Cause),
                   },
            ],
        };
    }
}

/// <summary>The same without its timeline: what a program is told.</summary>
/// <param name="Now">The ticket as a command has just left it; null to read it.</param>
public sealed record DescribeTicket(TicketId Id, Ticket? Now = null) : IQuery<TicketView>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketView>> Ask(Question question) =>
        (Now is null ? await Load(question, Id) : Now).Is(out var ticket, out var no) ? await Of(question, ticket, []) : no;

    internal static Task<Result<Ticket>> Load(Question question, TicketId id) =>
        new Work(question.Read, new(question.Caller, "query"), question.Now, question.Catalogue).Tickets.Load(id.Value);

    /// <param name="others">Who else is to be named, besides those whom the ticket itself knows.</param>
    internal static async Task<TicketView> Of(Question question, Ticket ticket, IEnumerable<PersonId> others)
    {
        var read = question.Read;
        return new TicketView(
            ticket, await read.Classification(ticket), await read.Team(ticket.Team), await Names(read, [.. ticket.People, .. others]),
            await read.CareRule(ticket), (await read.DeskRules()).Values, []);
    }

    /// <summary>Everybody who has to do with the ticket, in one question.</summary>
    private static async Task<IReadOnlyDictionary<PersonId, PersonCard>> Names(Reader read, IEnumerable<PersonId> people) => (await read.List($"""
        select p.id, p.name, p.email, p.phone, p.title, u.name, p.away_until, p.away_note
        from person p left join unit u on u.id = p.unit
        where p.id in ({read.Database.Sql("select value from json_each(@people)", "select cast(jsonb_array_elements_text(cast(@people as jsonb)) as bigint)")})
        """,
        r => new PersonCard(new(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.InstantOrNull(6), r.TextOrNull(7)),
        ("@people", $"[{string.Join(',', people.Select(p => p.Value).Distinct())}]"))).ToDictionary(p => p.Id);
}

/// <summary>What the page says of a person.</summary>
public sealed record PersonCard(PersonId Id, string Name, string Email, string? Phone, string? Title, string? Unit, Instant? AwayUntil, string? AwayNote);

public sealed record TimelineEntry(long Position, Instant At, PersonId ActorId, string Actor, string Cause, Event Event, string Name, string Sentence)
{
    /// <summary>The rule that did it; null when somebody else did.</summary>
    public string? Rule { get; init; }
}

public sealed record TicketView(
    Ticket Ticket, Classification Names, Named<TeamId> Team, IReadOnlyDictionary<PersonId, PersonCard> People,
    CareRule Policy, DeskRuleValues Rules, IReadOnlyList<TimelineEntry> Timeline)
{
    public PersonCard Customer => People[Ticket.Customer];
    public PersonCard? Assignee => Ticket.Assignee is { } id ? People[id] : null;

    /// <summary>When silence will close it; null when it does not wait for the customer's word.</summary>
    public Instant? ClosesAt => Ticket is { Status: TicketStatus.Resolved, ResolvedAt: { } resolved, CustomerSpokeAt: null } ? resolved + Rules.Silence : null;

    public Instant? ReopenableUntil => Ticket.ClosedAt is { } closed && Ticket.Status == TicketStatus.Closed ? closed + Rules.Reopenable : null;
}
