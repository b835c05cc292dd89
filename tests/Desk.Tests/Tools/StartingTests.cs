using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>Tools from a ticket: started, told, counted; and asked for where they are missing.</summary>
public sealed class StartingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_session_is_told_on_the_ticket_and_counted_on_the_tool(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var tool = await desk.Tool(ToolDesk.FarHand with { Link = "https://console.example/{device}?for={ticket}&who={customer}" });
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var started = await desk.Node.Done(new StartTool(ticket.Id, "far HAND", " NG LBL-04 "), desk.Desk.Ada);
        await desk.Node.Done(new StartTool(ticket.Id, $"{tool.Key}", "NG-LBL-05"), desk.Desk.Grace);
        var session = await desk.Node.Asked(new ShowSession(ticket.Id, started.Version), desk.Desk.Ada);
        Assert.Equal(("NG LBL-04", "First Contact", $"https://console.example/NG%20LBL-04?for={ticket.Number}&who={Uri.EscapeDataString(TicketDesk.Helens)}"), (session.Device, session.Team, session.Link));

        var told = (await desk.Node.Asked(new ShowTicket(ticket.Id), desk.Desk.Ada)).Timeline;
        Assert.Equal(["started a session with Far hand on NG LBL-04", "started a session with Far hand on NG-LBL-05"], told.Where(e => e.Event is ToolStarted).Select(e => e.Sentence));
        Assert.DoesNotContain((await desk.Node.Asked(new ShowTicket(ticket.Id), desk.Desk.Helen)).Timeline, e => e.Event is ToolStarted);
        var used = (await desk.Node.Asked(new ShowTool(tool.Id, desk.Month), desk.Desk.Ada)).Used;
        Assert.Equal([("First Contact", 1), ("Network", 1)], used.Select(u => (u.Team!, u.Sessions)).Order());
        Assert.Empty((await desk.Node.Asked(new ShowTool(tool.Id, desk.Clock.GetCurrentInstant() + Duration.FromHours(1)), desk.Desk.Ada)).Used);
        var tools = await desk.Node.Asked(new ShowTicketTools(ticket.Id), desk.Desk.Ada);
        Assert.Equal(("NG-LBL-05", 2), (tools.Device, tools.Sessions.Count));
        // What was captured is offered where nothing was opened yet, and where it is a name.
        foreach (var (captured, offered) in new[] { ("NG-LBL-09", "NG-LBL-09"), ("the grey one (left)", null) })
        {
            var other = await desk.Desk.Open(desk.Desk.Helen, captured);
            await desk.Node.Done(new UnderstandTicket(other.Id, new(null, new(captured))), desk.Desk.Ada);
            Assert.Equal(offered, (await desk.Node.Asked(new ShowTicketTools(other.Id), desk.Desk.Ada)).Device);
        }
        Assert.Equal(ToolErrors.SessionNotFound, (await desk.Node.Desk.Ask(new ShowSession(ticket.Id, 99), desk.Desk.Ada.Caller)).Error);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowSession(new(99), 1), desk.Desk.Ada.Caller)).Error);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowTicketTools(new(99)), desk.Desk.Ada.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_may_not_be_started_is_refused_and_nothing_is_told(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var (tool, byHand) = (await desk.Tool(), await desk.Tool(ToolDesk.FarHand with { Name = "By hand", Link = null }));
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        Assert.Equal([ToolErrors.DeviceMissing], await desk.Node.Refused(new StartTool(ticket.Id, "Far hand", " "), desk.Desk.Ada));
        Assert.Equal([ToolErrors.DeviceInvalid], await desk.Node.Refused(new StartTool(ticket.Id, "Far hand", "-oProxyCommand=x"), desk.Desk.Ada));
        Assert.Equal([ToolErrors.NotUsable], await desk.Node.Refused(new StartTool(ticket.Id, "By hand", "NG-1"), desk.Desk.Ada));
        Assert.Equal([ToolErrors.NotUsable], await desk.Node.Refused(new StartTool(ticket.Id, null, null), desk.Desk.Ada));
        Assert.Equal([TicketErrors.NotFound], await desk.Node.Refused(new StartTool(new(99), "Far hand", "NG-1"), desk.Desk.Ada));

        await desk.Without(tool.Id);
        Assert.Equal([ToolErrors.NotUsable], await desk.Node.Refused(new StartTool(ticket.Id, "Far hand", "NG-1"), desk.Desk.Ada));
        var tools = await desk.Node.Asked(new ShowTicketTools(ticket.Id), desk.Desk.Ada);
        Assert.Empty(tools.Usable);
        Assert.Equal(("The wrong server was restarted.", "Grace O'Brien"), Assert.Single(Assert.Single(tools.Without).Mine.Withheld) is var w ? (w.Why, w.By.Name) : default);
        await desk.Node.Done(new StartTool(ticket.Id, "Far hand", "NG-1"), desk.Desk.Grace);

        // What administrators take off the list opens nothing any more, however long it has been there.
        await desk.Node.Done(new ChangeLaunchSchemes(["ssh"]), desk.Administrator);
        Assert.Equal(["ssh"], (await desk.Node.Asked(new ShowLaunchSchemes(), desk.Desk.Ada)).Schemes);
        Assert.Equal([ToolErrors.NotUsable], await desk.Node.Refused(new StartTool(ticket.Id, "Far hand", "NG-1"), desk.Desk.Grace));
        Assert.Equal([ToolErrors.SchemeDangerous], await desk.Node.Refused(new ChangeLaunchSchemes(["javascript"]), desk.Administrator));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeLaunchSchemes([]), desk.Coordinator));
        await desk.Node.Done(new CancelTicket(ticket.Id, "Asked twice"), desk.Desk.Ada);
        Assert.Single((await desk.Node.Asked(new ShowTicket(ticket.Id), desk.Desk.Ada)).Timeline, e => e.Event is ToolStarted);
        Assert.NotEqual(0, byHand.Key);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Asking_opens_one_request_a_team_and_asks_the_owner_in(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var tool = await desk.Tool(ToolDesk.FarHand with { Owner = TicketDesk.Graces });
        await desk.Without(tool.Id);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var request = await desk.Node.Done(new AskForTool(tool.Id, "Helen waits for Network.", ticket.Number), desk.Desk.Ada);
        Assert.Equal((TicketKind.Request, "First Contact: Far hand", new TeamId(2), desk.Desk.Ada.Caller.Person), (request.Kind, request.Title, request.Team, request.Customer));
        Assert.Contains("Far hand is withheld from First Contact since 2025-03-03 by Grace O'Brien: The wrong server was restarted.", request.Description, StringComparison.Ordinal);
        Assert.Equal([desk.Desk.Grace.Caller.Person], request.Asked);
        Assert.Equal(request.Id, Assert.Single((await desk.Node.Asked(new ShowTicket(ticket.Id), desk.Desk.Ada)).Ticket.Links).Other);
        Assert.Contains(await desk.Node.Asked(new NeedsMeNow(), desk.Desk.Grace), n => n.Ticket.Id == request.Key);

        // While it is open, the next reason is noted there; each is counted.
        var again = await desk.Node.Done(new AskForTool(tool.Id, "And Ravi."), desk.Desk.Ada);
        Assert.Equal((request.Id, request.Messages + 1), (again.Id, again.Messages));
        Assert.Equal(2, (await desk.Node.Asked(new ShowTool(tool.Id, desk.Month), desk.Desk.Ada)).Tool.Requests);
        var given = await desk.Node.Done(new GiveTool(tool.Id, "First Contact"), desk.Desk.Grace);
        Assert.Equal(0, given.Requests);
        await desk.Node.Folds(new Tool { Id = tool.Id }, given);

        Assert.Equal([ToolErrors.WhyMissing], await desk.Node.Refused(new AskForTool(tool.Id, " "), desk.Desk.Ada));
        Assert.Equal([LinkErrors.Unknown.At("for")], await desk.Node.Refused(new AskForTool(tool.Id, "Why", "INC-999999"), desk.Desk.Ada));
        Assert.Equal([ToolErrors.NotFound], await desk.Node.Refused(new AskForTool(new(99), "Why"), desk.Desk.Ada));
    }
}
