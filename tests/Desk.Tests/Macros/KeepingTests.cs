using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>How what is prepared is made, kept, and by whom.</summary>
public sealed class KeepingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_text_block_from_its_first_version_to_the_last(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var block = await desk.Block("Greeting", "Dear {{customer.firstName}},", shortcut: "Hello");
        await desk.Node.Done(new ChangeTextBlock(block.Id, new("Salutation", "hello", "Hello {{customer.firstName}},", "Network", [BlockUse.Reply])), desk.Coordinator);
        await desk.Node.Done(new RetireTextBlock(block.Id), desk.Coordinator);
        var back = await desk.Node.Done(new RestoreTextBlock(block.Id), desk.Coordinator);
        Assert.Equal(4, (await desk.Node.Folds(new TextBlock { Id = block.Id }, back)).Count);
        var line = Assert.Single(await desk.Node.Asked(new ListTextBlocks(), desk.Desk.Ada));
        Assert.Equal((back, false, false), (line.Block, line.Kept, line.Usable));
        line = Assert.Single(await desk.Node.Asked(new ListTextBlocks(), desk.Lead));
        Assert.Equal((true, true), (line.Kept, line.Usable));
        Assert.Equal([MacroErrors.BlockNotFound], await desk.Node.Refused(new RetireTextBlock(new(99)), desk.Coordinator));
        Assert.Equal([MacroErrors.BlockNotFound], await desk.Node.Refused(new ChangeTextBlock(new(99), new("x", null, "x", null, [BlockUse.Note])), desk.Coordinator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_macro_keeps_ids_so_that_renaming_breaks_nothing(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        await desk.Block("Greeting", "Dear {{customer.firstName}},");
        var macro = await desk.Macro("To Network", new(TicketVerb.Team, "network"), new(TicketVerb.Category, "printing"), new(TicketVerb.Reply) { Block = "greeting" }, new(TicketVerb.Assign, "me"));
        Assert.Equal(["2", "1", null, "me"], macro.Details.Actions.Select(a => a.To));
        await desk.Node.Done(new ChangeTeam(new(2)) { Name = "Waves" }, new(Caller.Desk, "test"));
        var line = Assert.Single(await desk.Node.Asked(new ListMacros(), desk.Desk.Ada));
        Assert.Equal(("Waves", "Printing", "Greeting"), (line.Told.Actions[0].To, line.Told.Actions[1].To, line.Told.Actions[2].Block));
        Assert.Equal((false, true), (line.Kept, line.Usable));

        var changed = await desk.Node.Done(new ChangeMacro(macro.Id, new("To Waves", "waves", [new(TicketVerb.Team, "Waves")])), desk.Coordinator);
        await desk.Node.Done(new RetireMacro(macro.Id), desk.Lead);
        var back = await desk.Node.Done(new RestoreMacro(macro.Id), desk.Lead);
        await desk.Node.Folds(new Macro { Id = macro.Id }, back);
        Assert.Equal(("Waves", 2), (changed.Details.Team?.Name, changed.Version));
        Assert.Equal([MacroErrors.NotFound], await desk.Node.Refused(new ChangeMacro(new(99), new("x", null, [])), desk.Coordinator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_ticket_template_is_told_under_the_names_of_today(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var said = new TemplateSaid("New starter", null)
        {
            Kind = TicketKind.Request, Title = "New starter", Description = "Who and when?", RequestClass = "Ad hoc", Category = "Printing", Service = "Labels", ToTeam = "Network", Impact = Level.Low, Urgency = Level.High,
            Tags = ["starter"], Tasks = ["Order a laptop", "Make an account"],
        };
        var template = await desk.Node.Done(new AddTicketTemplate(said), desk.Coordinator);
        await desk.Node.Folds(new TicketTemplate { Id = template.Id }, template);
        await desk.Node.Done(new RenameCategory(new(1), "Printers"), new(Caller.Desk, "test"));
        await desk.Node.Done(new RetireService(new(1)), new(Caller.Desk, "test"));
        var line = Assert.Single(await desk.Node.Asked(new ListTicketTemplates(), desk.Desk.Ada));
        Assert.Equal(("Printers", null, "Network", 2), (line.Told.Category?.Name, line.Told.Service?.Name, line.Told.Team?.Name, line.Told.Tasks.Count));

        await desk.Node.Done(new ChangeTicketTemplate(template.Id, said with { Name = "Joiner", Team = "Network", Category = "Printers", Service = null }), desk.Coordinator);
        await desk.Node.Done(new RetireTicketTemplate(template.Id), desk.Lead);
        Assert.Equal((false, true), Assert.Single(await desk.Node.Asked(new ListTicketTemplates(), desk.Lead)) is var retired ? (retired.Usable, retired.Kept) : default);
        var back = await desk.Node.Done(new RestoreTicketTemplate(template.Id), desk.Lead);
        await desk.Node.Folds(new TicketTemplate { Id = template.Id }, back);
        Assert.Equal([MacroErrors.TemplateNotFound], await desk.Node.Refused(new ChangeTicketTemplate(new(99), said), desk.Coordinator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_it_names_must_be_there_and_all_that_is_not_is_said_at_once(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        await desk.Block("Greeting", "Dear {{customer.firstName}},", shortcut: "hello", uses: BlockUse.Reply);
        await desk.Macro("To Network", new TicketAction(TicketVerb.Team, "Network"));
        await desk.Node.Done(new AddTicketTemplate(new("New starter", null) { Title = "New starter" }), desk.Coordinator);

        Assert.Equal([("body", "text-block.body-missing"), ("name", "macro.name-taken"), ("shortcut", "text-block.shortcut-taken")],
            await desk.Wrong(new AddTextBlock(new(" GREETING ", "Hello", "", null, [BlockUse.Note])), desk.Coordinator));
        Assert.Equal([("team", "macro.team-unknown")], await desk.Wrong(new AddTextBlock(new("Other", null, "x", "Nowhere", [BlockUse.Note])), desk.Coordinator));
        Assert.Equal(
            [
                ("name", "macro.name-taken"), ("actions[0].to", "ticket.team-unknown"), ("actions[1].to", "ticket.not-an-agent"), ("actions[2].to", "ticket.priority-invalid"), ("actions[3].to", "action.level-invalid"),
                ("actions[4].to", "ticket.person-unknown"), ("actions[5].to", "action.wait-for-invalid"), ("actions[6].block", "macro.block-unknown"), ("actions[7].block", "macro.block-unknown"),
            ],
            await desk.Wrong(new AddMacro(new("to network", null,
            [
                new(TicketVerb.Team, "Nowhere"), new(TicketVerb.Assign, TicketDesk.Helens), new(TicketVerb.Priority, "p9", "x"), new(TicketVerb.Impact, "huge"), new(TicketVerb.Watch, "nobody@x.example"),
                new(TicketVerb.Wait, "godot", "x"), new(TicketVerb.Reply) { Block = "Nothing" }, new(TicketVerb.Note) { Block = "Greeting" },
            ])), desk.Coordinator));
        Assert.Equal(
            [("name", "macro.name-taken"), ("requestClass", "ticket.class-unknown"), ("category", "ticket.category-unknown"), ("service", "ticket.service-unknown"), ("toTeam", "ticket.team-unknown")],
            await desk.Wrong(new AddTicketTemplate(new("new STARTER", null) { Title = "x", RequestClass = "x", Category = "x", Service = "x", ToTeam = "x" }), desk.Coordinator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Coordinators_keep_all_and_leads_what_is_their_teams(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var forAll = await desk.Block("Greeting", "Dear {{customer.firstName}},");
        var (all, mine) = (new BlockSaid("Cable", null, "Look at the cable.", null, [BlockUse.Note]), new BlockSaid("Cable", null, "Look at the cable.", "Network", [BlockUse.Note]));
        Assert.Equal([MacroErrors.TeamIsOthers], await desk.Node.Refused(new AddTextBlock(all), desk.Lead));
        Assert.Equal([MacroErrors.TeamIsOthers], await desk.Node.Refused(new AddTextBlock(mine with { Team = "First Contact" }), desk.Lead));
        var block = await desk.Node.Done(new AddTextBlock(mine), desk.Lead);
        Assert.Equal([MacroErrors.TeamIsOthers], await desk.Node.Refused(new ChangeTextBlock(block.Id, all), desk.Lead));
        foreach (var command in new ICommand<TextBlock>[] { new ChangeTextBlock(forAll.Id, mine), new RetireTextBlock(forAll.Id), new RestoreTextBlock(forAll.Id) })
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(command, desk.Lead));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new AddTextBlock(mine), desk.Desk.Ada));
        // One team's name is no hindrance to another's.
        await desk.Node.Done(new AddTextBlock(all), desk.Coordinator);

        var macro = await desk.Macro("To Network", new TicketAction(TicketVerb.Team, "Network"));
        foreach (var command in new ICommand<Macro>[] { new RetireMacro(macro.Id), new RestoreMacro(macro.Id), new ChangeMacro(macro.Id, new("x", "Network", [])) })
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(command, desk.Lead));
        var template = await desk.Node.Done(new AddTicketTemplate(new("Starter", null) { Title = "x" }), desk.Coordinator);
        foreach (var command in new ICommand<TicketTemplate>[] { new RetireTicketTemplate(template.Id), new RestoreTicketTemplate(template.Id), new ChangeTicketTemplate(template.Id, new("x", "Network") { Title = "x" }) })
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(command, desk.Lead));
        // A macro of a team does not say what another team has written.
        Assert.Equal([MacroErrors.BlockUnknown.At("actions[0].block")], await desk.Node.Refused(new AddMacro(new("Cable", "First Contact", [new(TicketVerb.Note) { Block = $"{block.Key}" }])), desk.Coordinator));
        await desk.Node.Done(new AddMacro(new("Cable", "Network", [new(TicketVerb.Note) { Block = "Cable" }])), desk.Lead);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_ticket_begins_with_tags_and_a_checklist(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Node.Done(TicketDesk.Asking() with { Tags = ["Starter"], Tasks = ["Order a laptop", "Make an account"] }, desk.Desk.Ada);
        var stored = await desk.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal(("starter", 2), (Assert.Single(stored.Tags), stored.Tasks.Count));
        Assert.Equal([TicketErrors.TitleMissing, TicketErrors.TooManyTags, TaskErrors.TextTooLong.At("tasks")],
            await desk.Node.Refused(TicketDesk.Asking("") with { Tags = [new('t', 41)], Tasks = [new('x', 501)] }, desk.Desk.Ada));
        Assert.Equal([TicketErrors.TagsAreOurs], await desk.Node.Refused(TicketDesk.Asking() with { Tags = ["x"] }, desk.Desk.Helen));
    }
}
