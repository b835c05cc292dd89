using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Exceptions;
using FirstContact.Fields;
using FirstContact.Macros;
using FirstContact.Mailboxes;
using FirstContact.Majors;
using FirstContact.Occasions;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Rules;
using FirstContact.Services;
using FirstContact.Standards;
using FirstContact.Targets;
using FirstContact.Switching;
using FirstContact.Tickets;
using FirstContact.Tools;
using FirstContact.Webhooks;
using FirstContact.Writing;

namespace FirstContact;

/// <summary>A desk with somebody in each role and a ticket in each state, for tests that only look.</summary>
public sealed class Scene
{
    private readonly Dictionary<string, string> _tickets = [];
    private readonly Dictionary<string, long> _ids = [];
    private readonly Dictionary<string, Visitor> _lookers = [];

    public required WebDesk Desk { get; init; }
    public required Person Agent { get; init; }
    public required Person Customer { get; init; }
    public required Person Administrator { get; init; }

    /// <summary>The addresses with the ticket's number where they name its state: /t/{resolved}.</summary>
    public string At(string path) => _tickets.Aggregate(path, (p, t) => p.Replace($"{{{t.Key}}}", t.Value, StringComparison.Ordinal));

    public async Task<Visitor> Visit(Chromium chromium, string role) => await Visitor.Of(chromium, Desk, role switch
    {
        "agent" => Agent, "customer" => Customer, "administrator" => Administrator, _ => null,
    });

    /// <summary>Somebody who goes from page to page in one window, with nothing to complain about yet: what all pages share is fetched once.</summary>
    public async Task<Visitor> Looker(Chromium chromium, string role)
    {
        if (!_lookers.TryGetValue(role, out var visitor)) visitor = _lookers[role] = await Visit(chromium, role);
        visitor.Complaints.Clear();
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return visitor;
    }

