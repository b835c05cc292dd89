namespace FirstContact.Tickets;

/// <summary>Who wanted somebody on a ticket, when, and in which words; of several the last.</summary>
/// <param name="Of">The team or the skill that was asked, when it was not the person by name.</param>
internal sealed record CalledFor(string By, Instant At, string? Words, string? Of = null)
{
    // A line of a list: the ticket itself has the rest.
    private const int Longest = 160;

    /// <summary>For each ticket and reason, from what its history says. Only tickets that want this person are asked for, which are few.</summary>
    public static async Task<IReadOnlyDictionary<(long Ticket, Reason Reason), CalledFor>> On(Question question, IReadOnlyCollection<long> tickets)
    {
        var called = new List<(long Ticket, Reason Reason, int No, CalledFor By)>();
        if (tickets.Count == 0) return new Dictionary<(long, Reason), CalledFor>();
        var entries = await question.Read.List($"""
            select j.key, j.event, j.version, j.body, j.at, p.name from journal j join person p on p.id = j.actor
            where j.subject = 'ticket' and j.key {question.Read.Database.IsAmong("@keys")}
              and (j.event in ('ticket.colleague-asked-in', 'ticket.team-asked-in', 'ticket.skill-asked-in', 'ticket.ask-withdrawn', 'ticket.help-given', 'ticket.assigned') or (j.event = 'ticket.message-posted' and j.body like @mentions))
            order by j.position
            """, r => (Ticket: r.GetInt64(0), Event: question.Catalogue.Again(r.GetString(1), r.GetInt32(2), r.GetString(3)), At: r.Instant(4), By: r.GetString(5)),
            ("@keys", question.Read.Database.Ids(tickets)), ("@mentions", "%\"mentions\":[{%"));
        var me = question.Caller.Person;
        foreach (var (ticket, happened, at, by) in entries)
        {
            // A question that was answered or withdrawn wants nobody any more: the one before it does.
            if (Settled(happened) is { } settled) called.RemoveAll(c => c.Ticket == ticket && c.No == settled);
            var (reason, no, words, of) = happened switch
            {
                ColleagueAskedIn e when e.Colleague.Id == me => (e.ToCheck ? Reason.CheckAsked : Reason.AskedIn, e.No, e.Question, null),
                TeamAskedIn e when e.Colleagues.Any(c => c.Id == me) => (Reason.AskedIn, e.No, e.Question, e.Team.Name),
                SkillAskedIn e when e.Colleagues.Any(c => c.Id == me) => (Reason.AskedIn, e.No, e.Question, e.Skill),
                TicketAssigned { To: { } to } when to.Id == me => (Reason.GivenToMe, 0, null, null),
                MessagePosted e when e.Mentions.Any(m => m.Id == me) => (Reason.Mentioned, 0, Mentions.Plain(e.Body), null),
                _ => ((Reason?)null, 0, (string?)null, (string?)null),
            };
            if (reason is { } one) called.Add((ticket, one, no, new(by, at, Line(words), of)));
        }
        return called.GroupBy(c => (c.Ticket, c.Reason)).ToDictionary(c => c.Key, c => c.Last().By);
    }

    private static int? Settled(Event happened) => happened switch { AskWithdrawn e => e.No, HelpGiven e => e.No, _ => null };

    private static string? Line(string? words)
    {
        if (words is null) return null;
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Longest ? $"{line[..Longest].TrimEnd()}…" : line;
    }
}
