using System.Net;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed class MacroPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Blocks = "/settings/text-blocks", Macros = "/settings/macros", Templates = "/settings/ticket-templates";

    [Fact]
    public async Task A_text_block_is_added_said_changed_and_retired()
    {
        var browser = await server.Browser(Role.ServiceCoordinator);
        var added = await browser.Send(await browser.Open($"{Blocks}/new"), Blocks, ("name", "Where is the log"), ("shortcut", "Where"), ("body", "Dear {{customer.firstName}}, \"<where>\" is the log of {{ticket.number}}?"));
        Assert.Equal((HttpStatusCode.SeeOther, Blocks), (added.Status, added.Location));
        var block = (await server.Desk.Ask(new ListTextBlocks(), Caller.Desk)).Value!.Single(l => l.Block.Name == "Where is the log").Block;
        Assert.Contains("Where is the log", (await browser.Open(Blocks)).Text, StringComparison.Ordinal);

        using var program = await server.Program(Role.ServiceCoordinator);
        var ticket = await program.Opens("Labels");
        var number = TicketNumber.Of(TicketKind.Incident, new(ticket));
        var piece = await (await server.Browser(Role.Agent)).Open($"/tickets/{number}/text-blocks?q=where");
        Assert.Equal(HttpStatusCode.OK, piece.Status);
        Assert.Contains("<ul role=\"listbox\" class=\"fc-expand\"><li role=\"option\" data-value=\"", piece.Html, StringComparison.Ordinal);
        Assert.Contains($"&quot;&lt;where&gt;&quot; is the log of {number}?\"><b>Where is the log</b> where</li>", piece.Html, StringComparison.Ordinal);
        Assert.Equal("<ul role=\"listbox\" class=\"fc-expand\"></ul>", (await browser.Open($"/tickets/{number}/text-blocks?q=nothinglikeit")).Html);
        Assert.Contains("<b>Where is the log</b>", (await browser.Open($"/t/{number}/text-blocks?q=where&use=note")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/tickets/INC-999999/text-blocks")).Status);

        var at = $"{Blocks}/{block.Key}";
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), at, ("body", "Where?"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(Blocks), $"{at}/retirement")).Status);
        Assert.Equal("<ul role=\"listbox\" class=\"fc-expand\"></ul>", (await browser.Open($"/tickets/{number}/text-blocks?q=where")).Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(Blocks), $"{at}/restoration")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Blocks}/99999")).Status);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_is_wrong_where_it_is()
    {
        var browser = await server.Browser(Role.ServiceCoordinator);
        var block = await browser.Send(await browser.Open($"{Blocks}/new"), Blocks, ("name", ""), ("shortcut", "two words"), ("body", "Dear {{customer.nam}},\nkept"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, block.Status);
        Assert.Equal(MacroErrors.NameMissing.Message, block.Wrong("name"));
        Assert.Equal(MacroErrors.ShortcutInvalid.Message, block.Wrong("shortcut"));
        Assert.Equal("There is no variable {{customer.nam}}. Choose from the list.", block.Wrong("body"));
        Assert.Contains(("body", "Dear {{customer.nam}},\nkept"), block.Form(Blocks));

        var macro = await browser.Send(await browser.Open($"{Macros}/new"), Macros,
            ("name", ""), ("actions[0].do", ""), ("actions[1].do", "assign"), ("actions[1].person", "nobody@x.example"), ("actions[2].do", "reply"), ("actions[2].words", ""), ("actions[3].do", "wait"), ("actions[3].waitFor", "customer"),
            ("actions[3].words", "{{ticket.colour}}"), ("actions[3].for", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, macro.Status);
        Assert.Equal(MacroErrors.NameMissing.Message, macro.Wrong("name"));
        Assert.Equal(TicketErrors.PersonUnknown.Message, macro.Wrong("actions[1].person"));
        Assert.Equal(ActionErrors.WordsMissing.Message, macro.Wrong("actions[2].words"));
        Assert.Equal("There is no variable {{ticket.colour}}. Choose from the list.", macro.Wrong("actions[3].words"));
        Assert.Equal(ActionErrors.WaitInvalid.Message, macro.Wrong("actions[3].for"));
        Assert.Contains(("actions[3].for", "soon"), macro.Form(Macros));
        Assert.Contains(MacroErrors.ActionsMissing.Message, (await browser.Send(await browser.Open($"{Macros}/new"), Macros, ("name", "Nothing"))).Text, StringComparison.Ordinal);

        var template = await browser.Send(await browser.Open($"{Templates}/new"), Templates, ("name", ""), ("title", new('t', 201)), ("tags", new('t', 41)), ("tasks", "kept\nas typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, template.Status);
        Assert.Equal((MacroErrors.NameMissing.Message, TicketErrors.TitleTooLong.Message, TicketErrors.TooManyTags.Message), (template.Wrong("name"), template.Wrong("title"), template.Wrong("tags")));
        Assert.Contains(("tasks", "kept\nas typed"), template.Form(Templates));
        Assert.Equal(MacroErrors.NothingPreset.Message, (await browser.Send(await browser.Open($"{Templates}/new"), Templates, ("name", "Nothing"))).Wrong("title"));
        Assert.DoesNotContain((await server.Desk.Ask(new ListMacros(), Caller.Desk)).Value!, l => l.Macro.Name is "" or "Nothing");
    }

    [Fact]
    public async Task A_macro_is_built_previewed_run_and_undone_without_scripts()
    {
        var keeper = await server.Browser(Role.ServiceCoordinator);
        var added = await keeper.Send(await keeper.Open($"{Macros}/new"), Macros,
            ("name", "Cable to <Network>"), ("actions[0].do", "tag"), ("actions[0].tags", "cable"), ("actions[1].do", "note"), ("actions[1].words", "Look at {{ticket.number}} <b>first</b>."), ("actions[2].do", "reply"), ("actions[2].words", "**We** look at it."));
        Assert.Equal((HttpStatusCode.SeeOther, Macros), (added.Status, added.Location));
        var macro = (await server.Desk.Ask(new ListMacros(), Caller.Desk)).Value!.Single(l => l.Macro.Name == "Cable to <Network>").Macro;
        var agent = await server.Browser(Role.Agent);
        using var program = await server.Program(Role.Agent);
        var ticket = await program.Opens("No network");
        var at = $"/t/{TicketNumber.Of(TicketKind.Incident, new(ticket))}";
        var page = await agent.Open(at);
        Assert.Contains($"href=\"{at}/macros/{macro.Key}\"", page.Html, StringComparison.Ordinal);

        var preview = await agent.Open($"{at}/macros/{macro.Key}");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Tags: none → cable", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>We</strong> look at it.", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>first</b>", preview.Html, StringComparison.Ordinal);
        Assert.Contains("cannot be undone", preview.Text, StringComparison.Ordinal);
        Assert.Empty((await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray());

        // Somebody else is quicker: the preview is shown anew, and nothing is done.
        await program.Send(HttpMethod.Post, $"tickets/{ticket}/messages", new { visibility = "internal", body = "Me too" });
        var stale = await agent.Send(preview, $"{at}/macros/{macro.Key}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Nothing was done.", stale.Text, StringComparison.Ordinal);
        var run = await agent.Send(stale, $"{at}/macros/{macro.Key}");
        Assert.Equal(HttpStatusCode.SeeOther, run.Status);
        Assert.Equal(["cable"], (await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray().Select(t => (string)t!));

        var told = await agent.Open(run.Location!);
        Assert.Contains("This ticket was run through 'Cable to <Network>'", told.Text, StringComparison.Ordinal);
        Assert.Contains("ran the macro Cable to <Network>", told.Text, StringComparison.Ordinal);
        var undo = told.Html[told.Html.IndexOf("/tickets/actions/", StringComparison.Ordinal)..];
        var back = await agent.Send(told, undo[..undo.IndexOf('"', StringComparison.Ordinal)]);
        Assert.StartsWith(at, back.Location, StringComparison.Ordinal);
        Assert.Contains("Put back; what was said stays said", (await agent.Open(back.Location!)).Text, StringComparison.Ordinal);
        Assert.Empty((await program.Ask($"tickets/{ticket}")).Body!["tags"]!.AsArray());
        // What was done to one ticket is not told on another.
        Assert.DoesNotContain("Put back", (await agent.Open($"/t/{await program.Opens("Another")}{back.Location![back.Location!.IndexOf('?', StringComparison.Ordinal)..]}")).Text, StringComparison.Ordinal);

        // From the list, on all that are ticked.
        var list = await agent.Open("/tickets");
        var done = await agent.Send(list, "/tickets/actions", ("ticket", $"{ticket}"), ("do", $"macro-{macro.Key}"));
        Assert.Contains("1 run through 'Cable to <Network>'", (await agent.Open(done.Location!)).Text, StringComparison.Ordinal);
        var gone = await agent.Send(await agent.Open("/tickets"), "/tickets/actions", ("ticket", $"{ticket}"), ("do", "macro-99999"));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);

        // One that is refused offers no button.
        var closed = await server.Done(new AddMacro(new("Reopen", null, [new(TicketVerb.Reopen, Words: "x")])));
        var refused = await agent.Open($"{at}/macros/{closed.Key}");
        Assert.Contains(TicketErrors.StillOpen.Message, refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Run the macro", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.Send(refused, $"{at}/macros/{closed.Key}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open($"{at}/macros/99999")).Status);
    }

    [Fact]
    public async Task A_new_ticket_begins_with_a_template_and_nothing_typed_is_lost()
    {
        var keeper = await server.Browser(Role.ServiceCoordinator);
        var added = await keeper.Send(await keeper.Open($"{Templates}/new"), Templates, ("name", "Lost badge"), ("title", "Lost badge"), ("description", "When was it last used?"), ("kind", "Request"), ("urgency", "High"), ("tags", "badge, door"), ("tasks", "Block the old one\nHand over a new one"));
        Assert.Equal((HttpStatusCode.SeeOther, Templates), (added.Status, added.Location));
        var template = (await server.Desk.Ask(new ListTicketTemplates(), Caller.Desk)).Value!.Single(l => l.Template.Name == "Lost badge").Template;
        var agent = await server.Browser(Role.Agent);
        var fresh = await agent.Open($"/tickets/new?template={template.Key}");
        Assert.Contains(("title", "Lost badge"), fresh.Form("/tickets"));
        Assert.Contains(("urgency", "high"), fresh.Form("/tickets"));
        Assert.Contains(("tasks", "Block the old one\nHand over a new one"), fresh.Form("/tickets"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.Open("/tickets/new?template=99999")).Status);

        // Chosen on the page itself: what is typed stays.
        var plain = await agent.Open("/tickets/new");
        var filled = await agent.Send("/tickets/new", [.. plain.Form("/tickets").Where(f => f.Name is not ("template" or "title" or "customer")), ("template", $"{template.Key}"), ("title", "Badge of Ravi"), ("customer", "ravi")]);
        Assert.Equal(HttpStatusCode.OK, filled.Status);
        var form = filled.Form("/tickets");
        Assert.Contains(("title", "Badge of Ravi"), form);
        Assert.Contains(("customer", "ravi"), form);
        Assert.Contains(("description", "When was it last used?"), form);
        var unknown = await agent.Send("/tickets/new", [.. plain.Form("/tickets").Where(f => f.Name != "template"), ("template", "99999")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, MacroErrors.TemplateUnknown.Message), (unknown.Status, unknown.Wrong("template")));

        var opened = await agent.Send("/tickets", [.. form.Where(f => f.Name is not ("customer" or "channel")), ("customer", WebDesk.Mail("Somebody")), ("channel", "phone")]);
        Assert.True(opened.Status == HttpStatusCode.SeeOther, opened.Text);
        var page = await agent.Open(opened.Location!);
        Assert.Contains("Hand over a new one", page.Text, StringComparison.Ordinal);
        Assert.Contains("door", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_keep_their_teams_and_agents_only_read()
    {
        var forAll = await server.Done(new AddTextBlock(new("For everybody", null, "x", null, [BlockUse.Note])));
        var lead = await server.Browser(Role.TeamLead);
        Assert.Equal(MacroErrors.TeamIsOthers.Message, (await lead.Send(await lead.Open($"{Blocks}/new"), Blocks, ("name", "Mine"), ("body", "x"))).Wrong("team"));
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.Open($"{Blocks}/{forAll.Key}")).Status);
        Assert.False((await lead.Open(Blocks)).HasForm($"{Blocks}/{forAll.Key}/retirement"));

        await server.Browser(Role.Administrator);
        var agent = await server.Browser(Role.Agent);
        foreach (var list in new[] { Blocks, Macros, Templates })
        {
            Assert.Equal(HttpStatusCode.OK, (await agent.Open(list)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{list}/new")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await (await server.Browser(Role.Customer)).Open(list)).Status);
        }
    }

    [Fact]
    public async Task A_stale_form_shows_what_stands_there_now()
    {
        var macro = await server.Done(new AddMacro(new("Stale", null, [new(TicketVerb.Tag, "old")])));
        var browser = await server.Browser(Role.Administrator);
        var at = $"{Macros}/{macro.Key}";
        var form = await browser.Open(at);
        await server.Done(new ChangeMacro(macro.Id, new("Stale", null, [new(TicketVerb.Tag, "written-meanwhile")])));
        var refused = await browser.Send(form, at, ("name", "Fresh"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Contains("written-meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("name", "Fresh"), refused.Form(at));
    }
}
