namespace FirstContact.Tickets;

public sealed record ShowCallRules : IQuery<CallRules>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<CallRules>> Ask(Question question) => await question.Read.CallRules();
}
