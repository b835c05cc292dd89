using FirstContact.Mail;
using FirstContact.Policies;
using FirstContact.Sending;
using FirstContact.Tickets;
using Files = FirstContact.Import.Files;

namespace FirstContact.People;

/// <summary>Somebody is known by all of his addresses, wherever one is named.</summary>
public sealed class AddressTests
{
    private const string Helen = TestDatabase.HelensAddress, Home = "helen@home.example";
    private static readonly Call Manager = Node.With(PeoplePermissions.Manage, PeoplePermissions.See);
    private static readonly Call Herself = new(new(TestDatabase.Helen, "Helen Marsh", new HashSet<string>(), new HashSet<long>()), "test");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Everywhere_the_same_person(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var ines = await node.Done(new RegisterPerson("Ines Duarte", "ines@harrow.example"), Manager);
        await node.Done(new AddAddress(ines.Id, " Ines@Home.example"), Manager);
        await node.Done(new AddAddress(ines.Id, "i@club.example"), Manager);
        var main = await node.Done(new MakeMainAddress(ines.Id, "ines@home.example"), Manager);
        Assert.Equal(("ines@home.example", (Seq<string>)["ines@harrow.example", "i@club.example"]), (main.Email, main.Addresses));
        var after = await node.Done(new RemoveAddress(ines.Id, "I@club.example"), Manager);
        Assert.Equal(5, (await node.Folds(new Person { Id = ines.Id }, after)).Count);

        await using var read = await node.Database.Read();
        foreach (var address in after.AllAddresses) Assert.Equal(ines.Id, (await FindPerson.ByEmail(read, address.ToUpperInvariant()))?.Id);
        Assert.Null(await FindPerson.ByAny(read, "i@club.example"));
        Assert.Equal(["Ines Duarte"], (await node.Asked(new ListPeople("Ines@harr"), Manager)).Items.Select(p => p.Name));
        Assert.Equal(after, (await node.Asked(new ShowPerson("ines@harrow.example"), Manager)).Person);
        var opener = Node.With(TicketPermissions.TakePart, TicketPermissions.Work, TicketPermissions.SeeAll);
        Assert.Equal(ines.Id, (await node.Done(new OpenTicket(TicketKind.Incident, Channel.Api, "Printer", "It jams", "ines@harrow.example", Level.Low, Level.Low), opener)).Customer);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_address_is_one_persons_at_a_time(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddAddress(TestDatabase.Helen, Home), Manager);
        Assert.Equal([PeopleErrors.AddressTaken], await node.Refused(new AddAddress(TestDatabase.Ada, Home.ToUpperInvariant()), Manager));
        Assert.Equal([PeopleErrors.AddressTaken], await node.Refused(new AddAddress(TestDatabase.Ada, Helen), Manager));
        Assert.Equal([PeopleErrors.EmailTaken], await node.Refused(new RegisterPerson("Sam", Home), Manager));
        Assert.Equal([PeopleErrors.EmailTaken], await node.Refused(new ChangePerson(TestDatabase.Ada) { Email = Home }, Manager));
        // Two that come at once: what the command cannot see the schema refuses.
        Assert.Equal(Outcome.Taken, await node.Database.Commit([new Statement("insert into person_address (address, person) values (@address, 1)", ("@address", "HELEN@Home.example"))]));

        // The other one as the main one is the same address still, and free again when it is gone.
        await node.Done(new ChangePerson(TestDatabase.Helen) { Email = Home }, Manager);
        Assert.Empty((await node.Asked(new ShowPerson(TestDatabase.Helen), Manager)).Person.Addresses);
        await node.Done(new AddAddress(TestDatabase.Ada, Helen), Manager);
        await using var read = await node.Database.Read();
        Assert.Equal(TestDatabase.Ada, (await FindPerson.ByEmail(read, Helen))?.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_do_what(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddAddress(TestDatabase.Helen, Home), Manager);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddAddress(TestDatabase.Helen, "h@club.example"), Herself));
        Assert.Equal([Errors.Forbidden], await node.Refused(new MakeMainAddress(TestDatabase.Helen, Home), Herself));
        Assert.Equal([Errors.Forbidden], await node.Refused(new RemoveAddress(TestDatabase.Helen, Home), Node.With()));
        await node.Done(new RemoveAddress(TestDatabase.Helen, Home), Herself);
        Assert.Equal([PeopleErrors.NoAddresses], await node.Refused(new AddAddress(PersonId.Desk, Home), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_letter_there_shows_it_once_and_for_a_day(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (node, to) = (desk.Node, SmtpTests.Somebody());
        Assert.Equal([SendingErrors.NoProof], await node.Refused(new ProveAddress(to, HasServer: false), Herself));
        await node.Done(new ProveAddress(to, HasServer: true), Herself);
        Assert.Equal([PeopleErrors.ProofOnItsWay], await node.Refused(new ProveAddress(to, HasServer: true), Herself));
        Assert.Equal(to.ToLowerInvariant(), Assert.Single((await node.Asked(new ShowPerson(TestDatabase.Helen), Herself)).Claims).Address);
        Assert.Empty((await node.Asked(new ShowPerson(TestDatabase.Helen), Manager)).Claims);
        var first = await Code(to, 1);

        desk.Clock.Pass(Duration.FromMinutes(11));
        await node.Done(new ProveAddress(to, HasServer: true), Herself);
        var second = await Code(to, 2);
        Assert.Equal([PeopleErrors.ProofUnknown], await node.Refused(new ConfirmAddress(first), Herself));
        Assert.Equal([PeopleErrors.ProofUnknown], await node.Refused(new ConfirmAddress(second), Node.With()));
        Assert.Equal([PeopleErrors.ProofUnknown], await node.Refused(new ConfirmAddress(null), Herself));
        Assert.Equal([to.ToLowerInvariant()], (await node.Done(new ConfirmAddress(second), Herself)).Addresses);
        Assert.Equal([PeopleErrors.ProofUnknown], await node.Refused(new ConfirmAddress(second), Herself));

        var late = SmtpTests.Somebody();
        await node.Done(new ProveAddress(late, HasServer: true), Herself);
        var code = await Code(late, 1);
        desk.Clock.Pass(Person.ProofLasts);
        Assert.Equal([PeopleErrors.ProofUnknown], await node.Refused(new ConfirmAddress(code), Herself));

        async Task<string> Code(string address, int count)
        {
            await desk.Sends();
            var letter = Message.Read((await TestSmtp.Arrived(address, count))[^1]).Body.Text;
            return letter.Split("https://desk.example.com/me/addresses/")[1].Split('\n')[0].Trim();
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_somebody_elses_meanwhile_is_not_given(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var node = desk.Node;
        // That somebody has it is not told to who only types it.
        await node.Done(new ProveAddress("ada.byron@harrow.example", HasServer: true), Herself);
        await using var read = await node.Database.Read();
        var code = await read.One("select code from address_claim", r => r.GetString(0));
        Assert.Equal([PeopleErrors.AddressTaken], await node.Refused(new ConfirmAddress(code), Herself));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Letters_go_to_the_main_one_and_past_it_while_mail_there_is_stopped(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (node, who, other) = (desk.Node, await desk.Person("Grace Hopper"), SmtpTests.Somebody());
        await node.Done(new AddAddress(who.Id, other), Manager);
        await node.Done(new SendTestLetter(true), SendingDesk.As(who, "Grace Hopper", SendingPermissions.Manage));
        await desk.Sends();
        await TestSmtp.Arrived(who.Email, 1);
        await node.Done(new StopAddress(who.Email, "Nobody lives there"), SendingDesk.Administrator);
        await node.Done(new SendTestLetter(true), SendingDesk.As(who, "Grace Hopper", SendingPermissions.Manage));
        await desk.Sends();
        await TestSmtp.Arrived(other, 1);
        await node.Done(new StopAddress(other, "Neither there"), SendingDesk.Administrator);
        await node.Done(new SendTestLetter(true), SendingDesk.As(who, "Grace Hopper", SendingPermissions.Manage));
        await desk.Sends();
        Assert.Equal((LetterState.Withheld, "Mail to this address is stopped: Nobody lives there"), (await desk.Log())[0] is var last ? (last.State, last.Answer) : default);
        Assert.Single(TestSmtp.For(who.Email));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Mail_from_any_of_them_is_the_customers(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var (node, here) = (desk.Node, await desk.Count("person"));
        await node.Done(new AddAddress(TestDatabase.Helen, Home), Manager);
        var line = await desk.Comes($"Helen privately <{Home.ToUpperInvariant()}>", "Printer", id: "begin@home.example");
        var ticket = await desk.Ticket(line.Ticket);
        Assert.Equal((MailState.Taken, TestDatabase.Helen, TestDatabase.Helen), (line.State, ticket.Customer, ticket.OpenedBy));
        var answer = await desk.Comes(Helen, "Re: Printer", "Still", "References: <begin@home.example>\n");
        Assert.Equal((ticket.Number, 1), (answer.Ticket, answer.Message));
        var again = await desk.Comes(Home, $"By number [{ticket.Number}]", "From home");
        Assert.Equal((ticket.Number, 2), (again.Ticket, again.Message));
        Assert.All((await desk.Life(ticket)).OfType<MessagePosted>(), m => Assert.True(m.CustomersSide));

        // In Cc too it is the person who looks on.
        var cc = await desk.Comes("ada.byron@harrow.example", "Paper", headers: $"Cc: {Home}\n");
        Assert.Contains(TestDatabase.Helen, (await desk.Ticket(cc.Ticket)).Watchers);
        Assert.Equal(here, await desk.Count("person"));

        // What is removed is a stranger's.
        await node.Done(new RemoveAddress(TestDatabase.Helen, Home), Manager);
        Assert.NotEqual(ticket.Number, (await desk.Comes(Home, $"Once more [{ticket.Number}]", "From home")).Ticket);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Files_bring_them_and_take_them_along(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var text = $"name,email,other email\nGrace Hopper,grace@harrow.example,\"SMTP:Grace@home.example; g@club.example\"\nHelen Marsh,{Helen},{Home}\n";
        Assert.Equal((1, 1, 0), await node.Done(await Files.People(text), Files.Importer) is var first ? (first.New, first.AlreadyHere, first.Changed) : default);
        Assert.Equal((0, 1, 1), await node.Done(await Files.People(text, update: true), Files.Importer) is var again ? (again.New, again.AlreadyHere, again.Changed) : default);
        var grace = (await node.Asked(new ShowPerson("g@club.example"), Manager)).Person;
        Assert.Equal(["grace@home.example", "g@club.example"], grace.Addresses);
        await node.Folds(new Person { Id = grace.Id }, grace);
        var helen = (await node.Asked(new ShowPerson(Home), Manager)).Person;
        Assert.Equal((TestDatabase.Helen, Helen), (helen.Id, helen.Email));

        // Known by another address: it stays what it is.
        await node.Done(await Files.People($"name,email,phone\nHelen Marsh,{Home},4357\n", update: true), Files.Importer);
        Assert.Equal((Helen, "4357"), (await node.Asked(new ShowPerson(TestDatabase.Helen), Manager)).Person is var now ? (now.Email, now.Phone) : default);
        var wrong = await node.Done(await Files.People($"name,email,other email\nSam,sam@harrow.example,{Home}\nTom,tom@harrow.example,sam@harrow.example\nTim,tim@harrow.example,tim\n"), Files.Importer);
        Assert.Equal(["person.address-taken", "import.twice-in-file", "person.email-wrong"], wrong.Errors.Select(e => e.Code));

        var ticket = await node.Done(await Files.Tickets($"text,category,customer\nIt jams,Printers,{Home}\n"), Files.Importer);
        Assert.Empty(ticket.Errors);
        var rows = (await node.Asked(new ExportPeople("grace"), Manager)).Rows;
        Assert.Equal("grace@home.example g@club.example", rows[0][ExportPeople.Columns.ToList().IndexOf("otherEmails")]);
    }
}
