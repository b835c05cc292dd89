using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>A rule that Grace owns is bent by Ada for Helen; Ruth keeps the list, Sam of the committee looks on.</summary>
public sealed class ExceptionTests
{
    private static readonly ProcessSaid Closing = new("No changes at the month's end", "The closing stood still once.", TicketDesk.Graces);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_ticket_to_what_all_teams_read(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ruth, sam) = await Others(desk);
        var process = await desk.Node.Done(new AddProcess(Closing), ruth);
        var ticket = await desk.Open(desk.Helen);
        var bent = await desk.Node.Done(new RecordException(ticket.Id, "no changes at the MONTH's end", "I changed Helen Marsh's address.", "The lorry stood at the gate.", false), desk.Ada);
        Assert.Equal((process.Id, "No changes at the month's end"), (bent.Details.Process!.Value.Id, bent.Details.Rule));
        var timeline = (await desk.Show(ticket.Id)).Timeline;
        Assert.Equal("made an exception to No changes at the month's end for the customer: I changed Helen Marsh's address.", timeline[^1].Sentence);
        Assert.DoesNotContain((await desk.Show(ticket.Id, desk.Helen)).Timeline, e => e.Event is RuleBent);

        Assert.Equal([bent.Id], (await desk.Node.Asked(new ListOwnExceptions(), desk.Grace)).ToReview.Select(e => e.Id));
        Assert.Equal(0, (await desk.Node.Asked(new ListOwnExceptions(), ruth)).Waiting);
        Assert.Equal(0, (await desk.Node.Asked(new ListOwnExceptions(), desk.Ada)).Waiting);
        await desk.Node.Done(new AskBackOnException(bent.Id, "How often does that happen?"), desk.Grace);
        Assert.Equal([bent.Id], (await desk.Node.Asked(new ListOwnExceptions(), desk.Ada)).ToAnswer.Select(e => e.Id));
        Assert.Empty((await desk.Node.Asked(new ListOwnExceptions(), desk.Grace)).ToReview);
        await desk.Node.Done(new AnswerException(bent.Id, "Each month."), desk.Ada);
        Assert.Empty((await desk.Node.Asked(new ListExceptions(), sam)).Rows);
        Assert.Equal([ExceptionErrors.NotFound], (await desk.Node.Desk.Ask(new ShowException(bent.Id), sam.Caller)).Error!.All);

        var view = await desk.Node.Asked(new ShowException(bent.Id), desk.Grace);
        Assert.Equal(("I changed the customer's address.", true, false, "Ada Byron"), (view.Whole!.Draft, view.Whole.Reviews, view.Whole.Mine, view.Whole.Person));
        Assert.Equal(ExceptionErrors.NamesSomebody.At("told"), Assert.Single(await desk.Node.Refused(new EndException(bent.Id, ExceptionOutcome.ProcessChanges, "Helen's address", "Any day.", new(2027, 1, 1)), desk.Grace)));
        Assert.Equal([ExceptionErrors.OutcomeMissing, ExceptionErrors.ToldMissing, ExceptionErrors.ReasonMissing], await desk.Node.Refused(new EndException(bent.Id, null, "", "", null), desk.Grace));
        Assert.Equal([Errors.Stale], await desk.Node.Refused(new EndException(bent.Id, ExceptionOutcome.ProcessChanges, "An address.", "Any day.", new(2027, 1, 1)), desk.Grace with { Expects = 1 }));
        var ended = await desk.Node.Done(new EndException(bent.Id, ExceptionOutcome.ProcessChanges, "An address was changed.", "Addresses may be changed on any day.", new(2027, 1, 1)), desk.Grace);
        Assert.Equal(4, (await desk.Node.Folds(new CustomerException { Id = bent.Id }, ended)).Count);
        Assert.Equal("changes No changes at the month's end after this exception: Addresses may be changed on any day.", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);

        // Told to all, without the ticket for who may not see it, and without a name.
        var told = Assert.Single((await desk.Node.Asked(new ListExceptions(), sam)).Rows);
        Assert.Equal(("An address was changed.", (string?)null, (TicketId?)null), (told.Ending.Told, told.Person, told.Ticket));
        Assert.Equal(ticket.Id, Assert.Single((await desk.Node.Asked(new ListExceptions(), desk.Grace)).Rows).Ticket);
        var looked = await desk.Node.Asked(new ShowException(bent.Id), sam);
        Assert.Equal((null, "An address was changed."), (looked.Whole, looked.Told!.Ending.Told));

