namespace FirstContact.Tickets;

/// <summary>A tool that was opened on a device for this ticket: told, and kept by nobody but the journal.</summary>
public sealed partial record Ticket
{
    public Decision StartTool(Named<ToolId> tool, string? device, Named<TeamId>? team, string link) => Status is TicketStatus.Closed or TicketStatus.Cancelled
        ? TicketErrors.NotOpen
        : new ToolStarted(Version + 1, tool, device.IsBlank ? null : device!.Trim(), team, link);
}

/// <param name="Team">In which the agent may use it.</param>
/// <param name="Link">What was opened.</param>
public sealed record ToolStarted(int No, Named<ToolId> Tool, string? Device, Named<TeamId>? Team, string Link) : Event;
