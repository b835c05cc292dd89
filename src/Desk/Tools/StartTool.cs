using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>Opens a tool on a device for a ticket: the ticket tells it, the tool counts it, and the answer is what to open.</summary>
/// <param name="Tool">By name or id.</param>
public sealed record StartTool(TicketId On, string? Tool, string? Device) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        var id = (await work.Read.Tools()).Known(Tool)?.Id;
        var line = (await ListTools.Lines(work.Question)).Find(l => l.Tool.Id == id);
        // What administrators have taken off the list since opens nothing any more.
        var link = line is { Mine.May: true } && line.Tool.Details.Link is { } said && LaunchLink.Wrong(said, await work.Read.LaunchSchemes()) is null ? said : null;
        var noDevice = link is null || LaunchLink.NeedsDevice(link) || !Device.IsBlank ? LaunchLink.WrongDevice(Device) : null;
        if (Error.Of(link is null ? ToolErrors.NotUsable : null, link is null && Device.IsBlank ? null : noDevice) is { } no) return no;

        var customer = await work.Read.One("select email from person where id = @id", r => r.GetString(0), ("@id", ticket.Customer)) ?? "";
        var (filled, team) = (LaunchLink.Fill(link!, Device, ticket.Number, customer), await Team(work, ticket, line!.Tool));
        var started = await work.Tickets.Change(On.Value, t => t.StartTool(line.Tool.Named, Device, team, filled));
        if (started.Is(out var now, out _))
        {
            work.Write(new Statement(
                "insert into tool_session (ticket, no, tool, team, person, device, link, at) values (@ticket, @no, @tool, @team, @person, @device, @link, @at)",
                ("@ticket", On), ("@no", now.Version), ("@tool", line.Tool.Id), ("@team", team?.Id), ("@person", work.By.Person), ("@device", Device.IsBlank ? null : Device!.Trim()), ("@link", filled), ("@at", work.By.At)));
            work.Ring($"{FirstContact.Tools.Tool.Subject}/{line.Tool.Key}");
        }
        return started;
    }

    /// <summary>The team that the session counts for: the ticket's, where the agent is in it and it has the tool, or else one of his that has.</summary>
    private static async Task<Named<TeamId>?> Team(Work work, Ticket ticket, Tool tool)
    {
        var mine = (await work.Read.Teams()).Where(t => t.Active && t.Members.Contains(work.By.Person)).ToList();
        return (mine.Find(t => t.Id == ticket.Team && tool.For(t.Id).May) ?? mine.Find(t => tool.For(t.Id).May) ?? mine.FirstOrDefault())?.Named;
    }
}
