using System.Text;
using FirstContact.Mailboxes;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Mail becomes tickets and messages on them, once each.</summary>
public sealed class TakingInTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Files_that_do_not_come_along_are_named_with_the_reason(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var parts = Enumerable.Range(1, 107).Select(n => ($"f{n}.txt", "eA==")).Prepend(("empty.pdf", "")).Append(("late.txt", "eA=="));
        var body = string.Concat(parts.Select(p => $"--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename={p.Item1}\nContent-Transfer-Encoding: base64\n\n{p.Item2}\n"));
        var line = await desk.Comes($"Helen <{TestDatabase.HelensAddress}>", "All of them", $"--b\nContent-Type: text/plain\n\nHere.\n{body}--b--", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n");
        var ticket = await desk.Ticket(line.Ticket);
        Assert.Equal("More files than a message may bring: f101.txt, f102.txt, f103.txt, f104.txt, f105.txt and 3 more. Empty: empty.pdf",
            Assert.Single(await desk.Node.Asked(new ListTicketMail(ticket.Id), Node.With(TicketPermissions.SeeAll, TicketPermissions.TakePart))).Left);
        Assert.Equal(100, Assert.IsType<TicketOpened>((await desk.Life(ticket))[0]).Files.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_mail_opens_a_ticket_in_the_customers_words(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var line = await desk.Comes($"Helen Marsh <{TestDatabase.HelensAddress.ToUpperInvariant()}>", "Printer", "It jams.\n\n-- \nHelen");
        var ticket = await desk.Ticket(line.Ticket);
        Assert.Equal((MailState.Taken, 0, "Printer", "It jams.\n\n-- \nHelen", TestDatabase.Helen, Channel.Mail, TestDatabase.Helen),
            (line.State, line.Message, ticket.Title, ticket.Description, ticket.Customer, ticket.Channel, ticket.OpenedBy));
        await desk.Node.Folds(new KeptMail { Id = line.Id }, await Kept(desk, line.Id));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_stranger_becomes_a_customer_of_the_unit_of_his_domain(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var setUp = new Call(Caller.Desk, "test");
        await desk.Node.Done(new AddUnit("Shops", "Retail"), setUp);
        await desk.Node.Done(new ChangeMailRules(Unknown.Refuse, [new("shop.example", Unknown.Take, "Shops")], true, 60, []), MailDesk.Administrator);
        var ticket = await desk.Ticket((await desk.Comes("Kim Doe <Kim@Shop.example>", "Till")).Ticket);
        var kim = (await desk.Node.Asked(new ShowPerson(ticket.Customer), setUp)).Person;
        Assert.Equal(("Kim Doe", "kim@shop.example", "Shops"), (kim.Name, kim.Email, kim.Unit?.Name));

        var refused = await desk.Comes("Sam <sam@elsewhere.example>", "Buy now");
        Assert.Equal((MailState.Refused, null, "Nobody knows its sender"), (refused.State, refused.Ticket, refused.Reason));
        Assert.Equal([MailRuleErrors.UnitUnknown], await desk.Node.Refused(new ChangeMailRules(Unknown.Take, [new("a.example", Unknown.Take, "Nowhere")], true, 60, []), MailDesk.Administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Files_and_pictures_come_along(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var line = await desk.Comes(TestDatabase.HelensAddress, "Picture", headers: "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n", text: $"""
            --b
            Content-Type: text/html

            <p>Look: <img src="cid:one"></p>
            --b
            Content-Type: image/png; name=shot.png
            Content-ID: <one>
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(picture)}
            --b
            Content-Type: text/plain; name=log.txt
            Content-Disposition: attachment; filename=log.txt

            all the log
            --b--
            """);
        var opened = (TicketOpened)(await desk.Life(await desk.Ticket(line.Ticket)))[0];
        Assert.Equal([("shot.png", "image/png"), ("log.txt", "text/plain")], opened.Files.Select(f => (f.Name, f.Type)));
        Assert.Equal(picture, (await desk.Node.Asked(new ShowFile(opened.Files[0].Id), desk.Desk.Helen)).Bytes);
        Assert.NotNull((await desk.Node.Desk.Ask(new ShowFile(opened.Files[0].Id), desk.Desk.Ravi.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whatever_breaks_off_between_keeping_and_taking_in_loses_and_doubles_nothing(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var raw = Encoding.UTF8.GetBytes($"From: {TestDatabase.HelensAddress}\nSubject: Printer\nMessage-ID: <1@mail.example>\n\nIt jams.\n");
        var kept = await desk.Keep(raw);
        Assert.Equal((MailState.Waiting, 0), ((await desk.Line(kept.Id)).State, await desk.Count("ticket")));

        // The node dies here; two others start, and the mail server, which heard nothing, hands it in again.
        await using var one = await Node.Start(desk.Node.Connection, desk.Desk.Clock);
        await using var other = await Node.Start(desk.Node.Connection, desk.Desk.Clock);
        Assert.Equal(kept.Id, (await one.Done(new KeepMail(raw, MailVia.Pipe), MailDesk.Server)).Id);
        await Task.WhenAll(one.Get<TakeInWaiting>().Run("one", default), other.Get<TakeInWaiting>().Run("other", default));
        await other.Get<TakeInWaiting>().Run("one", default);
        Assert.Equal((1, 1, MailState.Taken), (await desk.Count("ticket"), await desk.Count("mail"), (await desk.Line(kept.Id)).State));
        Assert.Equal([MailErrors.Settled], await desk.Node.Refused(new TakeInMail(kept.Id), desk.Desk.Helen));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_node_that_dies_in_its_turn_is_followed_by_another(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Keep([.. "From: helen.marsh@harrow.example\nSubject: Before\n\nIt jams.\n"u8]);
        await desk.Node.Get<TakeInWaiting>().Run("dead", default);
        var kept = await desk.Keep(Encoding.UTF8.GetBytes($"From: {TestDatabase.HelensAddress}\nSubject: Printer\n\nIt jams.\n"));
        await desk.Node.Get<TakeInWaiting>().Run("alive", default);
        Assert.Equal(MailState.Waiting, (await desk.Line(kept.Id)).State);
        desk.Desk.Clock.Pass(Duration.FromMinutes(2));
        await desk.Node.Get<TakeInWaiting>().Run("alive", default);
        Assert.Equal(MailState.Taken, (await desk.Line(kept.Id)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_handed_in_for_a_mailbox_is_as_if_it_came_from_there(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var details = new MailboxDetails("Shop", "shop@desk.example", new("127.0.0.1", 1143, MailSafety.None), "shop", MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: true, 50, null, null) { Unknown = Unknown.Hold };
        var mailbox = await desk.Node.Done(new AddMailbox(new(details, "Network", null), desk.Node.Get<MailboxSecrets>().Take("x", null, null).Value!), MailboxDesk.Administrator);
        await desk.Node.Folds(new Mailbox { Id = mailbox.Id }, mailbox);
        Assert.Equal(MailState.Held, (await desk.Comes("Kim <kim@shop.example>", "Till", to: "shop@desk.example", recipient: "Shop@Desk.example")).State);
        var network = (await desk.Node.Asked(new ListTeams(), MailDesk.Administrator)).Single(t => t.Name == "Network").Id;
        var hers = await desk.Ticket((await desk.Comes(TestDatabase.HelensAddress, "Till", to: "shop@desk.example", recipient: "shop@desk.example")).Ticket);
        Assert.Equal(network, hers.Team);
        var elsewhere = await desk.Comes("Kim <kim@shop.example>", "Till", recipient: "help@desk.example");
        Assert.Equal(MailState.Taken, elsewhere.State);
        Assert.NotEqual(network, (await desk.Ticket(elsewhere.Ticket)).Team);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_sealed_says_so(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var encrypted = await desk.Ticket((await desk.Comes(TestDatabase.HelensAddress, "Secret", "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n--b--",
            "MIME-Version: 1.0\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n")).Ticket);
        var signed = await desk.Ticket((await desk.Comes(TestDatabase.HelensAddress, "Mine", "--b\nContent-Type: text/plain\n\nIt is me.\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n--b--",
            "MIME-Version: 1.0\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n")).Ticket);
        Assert.Equal(["(It is encrypted: open it in your mail program.)", "It is me."], new[] { encrypted, signed }.Select(t => t.Description));
        foreach (var (ticket, seal) in new[] { (encrypted, Seal.Encrypted), (signed, Seal.Signed), (await desk.Ticket((await desk.Comes(TestDatabase.HelensAddress, "Plain")).Ticket), Seal.None) })
            Assert.Equal(seal, Assert.Single(await desk.Node.Asked(new ListTicketMail(ticket.Id), desk.Desk.Ada)).Seal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_message_to_two_mailboxes_is_one_ticket(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        const string Head = "From: helen.marsh@harrow.example\nTo: help@desk.example, it@desk.example\nSubject: Printer\nMessage-ID: <1@mail.example>\n\nIt jams.\n";
        var (first, second) = (await desk.Keep(Encoding.UTF8.GetBytes("Delivered-To: help@desk.example\n" + Head), via: MailVia.Mailbox, mailbox: new(1)), await desk.Keep(Encoding.UTF8.GetBytes("Delivered-To: it@desk.example\n" + Head), via: MailVia.Mailbox, mailbox: new(2)));
        await desk.Runs();
        var (one, other) = (await desk.Line(first.Id), await desk.Line(second.Id));
        Assert.Equal((1, MailState.Taken, MailState.Doubled, one.Ticket), (await desk.Count("ticket"), one.State, other.State, other.Ticket));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_held_or_broke_is_counted_by_an_index_until_somebody_has_decided(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Hold, [], true, 60, []), MailDesk.Administrator);
        await desk.Comes(TestDatabase.HelensAddress, "Printer");
        Assert.Equal(new HeldMail(0, 0), await Counted());
        var rung = 0;
        desk.Node.Get<Bell>().Rang += topics => Interlocked.Add(ref rung, topics.Count(t => t == CountHeldMail.Topic));
        var (one, other) = (await desk.Comes("Kim <kim@shop.example>", "Till"), await desk.Comes("Kim <kim@shop.example>", "Till again"));
        var broken = await desk.Keep("From: Kim <kim@shop.example>\n\nx"u8.ToArray());
        await desk.Node.Done(new SettleMail(broken.Id, MailState.Failed, "It broke off"), MailDesk.Administrator);
        Assert.Equal(new HeldMail(2, 1), await Counted());

        await desk.Node.Done(new LeaveOutMail(one.Id), MailDesk.Administrator);
        await desk.Node.Done(new LeaveOutMail(broken.Id), MailDesk.Administrator);
        Assert.Equal(new HeldMail(1, 0), await Counted());
        Assert.Equal("Somebody looked at it, and left it out", (await desk.Line(one.Id)).Reason);
        await desk.Node.Done(new TakeMailAgain(other.Id), MailDesk.Administrator);
        await desk.Runs();
        Assert.Equal(new HeldMail(0, 0), await Counted());
        Assert.Equal([MailErrors.OnTicket], await desk.Node.Refused(new LeaveOutMail(other.Id), MailDesk.Administrator));
        Assert.Equal([MailErrors.NotFound], await desk.Node.Refused(new LeaveOutMail(new(99)), MailDesk.Administrator));
        await desk.Node.Folds(new KeptMail { Id = one.Id }, await Kept(desk, one.Id));

        await Patience.Until(() => Task.FromResult(Volatile.Read(ref rung) >= 6));
        await using var read = await desk.Node.Database.Read();
        if (engine == "postgres") await read.List("select set_config('enable_seqscan', 'off', false)", _ => 0);
        var plan = string.Join('\n', await read.List($"{read.Database.Sql("explain query plan", "explain")} {CountHeldMail.Counts}", r => r.GetString(engine == "postgres" ? 0 : 3)));
        Assert.Contains(engine == "postgres" ? "mail_state" : "USING COVERING INDEX mail_state", plan, StringComparison.Ordinal);

        Task<HeldMail> Counted() => desk.Node.Asked(new CountHeldMail(), MailDesk.Administrator);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_held_is_taken_in_when_somebody_has_looked(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Hold, [], true, 60, []), MailDesk.Administrator);
        var held = await desk.Comes("Kim <kim@shop.example>", "Till");
        Assert.Equal((MailState.Held, null), (held.State, held.Ticket));
        Assert.Equal(held.Id, Assert.Single((await desk.Node.Asked(new ListMail(MailState.Held), MailDesk.Administrator)).Rows).Id);
        await desk.Node.Done(new TakeMailAgain(held.Id), MailDesk.Administrator);
        await desk.Runs();
        Assert.Equal(MailState.Taken, (await desk.Line(held.Id)).State);
        Assert.Equal([MailErrors.OnTicket], await desk.Node.Refused(new TakeMailAgain(held.Id), MailDesk.Administrator));
        Assert.Equal([MailErrors.NotFound], await desk.Node.Refused(new TakeMailAgain(new(99)), MailDesk.Administrator));
        await desk.Node.Folds(new KeptMail { Id = held.Id }, await Kept(desk, held.Id));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_breaks_is_kept_and_holds_nobody_up(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        // An address that nobody can have: no customer can be made of it.
        var broken = await desk.Comes("kim@till@shop.example", "Broken");
        Assert.Equal((MailState.Failed, null), (broken.State, broken.Ticket));
        Assert.False(broken.Reason.IsBlank);
        Assert.Equal(MailState.Taken, (await desk.Comes(TestDatabase.HelensAddress, "Fine")).State);
        var settled = await desk.Node.Done(new SettleMail((await desk.Keep([.. "Subject: x\n\ny"u8])).Id, MailState.Failed, "It broke off"), MailDesk.Administrator);
        Assert.Equal((MailState.Failed, "It broke off"), (settled.State, settled.Reason));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_list_is_led_by_its_cursor(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        for (var i = 0; i < 5; i++) await desk.Comes(TestDatabase.HelensAddress, $"Printer {i}");
        var first = await desk.Node.Asked(new ListMail(Limit: 2), MailDesk.Administrator);
        var rest = await desk.Node.Asked(new ListMail(After: first.Next), MailDesk.Administrator);
        Assert.Equal(["Printer 4", "Printer 3", "Printer 2", "Printer 1", "Printer 0"], first.Rows.Concat(rest.Rows).Select(r => r.About));
        Assert.Null(rest.Next);
        Assert.Equal(MailListErrors.LimitInvalid, (await desk.Node.Desk.Ask(new ListMail(Limit: 0), MailDesk.Administrator.Caller)).Error);
        Assert.Equal(MailListErrors.CursorInvalid, (await desk.Node.Desk.Ask(new ListMail(After: "x"), MailDesk.Administrator.Caller)).Error);
        Assert.Equal(MailErrors.NotFound, (await desk.Node.Desk.Ask(new ShowMail(new(99)), MailDesk.Administrator.Caller)).Error);
        Assert.Contains("It jams.", (await desk.Node.Asked(new ShowMail(first.Rows[0].Id), MailDesk.Administrator)).Text, StringComparison.Ordinal);
    }

    private static async Task<KeptMail> Kept(MailDesk desk, MailId id)
    {
        await using var read = await desk.Node.Database.Read();
        return (await new Work(read, MailDesk.Administrator, desk.Desk.Clock.Now, DeskModule.Catalogue).Mail.Load(id.Value)).Value!;
    }
}
