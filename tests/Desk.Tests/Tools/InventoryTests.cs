using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>What the inventory holds, who keeps it, and in which order it is read.</summary>
public sealed class InventoryTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_tool_from_its_first_version_to_the_last(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var tool = await desk.Tool(ToolDesk.FarHand with { Owner = TicketDesk.Graces, Teams = ["network", "First Contact"], Roles = [Role.TeamLead] });
        Assert.Equal(("Network, First Contact", "Grace O'Brien"), (string.Join(", ", tool.Details.Teams), tool.Details.Owner!.Value.Name));
        await desk.Without(tool.Id);
        var changed = await desk.Node.Done(new ChangeTool(tool.Id, ToolDesk.FarHand with { Owner = TicketDesk.Graces, Platform = "Windows 11" }), desk.Desk.Grace);
        Assert.Equal("Windows 11", changed.Details.Platform);
        await desk.Node.Done(new RetireTool(tool.Id), desk.Desk.Grace);
        Assert.False((await desk.Node.Asked(new ListTools(), desk.Desk.Ada))[0].Tool.Active);
        var back = await desk.Node.Done(new RestoreTool(tool.Id), desk.Coordinator);
        Assert.Equal(5, (await desk.Node.Folds(new Tool { Id = tool.Id }, back)).Count);

        var view = await desk.Node.Asked(new ShowTool(tool.Id, desk.Month), desk.Desk.Ada);
        Assert.Equal(["took Far hand up again", "retired Far hand", "changed the platform, who may use it of the tool Far hand", "wrote down that Grace O'Brien withholds it from First Contact since 2025-03-03: The wrong server was restarted.", "added the tool Far hand"], view.History.Select(h => h.Sentence));
        Assert.Equal("Grace O'Brien", view.History[1].By);
        Assert.Equal([ToolErrors.NotFound], await desk.Node.Refused(new RetireTool(new(99)), desk.Coordinator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_who_keeps_it_or_owns_it_changes_it(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var (mine, other) = (await desk.Tool(ToolDesk.FarHand with { Owner = TicketDesk.Graces }), await desk.Tool(ToolDesk.FarHand with { Name = "Quick look" }));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new AddTool(ToolDesk.FarHand), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeTool(other.Id, ToolDesk.FarHand), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RetireTool(other.Id), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RestoreTool(other.Id), desk.Desk.Ada));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new WithholdTool(other.Id, "Network", null, null, "Why"), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new GiveTool(other.Id, "Network"), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new WriteProcedure(other.Id, "Far hand", "1. Ask."), desk.Desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RemoveProcedure(other.Id, mine.Id), desk.Desk.Grace));
        Assert.Equal([true, false], (await desk.Node.Asked(new ListTools(), desk.Desk.Grace)).Select(l => l.Kept));
        Assert.Equal([Errors.Forbidden], (await desk.Node.Desk.Ask(new ListTools(), desk.Desk.Ravi.Caller)).Error!.All);
        await desk.Node.Done(new WithholdTool(mine.Id, "Network", null, null, "We lead by example."), desk.Desk.Grace);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_is_wrong_is_said_at_once(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var tool = await desk.Tool();
        Assert.Equal([("purpose", "tool.purpose-missing"), ("link", "tool.scheme-not-allowed"), ("name", "tool.name-taken"), ("owner", "tool.owner-unknown"), ("teams", "tool.team-unknown")],
            await desk.Wrong(new AddTool(ToolDesk.FarHand with { Name = " far hand", Purpose = "", Link = "steam://{device}", Owner = "nobody@x.example", Teams = ["Sales"] }), desk.Coordinator));
        Assert.Equal([("since", "tool.since-invalid"), ("why", "tool.why-missing"), ("team", "tool.team-unknown"), ("by", "tool.withholder-unknown")],
            await desk.Wrong(new WithholdTool(tool.Id, "Sales", new(2999, 1, 1), "nobody@x.example", " "), desk.Coordinator));
        Assert.Equal([("team", "tool.team-unknown")], await desk.Wrong(new GiveTool(tool.Id, "Sales"), desk.Coordinator));
        Assert.Equal([((string?)null, "tool.not-withheld")], await desk.Wrong(new GiveTool(tool.Id, "Network"), desk.Coordinator));
        Assert.Equal([("steps", "tool.steps-missing"), ("to", "tool.tool-unknown")], await desk.Wrong(new WriteProcedure(tool.Id, "None", ""), desk.Coordinator));
        Assert.Equal([ToolErrors.ProcedureNotFound], await desk.Node.Refused(new RemoveProcedure(tool.Id, new(9)), desk.Coordinator));
        Assert.Equal([ToolErrors.OwnerUnknown], (await desk.Node.Desk.Ask(new ListTools(Owner: "nobody@x.example"), desk.Desk.Ada.Caller)).Error!.All);
        Assert.Equal([ToolErrors.NotFound], (await desk.Node.Desk.Ask(new ShowTool(new(99), desk.Month), desk.Desk.Ada.Caller)).Error!.All);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_First_Contact_must_do_without_stands_first_the_longest_without_first(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var free = await desk.Tool(ToolDesk.FarHand with { Name = "Account desk", Platform = "Web", Owner = TicketDesk.Adas });
        var late = await desk.Tool(ToolDesk.FarHand with { Name = "Bench" });
        var early = await desk.Tool(ToolDesk.FarHand with { Name = "Console" });
        await desk.Tool(ToolDesk.FarHand with { Name = "Shell", Teams = ["Network"] });
        await desk.Node.Done(new WithholdTool(late.Id, "First Contact", new(2026, 1, 1), null, "No licence."), desk.Coordinator);
        await desk.Without(early.Id);
        await desk.Without(free.Id, "Network");
        var lines = await desk.Node.Asked(new ListTools(), desk.Desk.Ada);
        Assert.Equal(["Console", "Bench", "Shell", "Account desk"], lines.Select(l => l.Tool.Name));
        Assert.Equal([ToolUse.Withheld, ToolUse.Withheld, ToolUse.Others, ToolUse.Usable], lines.Select(l => l.Front.Use));
        Assert.Equal([ToolUse.Usable, ToolUse.Usable, ToolUse.Usable, ToolUse.Withheld], (await desk.Node.Asked(new ListTools(), desk.Desk.Grace)).Select(l => l.Mine.Use));
        Assert.Equal(["Account desk"], (await desk.Node.Asked(new ListTools("web"), desk.Desk.Ada)).Select(l => l.Tool.Name));
        Assert.Equal(["Account desk"], (await desk.Node.Asked(new ListTools(Owner: "me"), desk.Desk.Ada)).Select(l => l.Tool.Name));
        Assert.Empty(await desk.Node.Asked(new ListTools(Owner: TicketDesk.Graces), desk.Desk.Ada));

        // Renaming a team breaks nothing, and what was withheld is given back to it.
        await desk.Node.Done(new ChangeTeam(new(2)) { Name = "Waves" }, new(Caller.Desk, "test"));
        Assert.Equal("Waves", (await desk.Node.Asked(new ListTools("Web"), desk.Desk.Ada))[0].Tool.Withheld[0].Team.Name);
        var given = await desk.Node.Done(new GiveTool(free.Id, "waves"), desk.Coordinator);
        Assert.Empty(given.Withheld);
        Assert.True(((ToolGiven)(await desk.Node.Folds(new Tool { Id = free.Id }, given))[^1]).Days > 300);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Work_moves_by_a_procedure_and_overlaps_end_in_a_plan(string engine)
    {
        await using var desk = await ToolDesk.Fresh(engine);
        var (far, quick) = (await desk.Tool(ToolDesk.FarHand with { Owner = TicketDesk.Graces }), await desk.Tool(ToolDesk.FarHand with { Name = "Quick look", Purpose = "remote control " }));
        await desk.Node.Done(new WriteProcedure(far.Id, "quick look", "1. Ask."), desk.Desk.Grace);
        Assert.Equal(("Far hand", "1. Ask."), Assert.Single((await desk.Node.Asked(new ShowTool(quick.Id, desk.Month), desk.Desk.Ada)).Incoming) is var p ? (p.To.Name, p.Steps) : default);
        Assert.Empty((await desk.Node.Done(new RemoveProcedure(far.Id, quick.Id), desk.Desk.Grace)).Procedures);

        // Nobody has marked what the inventory itself shows.
        Assert.Equal(["Far hand", "Quick look"], Assert.Single((await desk.Node.Asked(new ListOverlaps(), desk.Desk.Ada)).Alike).Tools.Select(t => t.Name));
        var said = new OverlapSaid(["far hand", $"{quick.Key}"], "Remote control", "Learn the first.", "Far hand", new(2027, 1, 1), TicketDesk.Adas);
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new MarkOverlap(said), desk.Desk.Ada));
        var overlap = await desk.Node.Done(new MarkOverlap(said), desk.Desk.Grace);
        Assert.Empty((await desk.Node.Asked(new ListOverlaps(), desk.Desk.Ada)).Alike);
        await desk.Node.Done(new ChangeOverlap(overlap.Id, said with { Stays = null }), desk.Desk.Ada);
        await desk.Node.Done(new SettleOverlap(overlap.Id), desk.Desk.Ada);
        Assert.True(Assert.Single((await desk.Node.Asked(new ListOverlaps(), desk.Desk.Ada)).Lines).Overlap.Settled);
        var open = await desk.Node.Done(new ReopenOverlap(overlap.Id), desk.Coordinator);
        Assert.Equal(4, (await desk.Node.Folds(new ToolOverlap { Id = overlap.Id }, open)).Count);
        Assert.Equal(overlap.Id, Assert.Single((await desk.Node.Asked(new ShowTool(far.Id, desk.Month), desk.Desk.Ada)).Overlaps).Id);

        Assert.Equal([ToolErrors.OverlapNotFound], await desk.Node.Refused(new SettleOverlap(new(9)), desk.Coordinator));
        Assert.Equal([("tools", "tool.too-few-tools"), ("same", "tool.same-missing"), ("tools", "tool.tool-unknown"), ("stays", "tool.tool-unknown"), ("owner", "tool.owner-unknown")],
            await desk.Wrong(new MarkOverlap(new(["none"], "", "", "none", null, "nobody@x.example")), desk.Coordinator));
    }
}
