using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <summary>Whom one led to the desk and is to look after now, the longest due first. It ends by itself when the ticket does.</summary>
public sealed record ListFollowedWalkUps : IQuery<IReadOnlyList<WalkUp>>
{
    private const int Most = 50;

    public Permission Needs => DesksidePermissions.Record;

    public async Task<Result<IReadOnlyList<WalkUp>>> Ask(Question question) => await question.Read.List($"""
        {WalkUpStore.Select} join ticket t on t.id = w.ticket
        where w.person = @me and w.remind_at <= @now and w.seen_at is null and {TicketWhere.Open}
        order by w.remind_at, w.id limit {Most}
        """, WalkUpStore.Fill, ("@me", question.Caller.Person), ("@now", question.Now));
}