    public static async Task<Scene> Make(WebDesk desk)
    {
        var scene = new Scene
        {
            Desk = desk, Agent = await desk.Register("Maya Lindqvist", Role.Agent), Customer = await desk.Register("Helen Marsh", Role.Customer),
            Administrator = await desk.Register("Ada Byron", Role.Administrator),
        };
        await desk.Desk.Do(new AddService("Label printing", "Labels at every line", "First Contact", null), WebDesk.Itself);
        await desk.Desk.Do(new AddCategory("Printers"), WebDesk.Itself);
        await desk.Desk.Do(new AddField(new("area", "Plant area", "As the signs at the doors say.", FieldKind.Tree, ["Northgate", "Northgate > Hall 2"], [], [], [], true, 1)), WebDesk.Itself);
        await desk.Desk.Do(new AddField(new("assetTag", "Asset tag", null, FieldKind.Text, [], ["Hardware"], ["Printers"], [], false, 2)), WebDesk.Itself);
        await desk.Desk.Do(new AddField(new("approver", "Approver", null, FieldKind.Person, [], [], [], [FieldMoment.Waiting], false, 3)), WebDesk.Itself);
        await desk.Desk.Do(new AddUnit("Finishing", "Production"), WebDesk.Itself);
        await desk.Desk.Do(new AddMailbox(new(new("Help", "help@harrow.example", new("127.0.0.1", 9, MailSafety.Tls), "help", MailSignIn.Password, null, Mailbox.Inbox, MailAfter.Move, "Taken", TakeOld: false, 50, null, null), null, null), desk.Get<MailboxSecrets>().Take("secret", null, null).Value!), WebDesk.Itself);
        // Nobody listens at this port.
        var board = (await desk.Desk.Do(new AddWebhook(new("Screens", "http://127.0.0.1:9/hook", ["ticket.opened"]), desk.Get<WebhookReach>(), desk.Get<WebhookSecrets>().New()), WebDesk.Itself)).Value!;
        await desk.Desk.Do(new TestWebhook(board.Webhook.Id), WebDesk.Itself);
        await desk.Desk.Do(new AddRule(new("Printers to Network", new(TriggerKind.Event) { Events = ["ticket.opened"] }, [new("status", "open"), new("q", "labels")],
            [new(TicketVerb.Tag) { To = "printer" }, new(TicketVerb.Note) { Words = "Look at the ribbon first, and at {{service.name}}." }])), WebDesk.Itself);
        await desk.Desk.Do(new AddTextBlock(new("Greeting", "hello", "Dear {{customer.firstName}},\n\n**I have {{ticket.number}}.**", null, [BlockUse.Reply])), WebDesk.Itself);
        await desk.Desk.Do(new AddMacro(new("Greet and wait", null, [new(TicketVerb.Tag, "greeted"), new(TicketVerb.Reply) { Block = "Greeting" }, new(TicketVerb.Team, "First Contact"), new(TicketVerb.Wait, "customer", "A word of {{customer.firstName}}")])), WebDesk.Itself);
        await desk.Desk.Do(new AddTicketTemplate(new("New starter", null) { Title = "New starter", Tags = ["starter"], Tasks = ["Laptop", "Account"] }), WebDesk.Itself);
        var far = (await desk.Desk.Do(new AddTool(new("Far hand", ToolKind.Tool, "Remote control", "Windows", "The customer watches.", "- Say what you do.", "Sessions a week", "rdp://{device}", scene.Administrator.Email, [], [])), WebDesk.Itself)).Value!;
        await desk.Desk.Do(new AddTool(new("Quick look", ToolKind.Tool, "Remote control", "Windows", null, null, null, "https://look.example/{device}", null, [], [])), WebDesk.Itself);
        await desk.Desk.Do(new AddTool(new("Switch shell", ToolKind.Tool, "Remote shell", "Switches", null, null, null, "ssh://{device}", null, [], [Role.Administrator])), WebDesk.Itself);
        await desk.Desk.Do(new WithholdTool(far.Id, "First Contact", new(2025, 3, 3), scene.Administrator.Email, "The wrong server was restarted."), WebDesk.Itself);
        await desk.Desk.Do(new WriteProcedure(far.Id, "Quick look", "1. Ask.\n2. Go on."), WebDesk.Itself);
        await desk.Desk.Do(new AddProcess(new("No changes at the month's end", "The closing stood still once.", scene.Administrator.Email)), WebDesk.Itself);
        await desk.Desk.Do(new MarkOverlap(new(["Far hand", "Quick look"], "Remote control", "Learn the first.", "Far hand", new(2027, 1, 1), null)), WebDesk.Itself);
        await scene.Switching();
        await scene.Agreed();
        using var agent = await desk.Program(scene.Agent);
        using var customer = await desk.Program(scene.Customer);
        await scene.Add("new", customer, "Labels print blank since this morning", (_, _) => Task.CompletedTask);
        await scene.Add("stated", agent, "Scanner will not sign in at gate 4", (id, a) => a.TakesUpTo(id, CareStep.Statement));
        await scene.Add("selecting", agent, "The order screen freezes when two people open the same order at once", async (id, a) =>
        {
            await a.TakesUpTo(id, CareStep.Proposal);
            await a.Does(id, "messages", new { visibility = "internal", body = "Seen at **line 2** as well:\n\n- printer 4\n- printer 7" });
            await a.Does(id, "messages", new { visibility = "public", body = "I have two ideas and try the quicker one first." });
            await a.Does(id, "watchers", new { });
            await a.Send(HttpMethod.Patch, $"tickets/{id}", new { tags = new[] { "line-2", "labels" }, priority = new { priority = "p1", reason = "The whole line stands" } });
        });
        await scene.Add("waiting", agent, "New badge for the night shift", async (id, a) =>
        {
            await a.TakesUpTo(id, CareStep.Greeting);
            await a.Does(id, "wait", new { @for = "customer", reason = "We need a photo of the person.", contacted = true, fields = new { approver = "me" } });
        });
        await scene.Add("resolved", agent, "Mail comes twice", (id, a) => a.TakesUpTo(id, CareStep.CustomerVerification));
        await scene.Add("closed", agent, "Screen flickers", async (id, a) =>
        {
            await a.TakesUpTo(id, CareStep.CustomerVerification);
            await customer.Takes(id, CareStep.CustomerVerification);
        });
        await scene.Add("cancelled", agent, "A second keyboard", async (id, a) => await a.Does(id, "cancellation", new { reason = "Found one in the cupboard." }));
        await scene.Add("merged", agent, "The order screen hangs", async (id, a) => await a.Does(id, "messages", new { visibility = "public", body = "Which order was it?" }));
        await scene.BetweenTwo(agent, customer);
        await customer.Does(scene._ids["stated"], "messages", new { visibility = "public", body = "And the lamp at gate 4 is out." });
        await customer.Does(scene._ids["stated"], "messages", new { visibility = "public", body = "Both since Monday." });
        await scene.Tidy(agent);
        await scene.Parked(agent);
        await scene.Mailed();
        await scene.Promised();
        return scene;
    }

