using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>What the caller may start for a ticket, what he must do without and why, and what was started for it before.</summary>
public sealed record ShowTicketTools(TicketId On) : IQuery<TicketTools>
{
    private const int MostSessions = 20;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<TicketTools>> Ask(Question question)
    {
        if (!(await DescribeTicket.Load(question, On)).Is(out var ticket, out var no)) return no;
        var lines = (await ListTools.Lines(question)).Where(l => l.Tool.Active).ToList();
        var schemes = await question.Read.LaunchSchemes();
        var sessions = await question.Read.List($"{ToolSession.Select} where s.ticket = @ticket order by s.no desc limit {MostSessions}", ToolSession.Of, ("@ticket", On));
        return new TicketTools(
            ticket, [.. lines.Where(l => l.Mine.May && l.Tool.Details.Link is { } link && schemes.Allows(LaunchLink.Scheme(link)))],
            [.. lines.Where(l => !l.Mine.May).OrderByDescending(l => l.Mine.Use == ToolUse.Withheld)], sessions)
        {
            Device = sessions.Select(s => s.Device).FirstOrDefault(d => d is not null) ?? Captured(ticket),
        };
    }

    /// <summary>What was captured in words is offered where it is a name that a tool can be told.</summary>
    private static string? Captured(Ticket ticket) => ticket.Understanding.Surroundings.Device is { } device && LaunchLink.WrongDevice(device) is null ? device : null;
}

/// <param name="Usable">Those with a link that may be opened.</param>
/// <param name="Without">What the caller may not use: first what is withheld from his teams.</param>
/// <param name="Sessions">The newest first.</param>
public sealed record TicketTools(Ticket Ticket, IReadOnlyList<ToolLine> Usable, IReadOnlyList<ToolLine> Without, IReadOnlyList<ToolSession> Sessions)
{
    /// <summary>The device that a tool was opened on last; else the one that was captured when the ticket was understood.</summary>
    public string? Device { get; init; }
}
