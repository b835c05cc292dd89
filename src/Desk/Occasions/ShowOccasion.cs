using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Occasions;

/// <summary>One event with its history; its tickets for who may see tickets.</summary>
public sealed record ShowOccasion(OccasionId Id) : IQuery<OccasionView>
{
    public Permission Needs => OccasionPermissions.See;

    public async Task<Result<OccasionView>> Ask(Question question)
    {
        var read = question.Read;
        if (await read.One($"{OccasionStore.Select} where o.id = @id", OccasionStore.Of, ("@id", Id)) is not { } occasion) return OccasionErrors.NotFound;
        var history = await new JournalReader(question.Catalogue).Of(read, Occasion.Subject, Id.Value);
        var people = await FindPerson.Names(read, history.Select(h => h.Actor));
        var tickets = occasion.Tickets.Count == 0 || !question.Caller.May(TicketPermissions.SeeAll) ? [] : await read.List(
            $"select t.id, t.kind, t.title, t.status from ticket t where t.id {read.Database.IsAmong("@ids")} order by t.id",
            r => new OccasionTicket(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Word<TicketStatus>(3)), ("@ids", read.Database.Ids(occasion.Tickets.Select(t => t.Id.Value))));
        var serves = question.Caller.May(TicketPermissions.SeeAll);
        return new OccasionView(occasion, people.GetValueOrDefault(occasion.Test?.By ?? default), tickets,
            [.. history.Where(h => serves || h.Event is not (OccasionLinked or OccasionUnlinked)).Select(h => new OccasionEntry(h.At, people.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event))).Reverse()]);
    }
}

/// <param name="TestedBy">By name.</param>
/// <param name="History">The newest first.</param>
public sealed record OccasionView(Occasion Occasion, string? TestedBy, IReadOnlyList<OccasionTicket> Tickets, IReadOnlyList<OccasionEntry> History);

public sealed record OccasionTicket(TicketId Id, string Number, string Title, TicketStatus Status);

public sealed record OccasionEntry(Instant At, string By, string Sentence);