    /// <summary>What waits for somebody else: a handover, one that came back, words for later, words that did not leave, a colleague's words.</summary>
    private async Task BetweenTwo(HttpClient agent, HttpClient customer)
    {
        var network = $"Network {Administrator.Id.Value}";
        Assert.NotNull((await Desk.Desk.Do(new AddTeam(network, "Cables and waves", []), WebDesk.Itself)).Value);
        await Add("handed", agent, "The network drops at gate 2", async (id, a) =>
        {
            await a.Does(id, "handovers", new { team = network, statement = "It drops at noon.", tried = "Another cable", asked = "Look at the switch", promise = "2099-11-22T09:00:00Z" });
            await a.Does(id, "replies", new { body = "I come **tomorrow**.", leaves = (SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1)).ToString() });
            Assert.NotNull((await Desk.Desk.Do(new SaveDraft(new(id), "note", [new("note", "The switch is from 2009, and so is")]), Call(Administrator))).Value);
        });
        await Add("returned", agent, "The network drops at gate 3", async (id, a) =>
        {
            await a.Send(HttpMethod.Put, $"tickets/{id}/assignee", new { person = "me" });
            await a.Does(id, "handovers", new { team = network, asked = "Look at the switch" });
            Assert.NotNull((await Desk.Desk.Do(new ReturnHandover(new(id), 1, "The switch is well", "Which cable it was"), WebDesk.Itself)).Value);
        });
        await Add("stopped", agent, "The network drops at gate 4", async (id, a) =>
        {
            var later = (await Desk.Desk.Do(new SendReply(new(id), "Is it back?") { Leaves = SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(1) }, Call(Agent))).Value!;
            await customer.Does(id, "messages", new { visibility = "public", body = "It is back." });
            // Its second comes by itself; the desk's own clock may be the first to see it.
            while ((await Desk.Desk.Do(new LetReplyLeave(later.Id), Call(Agent))).Value is { State: ReplyState.Waiting }) await Task.Delay(100);
        });
    }

    /// <summary>Two days with another team: one that is written down, with something that follows, and one that is to come.</summary>
    private async Task Switching()
    {
        var lab = (await Desk.Desk.Do(new AddTeam("Test bench", "Pumps under water", ["pumps"]), WebDesk.Itself)).Value!;
        await Desk.Desk.Do(new JoinTeam(lab.Id, Administrator.Email), WebDesk.Itself);
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        var day = (await Desk.Desk.Do(new OfferDay(new(today, DayPart.Whole, "Test bench", null, 2, "How a pump is **tested**.", "Gate 2")), Call(Administrator))).Value!;
        await Desk.Desk.Do(new BookDay(day.Id, Wish: "The loudest one"), Call(Agent));
        await Desk.Desk.Do(new WriteDownDay(day.Id, new([Agent.Email], "It is **loud**.", "That it floats.", [new(Agent.Email, "pumps")])), Call(Agent));
        await Desk.Desk.Do(new AddFollowUp(day.Id, "An article on ear plugs", "me", today), Call(Agent));
        var next = (await Desk.Desk.Do(new OfferDay(new(today.PlusDays(9), DayPart.Morning, "Test bench", null, 1, "A morning without noise.", null)), Call(Administrator))).Value!;
        Assert.NotNull((await Desk.Desk.Do(new BookDay(next.Id), Call(Agent))).Value);
    }

    /// <summary>Who is to be called back, what waits without a word, an event whose test failed, and one that was called off.</summary>
    private async Task Parked(HttpClient agent)
    {
        foreach (var (state, call) in new (string, object)[] { ("called", new { number = "+44 20 7946 0144", transcript = "It is the forklift again." }), ("missed", new { number = "4711", person = Customer.Email }) })
        {
            _ids[state] = (long)(await agent.Send(HttpMethod.Post, "missed-calls", call)).Body!["id"]!;
            _tickets[state] = TicketNumber.Of(TicketKind.Incident, new(_ids[state]));
        }
        await agent.Does(_ids["called"], "call/tried", new { });
        await Add("silent", agent, "The data sheets open empty", async (id, a) => await a.Does(id, "wait", new { @for = "customer", reason = "Which of them?", contacted = false, fields = new { approver = "me" } }));
        var soon = SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(20);
        var board = (await Desk.Desk.Do(new PlanOccasion(new("Board meeting by video", "Harbour House, board room", soon, null, "Grace, 4357", Agent.Email, "First Contact", soon - Duration.FromHours(18), Administrator.Email, 24, "**Two** screens.")), Call(Agent))).Value!;
        await Desk.Desk.Do(new TestOccasion(board.Id, false, "The second camera freezes."), Call(Administrator));
        await Desk.Desk.Do(new LinkToOccasion(board.Id, _tickets["selecting"]), Call(Agent));
        var off = (await Desk.Desk.Do(new PlanOccasion(new("Safety training", "Canteen", soon, soon + Duration.FromDays(2), "4312", null, "First Contact", null, null, null, null)), Call(Agent))).Value!;
        Assert.NotNull((await Desk.Desk.Do(new CallOffOccasion(off.Id, "It is held in the hall."), Call(Agent))).Value);
    }

    /// <summary>An agreement in the middle of its negotiation with a customer, and a contract in force with the next draft beside it.</summary>
    private async Task Agreed()
    {
        var office = (await Desk.Done(new DrawCalendar(new("Office", null, [.. Enumerable.Repeat("08:00-17:00", 5), null, null])))).Named;
        var (today, admin) = (SystemClock.Instance.GetCurrentInstant().InUtc().Date, Call(Administrator));
        Terms Within(int hours) => new()
        {
            Targets = [new(1, Measure.Resolution, [1, 2], Duration.FromHours(hours), 90, Agreements.Period.Month, office)], Ladder = [new(80, Rung.Owner), new(100, Rung.Person, Agent.Named)], ProviderDuties = "Stays with it:\n\n- until it works\n- or says **who** does",
        };
        var first = (await Desk.Done(new StartAgreement(AgreementKind.Service, new("Finishing", null, PartyKind.Unit, "Finishing", Administrator.Email, Customer.Email), false, Within(8)), admin)).Id;
        await Desk.Done(new PutDraft(first), admin);
        await Desk.Done(new TakePosition(first, Side.Receiver, Clauses.Target(1), Stance.Counters, Within(4), "A shift is eight hours."), Call(Customer));
        await Desk.Done(new TakePosition(first, Side.Provider, Clauses.Scope, Stance.Agrees, null, null), admin);
        await Desk.Done(new AddSupplier(new("Meridian", "+44 20 7946 0990")), admin);
        await Desk.Done(new AddSupplier(new("Northern Lines", "")), admin);
        var contract = (await Desk.Done(new StartAgreement(AgreementKind.Underpinning, new("ERP support", "Meridian", PartyKind.Desk, null, null, Agent.Email), false, Within(8)), admin)).Id;
        await Desk.Done(new SetAgreementStart(contract, today, false), admin);
        await Desk.Done(new PutDraft(contract), admin);
        await Desk.Done(new SignDraft(contract, Side.Provider, 1, "Dana, on paper"), admin);
        await Desk.Done(new SignDraft(contract, Side.Receiver, 1), Call(Agent));
        await Desk.Done(new ReviewAgreement(contract, "All **kept**.", null), Call(Agent));
        await Desk.Done(new BeginDraft(contract, "Sooner."), admin);
        await Desk.Done(new RedraftTerms(contract, Within(6)), admin);
    }

    /// <summary>Something was down for many and was looked back at; and what the desk publishes, with a word of a customer on it.</summary>
    private async Task Promised()
    {
        await Desk.Done(new AddService("Wireless", "Waves", null, null));
        var major = (await Desk.Done(new DeclareMajor(new(_ids["new"]), new("No wireless in the halls", null, "Room 3", ["Wireless"], 30), "Plug in a cable."), Call(Agent))).Id;
        await Desk.Done(new EndMajor(major, "A switch was changed."), Call(Agent));
        await Desk.Done(new ReviewMajor(major, "It stopped.", "Nobody had tested it.", "Everybody came.", [new("Test the second switch", Agent.Email, new(2026, 1, 5))]), Call(Agent));
        await Desk.Done(new ChangeStandards(new(Openness.Everybody, "We stay until it **works**.", "Toys.", "You hear why.", [])));
        var said = await Desk.Done(new CommentOnStandards(Kept.Mostly, "Mostly, but not at night."), Call(Customer));
        await Desk.Done(new AnswerStandardsComment(said.Id, "From January on the night is covered."));
        await Desk.Done(new SetTarget(new(StandardMeasure.FirstWord, null, null, null, null, null, null, Duration.FromHours(1), null, 90, TargetPeriod.Month, new(2026, 1, 1), "Promised to everyone.")));
        await Desk.Done(new SetTarget(new(StandardMeasure.SolvedAtFirstContact, "First Contact", null, Channel.Portal, null, null, null, null, null, 70, TargetPeriod.Quarter, new(2026, 1, 1), "What others reach.")));
        await Desk.Done(new AddIndustryFigure(new(StandardMeasure.FirstWord, Duration.FromHours(1), 64.5m, "Of all who answered", "Some report", 2015, "https://example.com/report")));
    }

    /// <summary>A ticket by mail with a picture from elsewhere, and links of letters: one that asks, one that was used, one that is too old.</summary>
    private async Task Mailed()
    {
        var kept = (await Desk.Desk.Do(new Mail.KeepMail(System.Text.Encoding.ASCII.GetBytes($"From: {Customer.Email}\r\nTo: help@desk.example\r\nSubject: The till is dark\r\nMessage-ID: <till@shop.example>\r\nContent-Type: text/html\r\n\r\n<p>It went dark.</p><img src=\"https://pictures.shop.example/a.png\"><p>On Monday the desk wrote:</p><blockquote>Is it well?</blockquote>"), Mail.MailVia.Pipe), WebDesk.Itself)).Value!;
        Mail.MailLine line;
        while ((line = (await Desk.Desk.Ask(new Mail.ShowMail(kept.Id), Caller.Desk)).Value!.Line).State == Mail.MailState.Waiting) await Task.Delay(100);
        _tickets["mailed"] = line.Ticket!;
        _tickets["mail"] = $"{kept.Id.Value}";
        var (resolved, now) = ((await Desk.Desk.Ask(new ShowTicket(new(_ids["resolved"])), Caller.Desk)).Value!.Ticket, SystemClock.Instance.GetCurrentInstant());
        foreach (var (name, expires, used) in new[] { ("asks", now + Duration.FromDays(3), (Instant?)null), ("used", now + Duration.FromDays(3), now), ("old", now, null) })
        {
            _tickets[name] = $"{name}-{Customer.Id.Value}";
            await Desk.Get<Database>().Commit([new Statement("insert into pass (hash, person, act, key, since, created_at, expires_at, used_at) values (@hash, @person, 'ticket.verify', @key, @since, @since, @expires, @used)",
                ("@hash", new Secret(_tickets[name]).Hash), ("@person", Customer.Id), ("@key", _ids["resolved"]), ("@since", resolved.AskedAt(TicketAsk.Verify)), ("@expires", expires), ("@used", used))]);
        }
    }

    private static Call Call(Person who) => new(new(who.Id, who.Name, DeskModule.RoleBook.Permissions(who.Roles), new HashSet<long>()), "page");

    /// <summary>What stands beside a ticket.</summary>
    private async Task Tidy(HttpClient agent)
    {
        var id = _ids["selecting"];
        await agent.Does(id, "relations", new { relation = "causedBy", ticket = _tickets["closed"] });
        await agent.Does(id, "tasks", new { text = "Ask line 2 which printers\nOrder a spare part", assignee = "me", due = "2099-11-22T09:00:00Z", gates = true });
        await agent.Send(HttpMethod.Patch, $"tickets/{id}", new { fields = new { area = "Northgate > Hall 2", approver = "me" } });
        await agent.Does(id, "tasks", new { text = "Tell the shift lead" });
        var tasks = (await agent.Ask($"tickets/{id}")).Body!["tasks"]!;
        await agent.Send(HttpMethod.Patch, $"tickets/{id}/tasks/{tasks[0]!["no"]}", new { done = true });
        _tickets["task"] = $"{tasks[1]!["no"]}";
        await agent.Does(id, "time", new { minutes = 95, words = "At line 2, with the shift lead" });
        _tickets["time"] = $"{(await agent.Ask($"tickets/{id}")).Body!["time"]![0]!["no"]}";
        await agent.Does(_ids["stated"], "snooze", new { until = (SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(3)).ToString() });
        await agent.Does(_ids["merged"], "merge", new { into = $"{id}" });
        // A rule may have noted something before.
        var lamp = (await agent.Ask($"tickets/{_ids["stated"]}/messages")).Body!["items"]!.AsArray().First(m => ((string)m!["body"]!).Contains("lamp", StringComparison.Ordinal));
        await agent.Does(_ids["stated"], $"messages/{lamp!["no"]}/split", new { kind = "request", title = "A lamp for gate 4" });
        await agent.Does(id, "relations", new { relation = "child", ticket = _tickets["new"] });
    }

    private async Task Add(string state, HttpClient program, string title, Func<long, HttpClient, Task> work)
    {
        var id = await program.Opens(title, Customer.Email);
        await work(id, program);
        _ids[state] = id;
        _tickets[state] = TicketNumber.Of(TicketKind.Incident, new(id));
    }
}
