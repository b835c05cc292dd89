namespace FirstContact.Tickets;

/// <summary>What a link needs to know of other tickets.</summary>
internal static class TicketLinks
{
    private const long Tree = 1;

    /// <summary>The ticket that somebody named by its number.</summary>
    public static async Task<Result<Ticket>> Find(Work work, string? number) =>
        TicketNumber.TryParse(number, out var id) && (await work.Tickets.Load(id.Value)).Is(out var found, out _) ? found : LinkErrors.Unknown;

    /// <summary>All that stand above a ticket.</summary>
    public static async Task<HashSet<TicketId>> Above(Reader read, TicketId ticket) => [.. await read.List("""
        with recursive up (id) as (
          select other from ticket_link where ticket = @ticket and relation = 'Parent'
          union
          select l.other from up join ticket_link l on l.ticket = up.id and l.relation = 'Parent')
        select id from up
        """, r => new TicketId(r.GetInt64(0)), ("@ticket", ticket))];

    /// <summary>Two who make parents at once may each see no circle and close one together; the later of them looks again.</summary>
    public static async Task<Statement> Guard(Reader read)
    {
        var was = await read.One("select version from ticket_tree where id = @tree", r => r.GetInt32(0), ("@tree", Tree));
        return new("update ticket_tree set version = @next where id = @tree and version = @was", ("@next", was + 1), ("@tree", Tree), ("@was", was)) { MustMeetOneRow = true };
    }

    public static IEnumerable<Write> Rows(Ticket before, Ticket after) =>
    [
        .. before.Links.Except(after.Links).Select(l => new Statement("delete from ticket_link where ticket = @ticket and other = @other", ("@ticket", after.Id), ("@other", l.Other))),
        .. after.Links.Except(before.Links).Select(l => new Statement("insert into ticket_link (ticket, other, relation) values (@ticket, @other, @relation)", ("@ticket", after.Id), ("@other", l.Other), ("@relation", l.Relation))),
    ];
}
