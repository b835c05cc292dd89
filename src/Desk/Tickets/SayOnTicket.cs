using System.Globalization;

namespace FirstContact.Tickets;

/// <summary>A reply, a note among colleagues, or what was said in a call.</summary>
public sealed record SayOnTicket(TicketId On, MessageKind Kind, Visibility Visibility, string? Body) : TicketCommand(On)
{
    public Seq<long> Attachments { get; init; } = [];

    /// <summary>When the next news are promised.</summary>
    public Instant? Promise { get; init; }

    public override Permission Needs => TicketPermissions.TakePart;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        var serves = work.Caller.May(TicketPermissions.Work);
        if (!serves && (Visibility == Visibility.Internal || Kind != MessageKind.Reply || Promise is not null)) return Errors.Forbidden;
        if (!(await Files.Take(work, Attachments, Visibility == Visibility.Internal)).Is(out var files, out var no)) return no;

        if (!(await work.Tickets.Load(On.Value)).Is(out var before, out no)) return no;
        // Whoever writes an answer is stopped by words that came meanwhile, and by nothing less.
        if (work.Call.Expects is { } seen && seen != before.Version && await SpokenSince.Any(work.Question, before, seen)) return Errors.Stale;

        var said = work.Tickets.Change(before, before.Say(work.By, serves, Kind, Visibility, Body, files.Refs, Promise, serves ? await Called(work) : null));
        if (said.Is(out var ticket, out _))
        {
            files.AttachTo(On);
            if (ticket.Merged is not null) await TicketMerges.Land(work, ticket, new(ticket.Messages, Kind, Visibility, "") { CustomersSide = !serves || work.By.Person == ticket.Customer }, Promise);
        }
        return said;
    }

    /// <summary>Whom the text calls, of those who work on tickets.</summary>
    private async Task<Seq<Named<PersonId>>> Called(Work work)
    {
        var called = new List<Named<PersonId>>();
        foreach (var person in Mentions.In(Body))
            if ((await Colleagues.Find(work, person.Value.ToString(CultureInfo.InvariantCulture))).Value?.Person is { } colleague) called.Add(colleague);
        return [.. called];
    }
}
