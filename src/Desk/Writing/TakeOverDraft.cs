using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>Goes on with what a colleague has begun: it becomes one's own, behind what one has written oneself.</summary>
public sealed record TakeOverDraft(TicketId On, PersonId From) : ICommand<Draft>
{
    public Permission Needs => WritingPermissions.Write;

    public async Task<Result<Draft>> Do(Work work)
    {
        if ((await work.Tickets.Load(On.Value)).Error is { } no) return no;
        if (await Drafts.Find(work.Read, On, From) is not { } theirs) return WritingErrors.DraftNotFound;
        if (From == work.By.Person) return theirs;
        var both = (await Drafts.Find(work.Read, On, work.By.Person) ?? Draft.Empty).With(theirs);
        Drafts.Forget(work, On, From);
        await Drafts.Keep(work, On, work.By.Person, both);
        return both;
    }

    public Task<Result<Draft>> Again(Work work, long subject) => Do(work);

    public long Subject(Draft answer) => On.Value;
}
