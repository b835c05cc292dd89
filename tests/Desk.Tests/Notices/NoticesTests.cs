using FirstContact.Calendars;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>What people are told, in the app and by mail: as each has chosen, once, and to nobody else.</summary>
public sealed class NoticesTests
{
    private static readonly Call Agent = SendingDesk.Administrator, Manager = Node.With(NoticePermissions.Manage);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_happens_to_somebody_is_listed_until_he_has_seen_it(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, asGrace) = await Opened(desk);
        await Reply(desk, ticket, "Have you tried\nanother cable?");
        await desk.Queue();

        var news = await desk.Node.Asked(new ListNews(), asGrace);
        var one = Assert.Single(news.On);
        var notice = Assert.Single(one.Notices);
        Assert.Equal((ticket.Id, "Labels come out blank", 1, LetterKind.Said, Because.IsCustomer, "Ada Byron", "Have you tried another cable?"), (one.Ticket!.Id, one.Title, one.Unread, notice.Kind, notice.Why, notice.By, notice.Words));
        Assert.Equal((1, 1, true), (news.Now.Tickets, news.Now.Notices, news.Now.Has(ticket.Id)));
        // Nobody reads another's, and nobody is told of what he did himself.
        Assert.Empty((await desk.Node.Asked(new ListNews(All: true), Agent)).On);

        await desk.Node.Done(new SeeNews(ticket.Id), asGrace);
        Assert.Equal(0, (await desk.Node.Asked(new CountNews(), asGrace)).Tickets);
        Assert.Empty((await desk.Node.Asked(new ListNews(), asGrace)).On);
        Assert.NotNull(Assert.Single(Assert.Single((await desk.Node.Asked(new ListNews(All: true), asGrace)).On).Notices).ReadAt);
        await desk.Node.Done(new SeeNews(ticket.Id, Unseen: true), asGrace);
        Assert.Equal(1, (await desk.Node.Asked(new CountNews(), asGrace)).Tickets);

