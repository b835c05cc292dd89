using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>What is being written on a ticket, by whom, and what is on its way from it.</summary>
public sealed record ShowWriting(TicketId Ticket) : IQuery<TicketWriting>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<TicketWriting>> Ask(Question question)
    {
        // One question for both: a ticket's page is looked at all the time, and mostly there is neither.
        var found = await question.Read.List($"""
            select r.id, r.version, r.ticket, r.author, p.name, r.state, r.leaves, r.scheduled, r.seen, r.words, r.written_at, r.stopped
            from reply r join person p on p.id = r.author where r.ticket = @ticket and {ReplyStore.IsHere}
            union all
            select 0, 0, d.ticket, d.person, p.name, d.mode, d.at, 0, 0, d.fields, d.at, null from draft d join person p on p.id = d.person where d.ticket = @ticket
            order by 7, 1
            """,
            r => r.GetInt64(0) == 0
                ? (Reply: null, Draft: new WrittenBy(new(new(r.GetInt64(3)), r.GetString(4)), r.Instant(6), new(r.GetString(5), DeskJson.Read<Seq<DraftField>>(r.GetString(9)))))
                : (Reply: ReplyStore.Fill(r), Draft: (WrittenBy?)null), ("@ticket", Ticket));
        var me = question.Caller.Person;
        return new TicketWriting(
            found.FirstOrDefault(f => f.Draft?.Person.Id == me).Draft?.Draft, [.. found.Select(f => f.Draft).OfType<WrittenBy>().Where(d => d.Person.Id != me)], [.. found.Select(f => f.Reply).OfType<Reply>()]);
    }
}

/// <param name="Mine">What the caller is writing; null for nothing.</param>
/// <param name="Others">What colleagues are writing.</param>
/// <param name="Leaving">What has been sent off and has not left.</param>
public sealed record TicketWriting(Draft? Mine, IReadOnlyList<WrittenBy> Others, IReadOnlyList<Reply> Leaving)
{
    public static readonly TicketWriting None = new(null, [], []);
}

public sealed record WrittenBy(Named<PersonId> Person, Instant At, Draft Draft);
