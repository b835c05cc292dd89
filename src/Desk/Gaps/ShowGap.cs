using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>One gap with the tickets behind it, the last said first.</summary>
public sealed record ShowGap(GapId Id) : IQuery<GapView>
{
    public const int Most = 100;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<GapView>> Ask(Question question)
    {
        if (!Gap.Is(Id.Value)) return GapErrors.NotFound;
        var list = (await new ListGaps().Ask(question)).Value!;
        if (list.Lines.FirstOrDefault(l => l.Gap.Id == Id) is not { } line) return GapErrors.NotFound;
        var about = line.Gap.Category is not null ? "t.category = @category" : line.Gap.Service is not null ? "t.category is null and t.service = @service" : "t.category is null and t.service is null";
        var tickets = await question.Read.List($"""
            select t.id, t.kind, t.title, m.name, p.name, a.words, a.at
            from front_answer a join ticket t on t.id = a.ticket join team m on m.id = t.team join person p on p.id = a.person
            where a.need = @need and {about} order by a.at desc, t.id desc limit {Most}
            """,
            r => new GapTicket(TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5), r.Instant(6)),
            [("@need", line.Gap.Need), .. line.Gap.Category is { } c ? [("@category", (object?)c)] : line.Gap.Service is { } s ? [("@service", (object?)s)] : Array.Empty<(string, object?)>()]);
        var owner = line.Gap.Plan.Owner is { } o ? await question.Read.One("select email from person where id = @id", r => r.GetString(0), ("@id", o.Id)) : null;
        return new GapView(line, owner, tickets, question.Caller.May(GapPermissions.Plan));
    }
}

/// <param name="Owner">The owner's address.</param>
/// <param name="May">Whether whoever asks may plan it.</param>
public sealed record GapView(GapLine Line, string? Owner, IReadOnlyList<GapTicket> Tickets, bool May);

/// <param name="Team">That resolved it.</param>
public sealed record GapTicket(string Number, string Title, string Team, string Said, string? Words, Instant At);
