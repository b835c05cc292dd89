using FirstContact.Lists;
using FirstContact.Services;
using FirstContact.Tickets;
using FirstContact.Writing;

namespace FirstContact.Macros;

/// <summary>How macros are previewed, run and undone, and text blocks found.</summary>
public sealed class RunningTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_preview_says_all_before_and_after_and_does_nothing(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        await desk.Block("Ask", "Dear {{customer.firstName}}, ticket {{ticket.number}}. With {{team.name}}, {{service.name}}. {{agent.firstName}}");
        var macro = await desk.Macro("Ask",
            new(TicketVerb.Team, "Network"), new(TicketVerb.Tag, "log"), new(TicketVerb.Reply) { Block = "Ask" }, new(TicketVerb.Priority, "p1", "It burns"), new(TicketVerb.Wait, "customer", "The log") { For = Duration.FromDays(2) },
            new(TicketVerb.Resume), new(TicketVerb.Resume));
        var preview = await desk.Node.Asked(new PreviewMacro(macro.Id, ticket.Id), desk.Desk.Ada);
        Assert.True(preview.Runs);
        Assert.Equal([new("Team", "First Contact", "Network")], preview.Lines[0].Changes);
        Assert.Equal([new("Tags", null, "log")], preview.Lines[1].Changes);
        // The words know what the line before has done, and say plainly what the ticket has not.
        Assert.Equal([new("Reply to the customer", null, $"Dear Helen, ticket {ticket.Number}. With Network, (no service yet). Ada")], preview.Lines[2].Changes);
        Assert.Equal([new("Priority", "P3", "P1")], preview.Lines[3].Changes);
        Assert.Equal([new("State", "in progress", "waiting: The log")], preview.Lines[4].Changes);
        Assert.Equal([new("State", "waiting", "in progress")], preview.Lines[5].Changes);
        Assert.Empty(preview.Lines[6].Happens);
        Assert.Equal([false, false, true, false, false, false, false], preview.Lines.Select(l => l.Stays));
        Assert.Equal(1, (await desk.Desk.RowIsItsStory(ticket.Id)).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_done_as_previewed_told_in_the_history_and_undone_as_one(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var macro = await desk.Macro("To Network", new(TicketVerb.Team, "Network"), new(TicketVerb.Tag, "cable"), new(TicketVerb.Note, Words: "For {{team.name}}: {{ticket.title}}"));
        var preview = await desk.Node.Asked(new PreviewMacro(macro.Id, ticket.Id), desk.Desk.Ada);
        var batch = await desk.Node.Done(new RunMacro(macro.Id, [ticket.Id]) { Previewed = preview.Macro.Version, Seen = preview.Ticket.Version }, desk.Desk.Ada);
        await desk.Node.Folds(new Batch { Id = batch.Id }, batch);
        Assert.Equal("run through 'To Network'", batch.What);
        var done = await desk.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal((new TeamId(2), "cable", 1), (done.Team, Assert.Single(done.Tags), done.Messages));
        var timeline = (await desk.Desk.Show(ticket.Id)).Timeline;
        Assert.Equal(["ticket.opened", "ticket.macro-applied", "ticket.moved", "ticket.tags-changed", "ticket.message-posted"], timeline.Select(e => e.Name));
        Assert.Equal(("ran the macro To Network", "noted: For Network: Labels come out blank"), (timeline[1].Sentence, timeline[4].Sentence));

        await desk.Node.Done(new UndoBatch(batch.Id), desk.Desk.Ada);
        var back = await desk.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal((ticket.Team, 0, 1), (back.Team, back.Tags.Count, back.Messages));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_it_says_to_the_customer_waits_the_usual_moment_and_is_taken_back_with_the_rest(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        await desk.Node.Done(new SaveDraft(ticket.Id, "reply", [new("reply", "What I was writing")]), desk.Desk.Ada);
        var macro = await desk.Macro("Ask and wait", new(TicketVerb.Reply, Words: "Dear {{customer.firstName}}, which one?"), new(TicketVerb.Wait, "customer", "Which one"));
        var batch = await desk.Node.Done(new RunMacro(macro.Id, [ticket.Id]), desk.Desk.Ada);
        await desk.Node.Folds(new Batch { Id = batch.Id }, batch);
        // Whoever has been written to knows what is waited for.
        Assert.True((await desk.Desk.RowIsItsStory(ticket.Id)).Wait!.Contacted);
        var reply = Assert.Single((await desk.Writing(ticket.Id)).Leaving);
        Assert.Equal(("Dear Helen, which one?", ReplyState.Waiting), (reply.Words.Body, reply.State));
        // Its own message takes it back; and what one was writing oneself is one's own.
        Assert.Empty(await desk.Node.Asked(new ListLeaving(), desk.Desk.Ada));
        Assert.Equal("What I was writing", (await desk.Writing(ticket.Id)).Mine!.Words);

        var undone = await desk.Node.Done(new UndoBatch(batch.Id), desk.Desk.Ada);
        Assert.True(Assert.Single(undone.Undone!) is { Refused: null, Stays: false });
        Assert.Empty((await desk.Writing(ticket.Id)).Leaving);
        desk.Desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Desk.Runs("replies-leave");
        var back = await desk.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal((0, null, "What I was writing"), (back.Messages, back.Wait, (await desk.Writing(ticket.Id)).Mine!.Words));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task When_its_words_have_left_the_rest_is_put_back_and_they_stay(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var (ticket, other) = (await desk.Desk.Open(desk.Desk.Helen), await desk.Desk.Open(desk.Desk.Ravi));
        var macro = await desk.Macro("Ask and wait", new(TicketVerb.Reply, Words: "Which one?"), new(TicketVerb.Wait, "customer", "Which one"));
        var batch = await desk.Node.Done(new RunMacro(macro.Id, [ticket.Id, other.Id]), desk.Desk.Ada);
        desk.Desk.Clock.Pass(Duration.FromSeconds(15));
        await desk.Desk.Runs("replies-leave");
        Assert.Equal(1, (await desk.Desk.RowIsItsStory(ticket.Id)).Messages);
        await desk.Desk.Done(new AssignTicket(other.Id, "me"), desk.Desk.Grace);

        var undone = await desk.Node.Done(new UndoBatch(batch.Id), desk.Desk.Ada);
        Assert.Equal([(null, true), ("Changed by Grace O'Brien meanwhile.", true)], undone.Undone!.Select(i => (i.Refused, i.Stays)));
        var back = await desk.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal((1, null), (back.Messages, back.Wait));
        Assert.NotNull((await desk.Desk.RowIsItsStory(other.Id)).Wait);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_line_that_is_refused_keeps_all_from_being_done(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var macro = await desk.Macro("Half", new(TicketVerb.Tag, "half"), new(TicketVerb.Reopen, Words: "Once more"));
        var preview = await desk.Node.Asked(new PreviewMacro(macro.Id, ticket.Id), desk.Desk.Ada);
        Assert.Equal((false, null, TicketErrors.StillOpen), (preview.Runs, preview.Lines[0].Refused, preview.Lines[1].Refused));
        Assert.Equal([TicketErrors.StillOpen], await desk.Node.Refused(new RunMacro(macro.Id, [ticket.Id]), desk.Desk.Ada));
        Assert.Equal(1, (await desk.Desk.RowIsItsStory(ticket.Id)).Version);

        // On many it is said of each.
        var closed = await desk.Desk.Open(desk.Desk.Ravi);
        await desk.Desk.Done(new CancelTicket(closed.Id, "not needed"), desk.Desk.Ravi);
        var batch = await desk.Node.Done(new RunMacro(macro.Id, [ticket.Id, closed.Id]), desk.Desk.Ada);
        Assert.Equal([TicketErrors.StillOpen.Message, TicketErrors.CancelledForGood.Message], batch.Items.Select(i => i.Refused));
        Assert.Equal((1, 0), ((await desk.Desk.RowIsItsStory(ticket.Id)).Version, (await desk.Desk.RowIsItsStory(closed.Id)).Tags.Count));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_runs_on_many_and_what_is_so_already_is_left_alone_without_a_word(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var (one, two) = (await desk.Desk.Open(desk.Desk.Helen), await desk.Desk.Open(desk.Desk.Ravi));
        await desk.Desk.Done(new TagTicket(two.Id, ["cable"], []), desk.Desk.Ada);
        var macro = await desk.Macro("Cable", new TicketAction(TicketVerb.Tag, "cable"));
        var batch = await desk.Node.Done(new RunMacro(macro.Id, [one.Id, two.Id]), desk.Desk.Ada);
        Assert.Equal([null, "It was so already."], batch.Items.Select(i => i.Refused));
        Assert.Equal(2, (await desk.Desk.RowIsItsStory(two.Id)).Version);
        await desk.Node.Done(new UndoBatch(batch.Id), desk.Desk.Ada);
        Assert.Equal((0, 1), ((await desk.Desk.RowIsItsStory(one.Id)).Tags.Count, (await desk.Desk.RowIsItsStory(two.Id)).Tags.Count));
        await desk.Desk.Refuses(ListErrors.NothingChosen, new RunMacro(macro.Id, []), desk.Desk.Ada);
        await desk.Desk.Refuses(ListErrors.TooMany, new RunMacro(macro.Id, [.. Enumerable.Range(1, 201).Select(i => new TicketId(i))]), desk.Desk.Ada);
        await desk.Desk.Refuses(TicketErrors.NotFound, new RunMacro(macro.Id, [new(999)]), desk.Desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_has_changed_since_the_preview_is_not_done(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var macro = await desk.Macro("Cable", new TicketAction(TicketVerb.Tag, "cable"));
        await desk.Desk.Done(new AssignTicket(ticket.Id, "me"), desk.Desk.Grace);
        await desk.Desk.Refuses(Errors.Stale, new RunMacro(macro.Id, [ticket.Id]) { Seen = 1 }, desk.Desk.Ada);
        await desk.Node.Done(new ChangeMacro(macro.Id, new("Cable", null, [new(TicketVerb.Tag, "wire")])), desk.Coordinator);
        await desk.Desk.Refuses(Errors.Stale, new RunMacro(macro.Id, [ticket.Id]) { Previewed = 1 }, desk.Desk.Ada);
        Assert.Empty((await desk.Desk.RowIsItsStory(ticket.Id)).Tags);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_retired_or_another_teams_is_not_run(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Desk.Open(desk.Desk.Helen);
        var networks = await desk.Node.Done(new AddMacro(new("Cable", "Network", [new(TicketVerb.Tag, "cable")])), desk.Lead);
        await desk.Desk.Refuses(MacroErrors.NotFound, new RunMacro(networks.Id, [ticket.Id]), desk.Desk.Ada);
        Assert.Equal(MacroErrors.NotFound, (await desk.Node.Desk.Ask(new PreviewMacro(networks.Id, ticket.Id), desk.Desk.Ada.Caller)).Error);
        await desk.Node.Done(new RunMacro(networks.Id, [ticket.Id]), desk.Desk.Grace);
        await desk.Node.Done(new RetireMacro(networks.Id), desk.Lead);
        await desk.Desk.Refuses(MacroErrors.NotFound, new RunMacro(networks.Id, [ticket.Id]), desk.Desk.Grace);

        var block = await desk.Block("Ask", "Look.");
        var macro = await desk.Macro("Ask", new TicketAction(TicketVerb.Note) { Block = "Ask" });
        await desk.Node.Done(new RetireTextBlock(block.Id), desk.Coordinator);
        Assert.Equal(MacroErrors.BlockUnknown, Assert.Single((await desk.Node.Asked(new PreviewMacro(macro.Id, ticket.Id), desk.Desk.Ada)).Lines).Refused);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Text_blocks_are_found_by_what_fits_best_and_filled(string engine)
    {
        await using var desk = await MacroDesk.Fresh(engine);
        var ticket = await desk.Node.Done(TicketDesk.Asking() with { Service = "Labels" }, desk.Desk.Helen);
        await desk.Block("Zebra printers", "{{customer.name}}: {{service.name}}, {{assignee.name}}", shortcut: "log");
        await desk.Block("Ask for the log", "Please send it.");
        await desk.Block("Logging", "x", uses: BlockUse.Note);
        await desk.Block("Other", "Where is the log?");
        await desk.Block("Network's own", "A log of waves", team: "Network");
        var gone = await desk.Block("Log of old", "x");
        await desk.Node.Done(new RetireTextBlock(gone.Id), desk.Coordinator);

        var found = await desk.Node.Asked(new FindTextBlocks(ticket.Id, "log"), desk.Desk.Ada);
        Assert.Equal(["Zebra printers", "Logging", "Ask for the log", "Other"], found.Select(b => b.Name));
        Assert.Equal("Helen Marsh: Labels, (nobody yet)", found[0].Text);
        Assert.Equal(["Zebra printers", "Ask for the log", "Other"], (await desk.Node.Asked(new FindTextBlocks(ticket.Id, "LOG", BlockUse.Reply), desk.Desk.Ada)).Select(b => b.Name));
        // The ticket went to Network with its service: what Network has written comes first.
        Assert.Equal("Network's own", (await desk.Node.Asked(new FindTextBlocks(ticket.Id, null), desk.Desk.Grace))[0].Name);
        Assert.Empty(await desk.Node.Asked(new FindTextBlocks(ticket.Id, "log nonsense"), desk.Desk.Ada));
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new FindTextBlocks(new(999), "log"), desk.Desk.Ada.Caller)).Error);
    }
}