        Assert.Equal([bent.Id], (await desk.Node.Asked(new ListOwnExceptions(true), desk.Ada)).ToRead.Select(e => e.Id));
        Assert.Equal([bent.Id], (await desk.Node.Asked(new ListOwnExceptions(true), desk.Ada)).Recorded.Select(e => e.Id));
        await desk.Node.Done(new ReadEnding(bent.Id), desk.Ada);
        Assert.Equal(0, (await desk.Node.Asked(new ListOwnExceptions(), desk.Ada)).Waiting);
        await desk.Node.Done(new LetBeNamed(bent.Id, true), desk.Ada);
        Assert.Equal("Ada Byron", Assert.Single((await desk.Node.Asked(new ListExceptions(), sam)).Rows).Person);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_those_in_it_do_anything_with_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ruth, sam) = await Others(desk);
        var process = await desk.Node.Done(new AddProcess(Closing), ruth);
        var ticket = await desk.Open(desk.Helen);
        var bent = await desk.Node.Done(new RecordException(ticket.Id, Closing.Name, "An address.", "A lorry.", true), desk.Ada);
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RecordException(ticket.Id, "x", "x", "x", false), desk.Helen));
        Assert.Equal([TicketErrors.NotFound], await desk.Node.Refused(new RecordException(new(99), "x", "x", "x", false), desk.Ada));
        Assert.Equal([ExceptionErrors.OwnException], await desk.Node.Refused(new EndException(bent.Id, ExceptionOutcome.ReasonReinforced, "x", "x", null), desk.Ada));
        Assert.Equal([ExceptionErrors.NotFound], await desk.Node.Refused(new AskBackOnException(bent.Id, "x"), sam));
        Assert.Equal([ExceptionErrors.NotFound], await desk.Node.Refused(new WithdrawException(bent.Id), sam));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new WithdrawException(bent.Id), desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new LetBeNamed(bent.Id, false), ruth));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ReadEnding(bent.Id), ruth));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new AnswerException(bent.Id, "x"), desk.Grace));
        var kofi = TicketDesk.As((await desk.Node.Done(new RegisterPerson("Kofi Baidoo", "kofi@harrow.example", Roles: [Role.Agent]), new(Caller.Desk, "test"))).Id, "Kofi Baidoo", Role.Agent);
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new PlaceException(bent.Id, Closing.Name), kofi));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeProcess(process.Id, Closing), kofi));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new AddProcess(Closing), kofi));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RetireProcess(process.Id), desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RestoreProcess(process.Id), desk.Grace));
        Assert.Equal([Errors.Forbidden], (await desk.Node.Desk.Ask(new ListExceptions(), desk.Helen.Caller)).Error!.All);
        // Whoever works there sees the whole of it, and ends nothing.
        Assert.False((await desk.Node.Asked(new ShowException(bent.Id), kofi)).Whole!.Reviews);
        await desk.Node.Done(new WithdrawException(bent.Id), desk.Ada);
        Assert.Equal("took the exception to No changes at the month's end back", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        Assert.Equal([ExceptionErrors.Ended], await desk.Node.Refused(new AskBackOnException(bent.Id, "Why?"), desk.Grace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_nobody_owns_waits_for_whoever_keeps_the_list(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ruth, _) = await Others(desk);
        var ticket = await desk.Open(desk.Helen);
        var free = await desk.Node.Done(new RecordException(ticket.Id, "Forms in triplicate", "I took one.", "Two were lost.", false), desk.Ada);
        Assert.Null(free.Details.Process);
        Assert.Equal([free.Id], (await desk.Node.Asked(new ListOwnExceptions(), ruth)).ToReview.Select(e => e.Id));
        var process = await desk.Node.Done(new AddProcess(Closing), ruth);
        Assert.Equal([ExceptionErrors.ProcessUnknown], await desk.Node.Refused(new PlaceException(free.Id, "None"), ruth));
        await desk.Node.Done(new PlaceException(free.Id, Closing.Name), ruth);
        Assert.Empty((await desk.Node.Asked(new ListOwnExceptions(), ruth)).ToReview);
        Assert.Equal([free.Id], (await desk.Node.Asked(new ListOwnExceptions(), desk.Grace)).ToReview.Select(e => e.Id));

        // Nobody ends his own, and an owner who has left is asked nothing.
        var own = await desk.Node.Done(new RecordException(ticket.Id, Closing.Name, "I did it too.", "It was night.", false), desk.Grace);
        Assert.Equal([own.Id], (await desk.Node.Asked(new ListOwnExceptions(), ruth)).ToReview.Select(e => e.Id));
        await desk.Node.Done(new DeactivatePerson(desk.Grace.Caller.Person), new(Caller.Desk, "test"));
        desk.Node.Database.Forget(["*"]);
        Assert.Equal([free.Id, own.Id], (await desk.Node.Asked(new ListOwnExceptions(), ruth)).ToReview.Select(e => e.Id));
        await desk.Node.Done(new ChangeProcess(process.Id, Closing with { Why = "Still." , Owner = $"{desk.Grace.Caller.Person.Value}" }), ruth);
        await desk.Node.Done(new ChangeProcess(process.Id, Closing with { Owner = TicketDesk.Adas }), ruth);
        Assert.Equal([own.Id], (await desk.Node.Asked(new ListOwnExceptions(), desk.Ada)).ToReview.Select(e => e.Id));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Rules_are_kept_with_their_reasons_and_counted_by_rule_alone(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ruth, _) = await Others(desk);
        var process = await desk.Node.Done(new AddProcess(Closing), ruth);
        var other = await desk.Node.Done(new AddProcess(Closing with { Name = "Catalogue only" }), ruth);
        Assert.Equal([ExceptionErrors.NameMissing, ExceptionErrors.PurposeMissing, ExceptionErrors.OwnerUnknown], await desk.Node.Refused(new AddProcess(new("", " ", "nobody@x.example")), ruth));
        Assert.Equal([ExceptionErrors.NameTaken, ExceptionErrors.OwnerUnknown], await desk.Node.Refused(new AddProcess(Closing with { Name = " CATALOGUE only", Owner = TicketDesk.Helens }), ruth));
        Assert.Equal([ExceptionErrors.ProcessNotFound], await desk.Node.Refused(new ChangeProcess(new(99), Closing), ruth));
        var changed = await desk.Node.Done(new ChangeProcess(other.Id, Closing with { Name = "Catalogue", Why = "Spare parts." }), desk.Grace);
        await desk.Node.Done(new RetireProcess(other.Id), ruth);
        Assert.Equal(4, (await desk.Node.Folds(new Process { Id = other.Id }, await desk.Node.Done(new RestoreProcess(other.Id), ruth))).Count);
        Assert.Equal("Catalogue", changed.Name);

        var ticket = await desk.Open(desk.Helen);
        var ids = new List<ExceptionId>();
        foreach (var by in (Call[])[desk.Ada, ruth, desk.Ada]) ids.Add((await desk.Node.Done(new RecordException(ticket.Id, Closing.Name, "I did.", "It was needed.", false), by)).Id);
        await desk.Node.Done(new WithdrawException(ids[2]), desk.Ada);
        foreach (var (id, outcome) in new[] { (ids[0], ExceptionOutcome.ProcessChanges), (ids[1], ExceptionOutcome.ReasonReinforced) })
            await desk.Node.Done(new EndException(id, outcome, $"It was done {id.Value} times.", "So it is.", new(2027, 1, 1)), desk.Grace);
        var line = (await desk.Node.Asked(new ListProcesses(), desk.Ada)).Single(l => l.Process.Id == process.Id);
        Assert.Equal((2, 2, 0, 1, false), (line.Bent, line.BentEver, line.Open, line.Changed, line.Kept));
        Assert.DoesNotContain(typeof(ProcessLine).GetProperties(), p => p.PropertyType == typeof(PersonId));

        var first = await desk.Node.Asked(new ListExceptions(Limit: 1), desk.Ada);
        Assert.Equal([ids[1]], first.Rows.Select(r => r.Id));
        Assert.Equal([ids[0]], (await desk.Node.Asked(new ListExceptions(After: first.Next), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Equal([ids[0]], (await desk.Node.Asked(new ListExceptions("processChanges", $"{process.Key}"), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Empty((await desk.Node.Asked(new ListExceptions(null, "Catalogue"), desk.Ada)).Rows);
        Assert.Equal([ExceptionErrors.LimitInvalid, ExceptionErrors.OutcomeUnknown, ExceptionErrors.ProcessUnknown, ExceptionErrors.CursorInvalid],
            (await desk.Node.Desk.Ask(new ListExceptions("2", "None", "x.y", 0), desk.Ada.Caller)).Error!.All);
    }

    private static async Task<(Call Ruth, Call Sam)> Others(TicketDesk desk)
    {
        var setUp = new Call(Caller.Desk, "test");
        var ruth = await desk.Node.Done(new RegisterPerson("Ruth Adeyemi", "ruth@harrow.example", Roles: [Role.ServiceCoordinator]), setUp);
        var sam = await desk.Node.Done(new RegisterPerson("Sam Cole", "sam@harrow.example", Roles: [Role.CommitteeMember]), setUp);
        return (TicketDesk.As(ruth.Id, ruth.Name, Role.ServiceCoordinator), TicketDesk.As(sam.Id, sam.Name, Role.CommitteeMember));
    }
}
