using System.Data.Common;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>A session that was started for a ticket, to be opened by whoever started it.</summary>
public sealed record ShowSession(TicketId On, int No) : IQuery<ToolSession>
{
    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<ToolSession>> Ask(Question question)
    {
        if ((await DescribeTicket.Load(question, On)).Error is { } unseen) return unseen;
        return await question.Read.One($"{ToolSession.Select} where s.ticket = @ticket and s.no = @no", ToolSession.Of, ("@ticket", On), ("@no", No)) is { } session ? session : ToolErrors.SessionNotFound;
    }
}

/// <param name="No">The version of the ticket with which it began.</param>
public sealed record ToolSession(int No, Named<ToolId> Tool, string? Team, Named<PersonId> By, string? Device, string Link, Instant At)
{
    internal const string Select = """
        select s.no, t.id, t.name, m.name, p.id, p.name, s.device, s.link, s.at
        from tool_session s join tool t on t.id = s.tool join person p on p.id = s.person left join team m on m.id = s.team
        """;

    internal static ToolSession Of(DbDataReader r) =>
        new(r.GetInt32(0), new(new(r.GetInt64(1)), r.GetString(2)), r.TextOrNull(3), new(new(r.GetInt64(4)), r.GetString(5)), r.TextOrNull(6), r.GetString(7), r.Instant(8));
}
