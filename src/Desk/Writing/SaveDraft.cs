using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>Keeps what one is writing on a ticket; nothing but blanks lets it go.</summary>
public sealed record SaveDraft(TicketId On, string? Mode, Seq<DraftField> Fields) : ICommand<Draft>
{
    public Permission Needs => WritingPermissions.Write;

    public async Task<Result<Draft>> Do(Work work)
    {
        if ((await work.Tickets.Load(On.Value)).Error is { } no) return no;
        if (!Draft.Of(Mode, Fields).Is(out var draft, out var wrong)) return wrong;
        await Drafts.Keep(work, On, work.By.Person, draft);
        return draft;
    }

    public Task<Result<Draft>> Again(Work work, long subject) => Do(work);

    public long Subject(Draft answer) => On.Value;
}
