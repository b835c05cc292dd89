using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>What happens to a letter from the moment that something happens until it has arrived, or has not.</summary>
public sealed class LetterLifeTests
{
    private static readonly Call Agent = SendingDesk.Administrator;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_reply_reaches_the_customer_with_all_that_leads_back(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer) = await Opened(desk);
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Have you tried **another cable**?"), Agent);
        await desk.Sends();

        var arrived = (await TestSmtp.Arrived(customer.Email, 2)).Select(m => Message.Read(m)).ToList();
        var reply = Assert.Single(arrived, m => m.Body.Text.Contains("another cable", StringComparison.Ordinal));
        await using var read = await desk.Node.Database.Read();
        var mark = await read.MailMark();
        Assert.Equal((ticket.Id, false), ReplyAddress.Read(Assert.Single(reply.ReplyTo).Address, mark));
        Assert.Equal(ticket.Id, SubjectTag.Read(reply.Subject));
        Assert.StartsWith("Labels come out blank", reply.Subject, StringComparison.Ordinal);
        Assert.Equal("desk@example.com", reply.Author!.Address);
        Assert.StartsWith("Ada Byron (", reply.Author.Name, StringComparison.Ordinal);
        Assert.Equal(MachineKind.Ours, Machine.Of(reply, mark.Desk).Kind);
        Assert.Null(reply.Headers.Text("Auto-Submitted"));
        Assert.Contains($"https://desk.example.com/t/{TicketNumber.Of(ticket.Kind, ticket.Id)}", reply.Body.Text, StringComparison.Ordinal);
        var known = await read.One("select ticket, outgoing, internal from mail_message where message_id = @id", r => (r.GetInt64(0), r.Flag(1), r.Flag(2)), ("@id", reply.Id!));
        Assert.Equal((ticket.Key, true, false), known);

