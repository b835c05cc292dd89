using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Makes a ticket of its own of one message; the message stays where it is and points there. Answers the new ticket.</summary>
/// <param name="No">Of the message.</param>
/// <param name="Customer">By e-mail address; whoever said it when it is blank.</param>
public sealed record SplitMessage(TicketId On, int No, TicketKind? Kind, string? Title, string? Customer) : AgentCommand(On)
{
    /// <summary>The number that the new one is to have; null for the next.</summary>
    internal TicketId? Id { get; init; }

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        var entries = await new JournalReader(work.Question.Catalogue).Of(work.Read, Ticket.Subject, ticket.Key);
        var entry = entries.FirstOrDefault(e => e.Event is MessagePosted said && said.No == No);
        var message = entry?.Event as MessagePosted;
        var customer = await TicketSplits.Customer(work, Customer, message is { CustomersSide: true } ? entry!.Actor : ticket.Customer);

        var title = (Title.IsBlank && message is not null ? TicketSplits.Title(message.Body) : Title ?? "").Trim();
        var asked = new TicketOpened(
            Kind ?? ticket.Kind, ticket.Channel, title, message?.Body is { } body && !body.IsBlank ? body : title, customer.Value, null, ticket.Impact, ticket.Urgency,
            (await work.Read.PriorityMatrix()).Of(ticket.Impact, ticket.Urgency), new(null, (await work.Read.Classification(ticket)).Service, null), await work.Read.Team(ticket.Team));

        Decision Splitting(TicketId id) => ticket.Split(message, entries.Any(e => e.Event is MessageSplit split && split.No == No), new(id, TicketNumber.Of(asked.Kind, id), title));
        var opening = message is null ? Decision.Nothing : Ticket.Open(asked);
        // No number is drawn for what is refused.
        if (Error.Of([.. Splitting(default).Error?.All ?? [], .. opening.Error?.All ?? [], customer.Error]) is { } wrong) return wrong;

        var id = Id ?? new(await work.Read.Database.NextId(work.Read, Ticket.Subject));
        var files = await TicketSplits.Copies(work, message!.Files);
        // The two name each other: the new row is there before the link to it.
        var opened = work.Tickets.Create(id.Value, (Event[])[asked with { Files = [.. files.Select(f => f.Ref)] }, new TicketLinked(Relation.SplitFrom, TicketRef.Of(ticket))]);
        foreach (var file in files) work.Attachments.Create(file.Key, file.CopiedTo(id));
        work.Tickets.Change(ticket, Splitting(id));
        return opened;
    }
}
