using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>Whether whoever asks is in a team where one can ask for the next ticket. Asked for every page, and answered from memory.</summary>
public sealed record ShowPulling : IQuery<Pulling>
{
    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<Pulling>> Ask(Question question) =>
        new Pulling((await TakeNext.Teams(question.Read, question.Caller.Person)).Count > 0, (await question.Read.Availability(question.Caller.Person)).Taking);
}

/// <param name="Taking">Whether the desk may give him new tickets just now.</param>
public sealed record Pulling(bool Offered, bool Taking);