        var receipt = Assert.Single(arrived, m => m != reply);
        Assert.Equal("auto-replied", receipt.Headers.Text("Auto-Submitted"));
        Assert.Equal(receipt.References[0], reply.References[0]);
        Assert.All(await desk.Log(), l => Assert.Equal((LetterState.Sent, 1, 250), (l.State, l.Attempts, l.Code!.Value)));
        Assert.Equal([LetterKind.Received, LetterKind.Said], (await desk.Node.Asked(new ListTicketLetters(ticket.Id), Agent)).Select(l => l.Kind));
        await desk.Sends();
        Assert.Equal(2, TestSmtp.For(customer.Email).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nobody_hears_of_what_he_did_himself_and_notes_stay_in_the_house(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer) = await Opened(desk);
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "It is urgent"), SendingDesk.As(customer, "Grace", TicketPermissions.TakePart));
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "A secret"), Agent);
        await desk.Queue();
        await desk.Node.Done(new AssignTicket(ticket.Id, "me"), Agent);
        await desk.Queue();
        Assert.Equal([(LetterKind.Received, customer.Id)], (await desk.Log()).Select(l => (l.Kind, l.Person.Id)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_refusal_is_for_good_and_stops_the_address_until_somebody_clears_it(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        await Opened(desk, "refused@example.org");
        await desk.Sends();
        var refused = Assert.Single(await desk.Log());
        Assert.Equal((LetterState.Refused, 550, "550 5.1.1 There is nobody of this name"), (refused.State, refused.Code!.Value, refused.Answer));
        Assert.Equal("refused@example.org", Assert.Single(await desk.Node.Asked(new ListStoppedAddresses(), Agent)).Address);

        await desk.Node.Done(new ResendLetter(refused.Id), Agent);
        await desk.Sends();
        Assert.Equal(LetterState.Withheld, Assert.Single(await desk.Log()).State);

        await desk.Node.Done(new ClearAddress("REFUSED@example.org"), Agent);
        Assert.Empty(await desk.Node.Asked(new ListStoppedAddresses(), Agent));
        Assert.Equal([SendingErrors.AddressNotStopped], await desk.Node.Refused(new ClearAddress("refused@example.org"), Agent));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_full_mailbox_is_tried_again_later_and_not_for_ever(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        await Opened(desk, "full@example.org");
        await desk.Sends();
        var waiting = Assert.Single(await desk.Log());
        Assert.Equal((LetterState.Waiting, 1, 452), (waiting.State, waiting.Attempts, waiting.Code!.Value));
        Assert.True(waiting.NextAt > desk.Clock.GetCurrentInstant());
        await desk.Sends();
        Assert.Equal(1, Assert.Single(await desk.Log()).Attempts);
        for (var i = 0; i < 20 && (await desk.Log())[0].State == LetterState.Waiting; i++)
        {
            desk.Clock.Pass(Duration.FromHours(30));
            await desk.Sends();
        }
        Assert.Equal(LetterState.GivenUp, Assert.Single(await desk.Log()).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_server_that_is_down_costs_nobody_an_attempt_and_loses_nothing(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer) = await Opened(desk);
        using var broken = BadSmtp.But("", "554 5.3.2 not today");
        await desk.Sends(broken.Server);
        var waiting = Assert.Single(await desk.Log());
        Assert.Equal(LetterState.Waiting, waiting.State);
        Assert.Contains("not today", waiting.Answer, StringComparison.Ordinal);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Sends();
        Assert.Equal(LetterState.Sent, Assert.Single(await desk.Log()).State);
        Assert.Single(await TestSmtp.Arrived(customer.Email));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_line_that_breaks_after_the_message_sends_it_again_under_the_same_id(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer) = await Opened(desk);
        using var broken = BadSmtp.But(".", null);
        await desk.Sends(broken.Server);
        var waiting = Assert.Single(await desk.Log());
        Assert.Equal((LetterState.Waiting, 1), (waiting.State, waiting.Attempts));
        desk.Clock.Pass(Duration.FromMinutes(5));
        await desk.Sends();
        Assert.Equal(waiting.MessageId, Message.Read(Assert.Single(await TestSmtp.Arrived(customer.Email))).Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_two_nodes_that_send_at_once_one_sends(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer) = await Opened(desk);
        for (var i = 0; i < 9; i++) await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, $"No. {i}"), Agent);
        await desk.Queue();
        await Task.WhenAll(desk.Sender(SendingDesk.Server).SendDue(), desk.Sender(SendingDesk.Server).SendDue());
        Assert.Equal(10, (await TestSmtp.Arrived(customer.Email, 10)).Select(m => Message.Read(m).Id).Distinct().Count());
        Assert.Equal(10, TestSmtp.For(customer.Email).Count);
        Assert.All(await desk.Log(), l => Assert.Equal((LetterState.Sent, 1), (l.State, l.Attempts)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Without_a_server_nothing_waits_to_go_out_later(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        await Opened(desk);
        await desk.Queue();
        await desk.Sender(null).SendDue();
        Assert.Equal((LetterState.Withheld, "No mail server was set."), (await desk.Log()).Select(l => (l.State, l.Answer)).Single());
        Assert.Equal([SendingErrors.NoServer], await desk.Node.Refused(new SendTestLetter(HasServer: false), Agent));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_waits_can_be_taken_back_and_what_went_cannot(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer) = await Opened(desk);
        await desk.Queue();
        var waiting = Assert.Single(await desk.Log());
        await desk.Node.Done(new TakeBackLetter(waiting.Id), Agent);
        await desk.Sends();
        Assert.Equal(LetterState.TakenBack, Assert.Single(await desk.Log()).State);
        await desk.Node.Done(new ResendLetter(waiting.Id), Agent);
        Assert.Equal([SendingErrors.StillWaiting], await desk.Node.Refused(new ResendLetter(waiting.Id), Agent));
        await desk.Sends();
        Assert.Single(await TestSmtp.Arrived(customer.Email));
        Assert.Equal([SendingErrors.AlreadySent], await desk.Node.Refused(new TakeBackLetter(waiting.Id), Agent));
        Assert.Equal([SendingErrors.NotFound], await desk.Node.Refused(new TakeBackLetter(99), Agent));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_team_has_letters_of_its_own(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer) = await Opened(desk);
        await desk.Node.Done(new ChangeLetterForm(LetterKind.Received, null, new("All: {{title}}", "Dear {{name}}")), Agent);
        await desk.Node.Done(new ChangeLetterForm(LetterKind.Received, "1", new("Ours: {{title}}", "Dear {{name}}, {{number}}")), Agent);
        Assert.Equal([SendingErrors.TeamUnknown, SendingErrors.PlaceholderUnknown("nmae").At("body")], await desk.Node.Refused(new ChangeLetterForm(LetterKind.Received, "nobody", new("x", "{{nmae}}")), Agent));
        await desk.Sends();
        Assert.StartsWith("Ours: Labels", Message.Read(Assert.Single(await TestSmtp.Arrived(customer.Email))).Subject, StringComparison.Ordinal);
        await desk.Node.Done(new ChangeLetterForm(LetterKind.Received, "1", null), Agent);
        Assert.Equal("All: {{title}}", (await desk.Node.Asked(new ShowLetterRules(), Agent)).For(LetterKind.Received, TeamId.FirstContact).Subject);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_letter_is_in_the_language_of_whoever_reads_it(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var manager = Node.With(PeoplePermissions.Manage, PeoplePermissions.ManageTeams, SendingPermissions.Manage);
        var (german, french, own) = (await Opened(desk), await Opened(desk), await Opened(desk));
        await desk.Node.Done(new AddUnit("Werk Nord", "") { Language = "DE" }, manager);
        foreach (var (_, someone) in new[] { german, own }) await desk.Node.Done(new ChangePerson(someone.Id) { Unit = "Werk Nord" }, manager);
        await desk.Node.Done(new ChangePerson(french.Customer.Id) { Language = "fr" }, manager);
        await desk.Node.Done(new ChangeOwnProfile("Olga", null) { Language = "en" }, SendingDesk.As(own.Customer, "Olga"));
        await desk.Node.Done(new ChangeLetterForm(LetterKind.Received, null, new("Wir haben es: {{title}}", "Guten Tag")) { Language = "de" }, Agent);
        await desk.Node.Done(new ChangeLetterForm(LetterKind.Received, "1", new("Reçu : {{title}}", "Bonjour")) { Language = "fr" }, Agent);
        Assert.Equal([PeopleErrors.LanguageUnknown], await desk.Node.Refused(new ChangeLetterForm(LetterKind.Received, null, new("x", "x")) { Language = "Klingon" }, Agent));
        Assert.Equal([PeopleErrors.LanguageUnknown], await desk.Node.Refused(new ChangePerson(own.Customer.Id) { Language = "xx" }, manager));
        await desk.Sends();

        Assert.Equal("Wir haben es: Labels come out blank", await Subject(german.Customer.Email));
        Assert.Equal("Reçu : Labels come out blank", await Subject(french.Customer.Email));
        Assert.Equal("Labels come out blank", await Subject(own.Customer.Email));

        async Task<string> Subject(string email) => Message.Read(Assert.Single(await TestSmtp.Arrived(email))).Subject!.Split(" [")[0];
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_is_blocked_hears_nothing(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, customer) = await Opened(desk);
        await desk.Node.Done(new BlockSender(customer.Email, null), Node.With(MailPermissions.Manage));
        await desk.Sends();
        Assert.Equal(LetterState.Withheld, Assert.Single(await desk.Log()).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_bounce_needs_whoever_has_the_ticket_until_it_is_seen_to(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer) = await Opened(desk);
        var colleague = await desk.Person("Bo");
        foreach (var agent in new[] { TestDatabase.Ada, colleague.Id }) await desk.Node.Done(new GrantRoles(agent, [Role.Agent]), new Call(Caller.Desk, "test"));
        var bo = SendingDesk.As(colleague, "Bo", TicketPermissions.Work, TicketPermissions.SeeAll, TicketPermissions.TakePart);
        await desk.Node.Done(new AssignTicket(ticket.Id, "ada.byron@harrow.example"), Agent);
        await desk.Sends();
        Assert.Empty(await Returned(Agent));
        await ComesBack("one");

        // Seen: it goes, for everybody, and stays away.
        var back = Assert.Single(await Returned(Agent));
        Assert.Equal((ticket.Number, "Labels come out blank", customer.Id, customer.Email, "There is nobody of this name"), (back.Ticket, back.Title, back.Person.Id, back.Address, back.Why));
        Assert.Empty(await Returned(bo));
        await desk.Node.Done(new SeeReturnedLetter(back.Id), Agent);
        Assert.Empty(await Returned(Agent));
        Assert.Equal([SendingErrors.NotFound], await desk.Node.Refused(new SeeReturnedLetter(999), Agent));

        // The address is mended: the desk says that mail arrives there again.
        await Reply("Are you there?");
        Assert.Equal([SendingErrors.NotReturned], await desk.Node.Refused(new SeeReturnedLetter((await desk.Log()).First(l => l.State == LetterState.Sent).Id), Agent));
        await ComesBack("two");
        await StopBounced.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
        var second = Assert.Single(await Returned(Agent));
        await desk.Node.Done(new ClearAddress(customer.Email), Agent);
        Assert.Empty(await Returned(Agent));

        // A later letter arrived, and before that it needed whoever has the ticket by then.
        await Reply("And now?");
        await ComesBack("three");
        Assert.NotEqual(second.Id, Assert.Single(await Returned(Agent)).Id);
        await desk.Node.Done(new AssignTicket(ticket.Id, null), Agent);
        await desk.Node.Done(new AssignTicket(ticket.Id, colleague.Email), Agent);
        Assert.Empty(await Returned(Agent));
        Assert.Single(await Returned(bo));
        await Reply("Once more");
        Assert.Empty(await Returned(bo));

        async Task<IReadOnlyList<ReturnedLetter>> Returned(Call who) => await desk.Node.Asked(new ListReturnedLetters(), who);

        async Task Reply(string words)
        {
            await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, words), Agent);
            await desk.Sends();
        }

        async Task ComesBack(string which)
        {
            var sent = (await desk.Log()).First(l => l.State == LetterState.Sent && l.Person.Id == customer.Id);
            var kept = await desk.Node.Done(new KeepMail(System.Text.Encoding.ASCII.GetBytes($"Subject: {which}\r\n\r\nx"), MailVia.Pipe), new Call(Caller.Desk, "test"));
            await desk.Node.Done(new Bounce(kept.Id, new(sent.MessageId, ticket.Id, customer.Email, true, "5.1.1", "There is nobody of this name") { Failed = true }), new Call(Caller.Desk, "test"));
            await desk.Queue();
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_bounce_marks_its_letter_and_stops_the_address(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, customer) = await Opened(desk);
        await desk.Sends();
        var sent = Assert.Single(await desk.Log());
        var kept = await desk.Node.Done(new KeepMail("Subject: bounce\r\n\r\nx"u8.ToArray(), MailVia.Pipe), new Call(Caller.Desk, "test"));
        await desk.Node.Done(new Bounce(kept.Id, new(sent.MessageId, ticket.Id, customer.Email, true, "5.1.1", "There is nobody of this name") { Failed = true }), new Call(Caller.Desk, "test"));
        await desk.Queue();
        Assert.Equal((LetterState.Bounced, "There is nobody of this name"), (await desk.Log()).Select(l => (l.State, l.Answer)).Single());
        await StopBounced.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
        Assert.Equal(customer.Email, Assert.Single(await desk.Node.Asked(new ListStoppedAddresses(), Agent)).Address);
        await desk.Node.Done(new ClearAddress(customer.Email), Agent);
        await StopBounced.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
        Assert.Empty(await desk.Node.Asked(new ListStoppedAddresses(), Agent));
    }

    /// <summary>What taking a report in does.</summary>
    private sealed record Bounce(MailId Id, MailBounced Bounced) : Command<KeptMail>
    {
        public override Permission Needs => MailPermissions.HandIn;

        protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

        public override Task<Result<KeptMail>> Do(Work work) => work.Mail.Change(Id.Value, m => m.Report(Bounced));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_log_is_read_a_page_at_a_time(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        for (var i = 0; i < 3; i++) await Opened(desk);
        await desk.Queue();
        var first = await desk.Node.Asked(new ListLetters(Limit: 2), Agent);
        var rest = await desk.Node.Asked(new ListLetters(LetterState.Waiting, first.Next, 2), Agent);
        Assert.Equal((2, 1, null), (first.Rows.Count, rest.Rows.Count, rest.Next));
        Assert.Equal(3, first.Rows.Concat(rest.Rows).Select(l => l.Id).Distinct().Count());
        Assert.Equal(LetterListErrors.LimitInvalid, (await desk.Node.Desk.Ask(new ListLetters(Limit: 0), Agent.Caller)).Error);
        Assert.Equal(LetterListErrors.CursorInvalid, (await desk.Node.Desk.Ask(new ListLetters(After: "x"), Agent.Caller)).Error);
    }

    private static async Task<(Ticket Ticket, (PersonId Id, string Email) Customer)> Opened(SendingDesk desk, string? email = null)
    {
        var customer = await desk.Person("Grace", email);
        var ticket = await desk.Node.Done(TicketDesk.Asking("Labels come out blank"), SendingDesk.As(customer, "Grace", TicketPermissions.TakePart));
        return (ticket, customer);
    }
}