        // What came after the page was read stays new.
        await Reply(desk, ticket, "Or this one?");
        await desk.Queue();
        await desk.Node.Done(new SeeNews(UpTo: one.Last), asGrace);
        Assert.Equal(["Or this one?"], Assert.Single((await desk.Node.Asked(new ListNews(), asGrace)).On).Notices.Select(n => n.Words));
        Assert.Equal([LetterKind.Said, LetterKind.Said, LetterKind.Received], (await desk.Log()).Where(l => l.Person.Id == grace.Id).Select(l => l.Kind));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_list_goes_on_by_ticket_and_leaves_out_what_one_may_not_see(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (_, grace, asGrace) = await Opened(desk);
        var tickets = new List<Ticket>();
        for (var i = 0; i < 3; i++)
        {
            tickets.Add(await desk.Node.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, $"Ticket {i}", "It is so", grace.Email, Level.Low, Level.Low), Agent));
            for (var n = 0; n <= i; n++) await Reply(desk, tickets[i], $"Word {n}");
        }
        await desk.Queue();
        var first = await desk.Node.Asked(new ListNews(Limit: 2), asGrace);
        Assert.Equal([("Ticket 2", 3), ("Ticket 1", 2)], first.On.Select(t => (t.Title, t.Unread)));
        var second = await desk.Node.Asked(new ListNews(Limit: 2, After: first.Next), asGrace);
        Assert.Equal("Ticket 0", Assert.Single(second.On).Title);
        Assert.Null(second.Next);
        Assert.Equal(NewsErrors.LimitInvalid, (await desk.Node.Desk.Ask(new ListNews(Limit: 0), asGrace.Caller)).Error);
        Assert.Equal(NewsErrors.CursorInvalid, (await desk.Node.Desk.Ask(new ListNews(After: "x"), asGrace.Caller)).Error);

        // It became somebody else's.
        var (_, email) = await desk.Person("Bo");
        await desk.Node.Done(new ChangeTicket(tickets[2].Id) { Customer = email }, Agent);
        Assert.Equal(["Ticket 1", "Ticket 0"], (await desk.Node.Asked(new ListNews(), asGrace)).On.Select(t => t.Title));
        Assert.Equal([TicketErrors.NotFound], await desk.Node.Refused(new MuteTicket(tickets[2].Id), asGrace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_gathered_is_one_letter_and_is_sent_once_by_whichever_node(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, asGrace) = await Opened(desk);
        await desk.Sends();
        await desk.Node.Done(new ChangeNoticeChoices([new(LetterKind.Said, NoticeChannel.Mail, Timing.Digest)], null, new(Rhythm.Daily, IsoDayOfWeek.Monday, new(7, 0), "UTC"), null), asGrace);
        await Reply(desk, ticket, "The *first* word");
        await Reply(desk, ticket, "The second word");
        await Gather(desk);
        Assert.DoesNotContain(await desk.Log(), l => l.Kind != LetterKind.Received);

        // Two nodes at once, and once more.
        desk.Clock.Pass(Duration.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GatherNews.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default)));
        await Gather(desk);
        await desk.Sends();
        var letter = Assert.Single(await desk.Log(), l => l.Kind == LetterKind.Digest);
        Assert.Equal((grace.Id, LetterState.Sent), (letter.Person.Id, letter.State));
        var arrived = (await TestSmtp.Arrived(grace.Email, 2)).Select(m => Message.Read(m)).ToList();
        Assert.Equal(2, arrived.Count);
        var digest = Assert.Single(arrived, m => m.Subject.StartsWith("What is new", StringComparison.Ordinal));
        Assert.Contains($"{ticket.Number} Labels come out blank", digest.Body.Text, StringComparison.Ordinal);
        Assert.Contains("Ada Byron wrote: The *first* word (it is your request)", digest.Body.Text, StringComparison.Ordinal);
        Assert.Contains("The second word", digest.Body.Text, StringComparison.Ordinal);
        Assert.NotNull(digest.Headers.Text("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", digest.Headers.Text("List-Unsubscribe-Post"));

        // What one has read in the app is not sent any more.
        await Reply(desk, ticket, "The third word");
        await desk.Queue();
        await desk.Node.Done(new SeeNews(ticket.Id), asGrace);
        desk.Clock.Pass(Duration.FromDays(2));
        await Gather(desk);
        Assert.Single(await desk.Log(), l => l.Kind == LetterKind.Digest);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_comes_outside_of_the_hours_waits_for_the_opening_and_quiet_that_ends_early_lets_it_go(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var calendar = await desk.Node.Done(new DrawCalendar(new("Office", "UTC", ["08:00-17:00", "08:00-17:00", "08:00-17:00", "08:00-17:00", "08:00-17:00", null, null])), Node.With(CalendarPermissions.Manage));
        var (ticket, grace, asGrace) = await Opened(desk);
        Assert.Equal([NoticeErrors.CalendarUnknown, NoticeErrors.QuietPassed], await desk.Node.Refused(new ChangeNoticeChoices([], "no such", null, desk.Clock.Now), asGrace));
        await desk.Node.Done(new ChangeNoticeChoices([], "office", null, null), asGrace);
        // It is a Sunday.
        await Reply(desk, ticket, "On a Sunday");
        await Gather(desk);
        Assert.DoesNotContain(await desk.Log(), l => l.Person.Id == grace.Id && l.Kind is LetterKind.Said or LetterKind.Digest);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 8, 0), await Due(desk));

        // A holiday is later, and ends sooner than was said.
        await desk.Node.Done(new ChangeNoticeChoices([], calendar.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), null, Instant.FromUtc(2026, 11, 25, 12, 0)), asGrace);
        Assert.Equal(Instant.FromUtc(2026, 11, 25, 12, 0), await Due(desk));
        await desk.Node.Done(new ChangeNoticeChoices([], null, null, null), asGrace);
        await Gather(desk);
        Assert.Equal(grace.Id, Assert.Single(await desk.Log(), l => l.Kind == LetterKind.Digest).Person.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_muted_ticket_is_silent_but_for_what_names_one(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, asGrace) = await Opened(desk);
        var bo = await Colleague(desk, "Bo");
        await desk.Node.Done(new WatchTicket(ticket.Id, bo.Email), Agent);
        var asBo = SendingDesk.As(bo, "Bo", TicketPermissions.SeeAll, TicketPermissions.TakePart, TicketPermissions.Work);
        await desk.Queue();
        await desk.Node.Done(new MuteTicket(ticket.Id), asBo);
        await desk.Node.Done(new MuteTicket(ticket.Id), asGrace);
        Assert.True((await desk.Node.Asked(new CountNews(), asBo)).Muted(ticket.Id));

        await Reply(desk, ticket, "Nobody hears this");
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "Nor this"), Agent);
        await desk.Node.Done(new AskColleagueIn(ticket.Id, bo.Email, "But this?"), Agent);
        await desk.Queue();
        Assert.Equal([LetterKind.Called], Assert.Single((await desk.Node.Asked(new ListNews(), asBo)).On).Notices.Select(n => n.Kind));
        Assert.Equal([LetterKind.Called, LetterKind.Received], (await desk.Log()).Select(l => l.Kind));
        Assert.Contains(await desk.Node.Asked(new ShowTelling(ticket.Id), Agent), f => f.Person.Id == grace.Id && f.Next == NextEvent.Reply && f.Goings.All(g => g.Course == Course.Muted));

        await desk.Node.Done(new UnmuteTicket(ticket.Id), asGrace);
        await Reply(desk, ticket, "Now he does");
        await desk.Queue();
        Assert.Equal("Now he does", Assert.Single((await desk.Node.Asked(new ListNews(), asGrace)).On).Notices[0].Words);
        Assert.DoesNotContain((await desk.Node.Asked(new ListNews(), asBo)).On.SelectMany(t => t.Notices), n => n.Words == "Now he does");
        await desk.Node.Folds(new NoticeSettings { Id = grace.Id }, (await desk.Node.Asked(new ShowNoticeChoices(), asGrace)).Settings);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_note_stays_in_the_house(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, _, asGrace) = await Opened(desk);
        var (bo, cy) = (await Colleague(desk, "Bo"), await desk.Person("Cy"));
        foreach (var watcher in new[] { bo.Email, cy.Email }) await desk.Node.Done(new WatchTicket(ticket.Id, watcher), Agent);
        await desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "A secret"), Agent);
        await desk.Queue();
        Assert.Equal("A secret", Assert.Single(Assert.Single((await desk.Node.Asked(new ListNews(), SendingDesk.As(bo, "Bo", TicketPermissions.SeeAll))).On).Notices).Words);
        Assert.Empty((await desk.Node.Asked(new ListNews(All: true), SendingDesk.As(cy, "Cy", TicketPermissions.TakePart))).On);
        Assert.Empty((await desk.Node.Asked(new ListNews(All: true), asGrace)).On);
        Assert.DoesNotContain(await desk.Log(), l => l.Kind == LetterKind.Noted);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_link_of_a_letter_stops_its_kind_and_no_answer_carries_one(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, _) = await Opened(desk);
        var bo = await Colleague(desk, "Bo");
        await desk.Node.Done(new WatchTicket(ticket.Id, bo.Email), Agent);
        await Reply(desk, ticket, "To both");
        await desk.Sends();
        Assert.All((await TestSmtp.Arrived(grace.Email, 2)).Select(m => Message.Read(m)), m => Assert.Null(m.Headers.Text("List-Unsubscribe")));
        var letter = Message.Read(Assert.Single(await TestSmtp.Arrived(bo.Email)));
        Assert.Contains("You get this because you watch it.", letter.Body.Text, StringComparison.Ordinal);
        Assert.Contains("https://desk.example.com/me/notices", letter.Body.Text, StringComparison.Ordinal);
        var link = letter.Headers.Text("List-Unsubscribe")!;
        await using (var read = await desk.Node.Database.Read())
            Assert.Equal(new Unsubscribing(bo.Id, LetterKind.Said, ticket.Id), Unsubscribing.Read(link.Trim('<', '>').Split('/')[^1], await read.MailMark()));

        await desk.Node.Done(new StopLetters(LetterKind.Said), SendingDesk.As(bo, "Bo"));
        await Reply(desk, ticket, "To one");
        await desk.Queue();
        Assert.Equal(1, (await desk.Log()).Count(l => l.Person.Id == bo.Id));

        // What administrators lock comes all the same, and without a link.
        await desk.Node.Done(new ChangeNoticeDefaults(NoticeDefaults.Usual.Values with { Locked = [new(LetterKind.Said, NoticeChannel.Mail)] }), Manager);
        Assert.True((await desk.Node.Asked(new ShowNoticeDefaults(), Manager)).IsLocked(LetterKind.Said, NoticeChannel.Mail));
        Assert.Equal([NoticeErrors.ChoiceLocked], await desk.Node.Refused(new ChangeNoticeChoices([new(LetterKind.Said, NoticeChannel.Mail, Timing.Never)], null, null, null), SendingDesk.As(bo, "Bo")));
        await Reply(desk, ticket, "To both again");
        await desk.Sends();
        var locked = Assert.Single((await TestSmtp.Arrived(bo.Email, 2)).Select(m => Message.Read(m)), m => m.Body.Text.Contains("To both again", StringComparison.Ordinal));
        Assert.Null(locked.Headers.Text("List-Unsubscribe"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Telling_asks_as_little_for_many_as_for_one(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, _, _) = await Opened(desk);
        var one = await Asks(desk, ticket);
        for (var i = 0; i < 30; i++) await desk.Node.Done(new WatchTicket(ticket.Id, (await Colleague(desk, $"Colleague {i}")).Email), Agent);
        await desk.Queue();
        Assert.Equal(one, await Asks(desk, ticket));
        Assert.Equal(30, (await desk.Log()).Select(l => l.Person.Name).Count(n => n.StartsWith("Colleague", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_told_is_foretold_with_the_reason(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, _) = await Opened(desk);
        var bo = await Colleague(desk, "Bo");
        await desk.Node.Done(new AssignTicket(ticket.Id, bo.Email), Agent);
        await desk.Node.Done(new StopAddress(grace.Email, "550 Nobody"), Agent);
        var told = await desk.Node.Asked(new ShowTelling(ticket.Id), Agent);
        Assert.Equal([(NextEvent.Reply, grace.Id, Because.IsCustomer, "address stopped after a bounce"), (NextEvent.Note, bo.Id, Because.HasIt, null), (NextEvent.Resolution, bo.Id, Because.HasIt, null), (NextEvent.Resolution, grace.Id, Because.IsCustomer, "address stopped after a bounce")],
            told.Select(t => (t.Next, t.Person.Id, t.Why, t.Person.Id == grace.Id ? t.Unreachable : null)));
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new ShowTelling(new(999)), Agent.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_long_digest_says_how_much_more_there_is(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, asGrace) = await Opened(desk);
        await desk.Sends();
        await desk.Node.Done(new ChangeNoticeChoices([new(LetterKind.Said, NoticeChannel.Mail, Timing.Digest)], null, new(Rhythm.Daily, IsoDayOfWeek.Monday, new(7, 0), "UTC"), null), asGrace);
        for (var n = 1; n <= 103; n++) await Reply(desk, ticket, $"Word number {n}.");
        await desk.Queue();
        desk.Clock.Pass(Duration.FromDays(1));
        await Gather(desk);
        await desk.Sends();
        var digest = (await TestSmtp.Arrived(grace.Email, 2)).Select(m => Message.Read(m)).Single(m => m.Subject.StartsWith("What is new", StringComparison.Ordinal));
        Assert.Contains("Word number 100.", digest.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Word number 101.", digest.Body.Text, StringComparison.Ordinal);
        Assert.Contains("and 3 more: https://desk.example.com/news", digest.Body.Text, StringComparison.Ordinal);
        Assert.Contains("and 3 more", digest.Body.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_writes_sees_in_one_question_who_gets_it_by_mail_and_who_does_not(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, _) = await Opened(desk);
        var (bea, cy, mo) = (await desk.Person("Bea"), await desk.Person("Cy"), await desk.Person("Mo"));
        foreach (var watcher in new[] { bea, cy, mo }) await desk.Node.Done(new WatchTicket(ticket.Id, watcher.Email), Agent);
        await desk.Node.Done(new MuteTicket(ticket.Id), SendingDesk.As(mo, "Mo", TicketPermissions.TakePart));
        await desk.Node.Done(new BlockSender(bea.Email, null), Node.With(MailPermissions.Manage));
        await desk.Node.Done(new StopAddress(grace.Email, "550 Nobody"), Agent);
        var who = (await desk.Node.Asked(new ShowTicket(ticket.Id), Agent)).Ticket is var now ? new Concerned(now.Customer, now.Assignee, now.Watchers, now.Channel) : null!;
        await desk.Node.Asked(new ListReplyReaders(ticket.Id, who), Agent);

        var asked = 0;
        desk.Node.Database.Watch = (_, commits) => { if (!commits) Interlocked.Increment(ref asked); };
        var readers = await desk.Node.Asked(new ListReplyReaders(ticket.Id, who), Agent);
        desk.Node.Database.Watch = null;
        Assert.Equal(1, asked);
        Assert.Equal([(grace.Id, false, "address stopped after a bounce"), (bea.Id, false, "address is blocked"), (cy.Id, true, null), (mo.Id, false, null)], readers.Select(r => (r.Person.Id, r.Gets, r.Unreachable)));
        Assert.Equal((Course.Muted, cy.Email), (readers[3].Mail!.Course, readers[2].Address));

        await desk.Node.Done(new AddAddress(grace.Id, "grace.at.home@example.net"), Node.With(PeoplePermissions.Manage));
        var mended = (await desk.Node.Asked(new ListReplyReaders(ticket.Id, who), Agent))[0];
        Assert.Equal((true, "grace.at.home@example.net"), (mended.Gets, mended.Address));
        Assert.Null((await desk.Node.Asked(new ShowTelling(ticket.Id), Agent)).First(t => t.Person.Id == grace.Id).Unreachable);
        Assert.DoesNotContain(await desk.Node.Asked(new ListReplyReaders(ticket.Id, who), SendingDesk.As(cy, "Cy", TicketPermissions.SeeAll)), r => r.Person.Id == cy.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Old_notices_are_forgotten_but_for_what_is_held(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, _, asGrace) = await Opened(desk);
        await Reply(desk, ticket, "Old");
        await desk.Queue();
        await desk.Node.Done(new ChangeNoticeChoices([new(LetterKind.Said, NoticeChannel.Mail, Timing.Digest)], null, null, null), asGrace);
        await Reply(desk, ticket, "Held");
        await desk.Queue();
        desk.Clock.Pass(Duration.FromDays(91));
        await desk.Node.Database.Commit([NoticeRows.Forget(desk.Clock.Now - NoticeRows.Kept, 100)]);
        Assert.Equal(["Held"], Assert.Single((await desk.Node.Asked(new ListNews(), asGrace)).On).Notices.Select(n => n.Words));
    }

    private static async Task<int> Asks(SendingDesk desk, Ticket ticket)
    {
        await Reply(desk, ticket, "How many?");
        await desk.Node.Settled();
        await using var read = await desk.Node.Database.Read();
        var journal = desk.Node.Get<JournalReader>();
        // What is kept in memory is asked for once.
        await read.NoticeDefaults();
        await read.Calendars();
        var entries = (await journal.Of(read, Ticket.Subject, ticket.Key)).TakeLast(1).ToList();
        var asked = 0;
        desk.Node.Database.Watch = (_, commits) => { if (!commits) Interlocked.Increment(ref asked); };
        var rows = (await new TellPeople().Rows(read, entries)).ToList();
        desk.Node.Database.Watch = null;
        Assert.NotEmpty(rows);
        Assert.InRange(asked, 1, 4);
        await desk.Queue();
        return asked;
    }

    private static async Task Gather(SendingDesk desk)
    {
        await desk.Queue();
        await GatherNews.Run(desk.Node.Desk, desk.Node.Database, desk.Clock, default);
    }

    private static async Task<Instant> Due(SendingDesk desk)
    {
        await using var read = await desk.Node.Database.Read();
        return await read.One("select due_at from notice where due_at is not null and bundle is null", r => r.Instant(0));
    }

    private static Task<Ticket> Reply(SendingDesk desk, Ticket ticket, string words) => desk.Node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, words), Agent);

    private static async Task<(PersonId Id, string Email)> Colleague(SendingDesk desk, string name)
    {
        var made = await desk.Person(name);
        await desk.Node.Database.Commit([new Statement("update person set roles = 'Agent' where id = @id", ("@id", made.Id))]);
        return made;
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_not_read_goes_to_whoever_goes_on(string engine)
    {
        await using var desk = await SendingDesk.Fresh(engine);
        var (ticket, grace, _) = await Opened(desk);
        await Reply(desk, ticket, "Have you tried another cable?");
        await desk.Queue();
        var hopper = await desk.Person("G. Hopper");
        await desk.Node.Done(new MergePerson(grace.Id, hopper.Email), Node.With(PeoplePermissions.Manage));
        var news = await desk.Node.Asked(new ListNews(), SendingDesk.As(hopper, "G. Hopper", TicketPermissions.TakePart));
        Assert.Equal("Have you tried another cable?", Assert.Single(Assert.Single(news.On).Notices).Words);
    }

    private static async Task<(Ticket Ticket, (PersonId Id, string Email) Customer, Call AsCustomer)> Opened(SendingDesk desk)
    {
        var grace = await desk.Person("Grace Hopper");
        var ticket = await desk.Node.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, "Labels come out blank", "All of them", grace.Email, Level.Low, Level.Low), Agent);
        return (ticket, grace, SendingDesk.As(grace, "Grace Hopper", TicketPermissions.TakePart));
    }
}
