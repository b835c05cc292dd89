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

        var said = await Change(work, ticket => ticket.Say(work.By, serves, Kind, Visibility, Body, files.Refs, Promise));
        if (said.Is(out var ticket, out _))
        {
            files.AttachTo(On);
            if (ticket.Merged is not null) await TicketMerges.Land(work, ticket, new(ticket.Messages, Kind, Visibility, "") { CustomersSide = !serves || work.By.Person == ticket.Customer }, Promise);
        }
        return said;
    }
}
