using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class TicketLifeTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Nine_steps_to_the_verified_close(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var asked = await desk.Open(desk.Helen);
        await desk.Resolve(asked.Id);
        await desk.Done(new VerifyByCustomer(asked.Id, CustomerOutcome.Works, "Lovely", false), desk.Helen);
        var view = await desk.Show(asked.Id, desk.Helen);

        Assert.Equal((TicketStatus.Closed, 12), (view.Ticket.Status, view.Ticket.Version));
        Assert.Equal(CareSteps.All, view.Ticket.Care.Steps.Select(s => s.Step));
        Assert.Equal((view.Ticket.Category, TestDatabase.Ada), (view.Ticket.CategoryClosed, view.Ticket.Assignee));
        Assert.Equal("closed it: it works for the customer", view.Timeline[^1].Sentence);
        await desk.RowIsItsStory(asked.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_program_is_told_the_same_ticket_without_its_timeline(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var id = (await desk.Open(desk.Helen)).Id;
        await desk.Resolve(id);
        var (shown, described) = (await desk.Show(id), await desk.Node.Asked(new DescribeTicket(id), desk.Ada));
        Assert.Equal((shown.Ticket, shown.Names, shown.Team, shown.Customer), (described.Ticket, described.Names, described.Team, described.Customer));
        Assert.Empty(described.Timeline);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_long_life_in_which_everything_happens_is_stored_column_by_column(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ada, helen, clock) = (desk.Ada, desk.Helen, desk.Clock);
        var before = await desk.Open(desk.Helen, "An older one");
        var id = (await desk.Done(TicketDesk.Asking() with { Callback = "desk 14", RequestClass = "ad hoc", Service = "labels", Category = "printing", DedupeKey = "alarm-7", Continues = before.Id }, helen)).Id;

        ICommand<Ticket>[] life =
        [
            new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "Which printer?") { Promise = clock.Now + Duration.FromHours(2) },
            new WaitOnTicket(id, WaitFor.Customer, "asked which printer", true, clock.Now + Duration.FromDays(1)),
            new ResumeTicket(id),
            new AssignTicket(id, "me"),
            new MoveTicket(id, "Network"),
            new AssignTicket(id, TicketDesk.Graces),
            new AskColleagueIn(id, TicketDesk.Graces, "Do you know this?"),
            new WatchTicket(id, TicketDesk.Ravis),
            new UnwatchTicket(id, TicketDesk.Graces),
            new OverridePriority(id, "p1", "The chairman's"),
            new OverridePriority(id, null, null),
            new ChangeTicket(id) { Title = "Printer 7", Callback = "", Impact = Level.High, Tags = ["labels", "floor 2"], Customer = TicketDesk.Ravis, RequestClass = "software", Team = "First Contact" },
            new ChangeTicket(id) { Tags = ["labels"], Customer = TicketDesk.Helens },
            new AnswerAsked(id, TicketDesk.Graces),
            new ClassifyTicket(id, null, null, "hardware"),
            new StateProblem(id, "Labels are blank"),
            new ReproduceProblem(id, Reproduced.NotReproduced, [], "printed well here"),
            new ProposeSolution(id, "Turn the ribbon", ProposalSource.SimilarTicket, "INC-000001"),
            new SelectSolution(id, 1, "cheapest"),
            new ExecuteSolution(id, "Turned it"),
            new VerifyCraft(id, CraftOutcome.Fails, "still blank", []),
            new SkipStep(id, CareStep.Selection, "one idea only"),
            new ExecuteSolution(id, "Renewed it"),
            new VerifyCraft(id, CraftOutcome.Works, "printed", []),
            new GreetCustomer(id, "by phone"),
            new ResolveTicket(id, "New ribbon", "Renew it yearly"),
            new ReopenTicket(id, "Blank again"),
            new WaitOnTicket(id, WaitFor.Supplier, "ordered", false, clock.Now + Duration.FromMinutes(40)),
        ];
        foreach (var command in life)
        {
            clock.Pass(Duration.FromMinutes(1));
            await desk.Done(command, ada);
            await desk.RowIsItsStory(id);
        }

        ICommand<Ticket>[] customers = [new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "any news?"), new ConfirmStatement(id), new CorrectStatement(id, "On 8 too")];
        foreach (var command in customers)
        {
            clock.Pass(Duration.FromMinutes(1));
            await desk.Done(command, helen);
            await desk.RowIsItsStory(id);
        }

        clock.Pass(Duration.FromHours(1));
        await desk.Done(new WakeTicket(id), ada);
        Assert.Equal(clock.Now, (await desk.RowIsItsStory(id)).WokeAt);
        await desk.Done(new CancelTicket(id, "It is another's"), helen);
        var last = await desk.RowIsItsStory(id);
        Assert.Equal(("alarm-7", before.Id, ["labels"]), (last.DedupeKey, last.Continues, last.Tags));
        Assert.True(last.Version > life.Length);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Without_the_customers_word_it_closes_for_a_reason(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Refuses(TicketErrors.NotResolved, new CloseTicket(ticket.Id, "x"), desk.Ada);
        await desk.Resolve(ticket.Id);
        await desk.Refuses(TicketErrors.NotVerified, new CloseTicket(ticket.Id, null), desk.Ada);
        Assert.Equal(TicketStatus.Closed, (await desk.Done(new CloseTicket(ticket.Id, "has left"), desk.Ada)).Status);
        await desk.RowIsItsStory(ticket.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_reopens_within_the_set_days_and_later_a_new_one_continues_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Close(ticket.Id);
        desk.Clock.Pass(Duration.FromDays(14));
        Assert.Equal(TicketStatus.InProgress, (await desk.Done(new ReopenTicket(ticket.Id, "Blank again"), desk.Helen)).Status);
        var closed = await desk.Close(ticket.Id);
        desk.Clock.Pass(DeskRules.Usual.Reopenable + Duration.FromSeconds(1));
        await desk.Refuses(TicketErrors.TooLateToReopen, new ReopenTicket(ticket.Id, "Blank again"), desk.Helen);
        Assert.Equal(closed.Id, (await desk.Done(TicketDesk.Asking() with { Continues = closed.Id }, desk.Helen)).Continues);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_care_policy_of_the_class_decides(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var adHoc = await desk.Done(TicketDesk.Asking() with { RequestClass = "Ad hoc" }, desk.Helen);
        var other = await desk.Open(desk.Helen);
        await desk.Done(new SkipStep(adHoc.Id, CareStep.Statement, "plain"), desk.Ada);
        await desk.Refuses(TicketErrors.StepRequired, new SkipStep(other.Id, CareStep.Statement, "plain"), desk.Ada);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Unfriendly_words_beside_a_yes_are_asked_back_once(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Resolve(ticket.Id);
        await desk.Refuses(TicketErrors.WordsSayOtherwise, new VerifyByCustomer(ticket.Id, CustomerOutcome.Works, "It still jams", false), desk.Helen);
        Assert.Equal(TicketStatus.Closed, (await desk.Done(new VerifyByCustomer(ticket.Id, CustomerOutcome.Works, "It still jams", true), desk.Helen)).Status);
    }
}
