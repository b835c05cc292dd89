using System.Text;
using FirstContact.Mailboxes;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Two desks that are each other's customer, with real servers between them: what one sends is brought to the other as the mail server wrote it down.</summary>
public sealed class TwoDesksTests
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Two_desks_that_write_to_each_other_stop_after_one_message(string engine)
    {
        using TestMailbox here = new(), there = new();
        await using var ours = await Open(engine, here);
        await using var theirs = await Open(engine, there);
        await Knows(ours, "Their desk", Address(there));
        await Knows(theirs, "Our desk", Address(here));
        var agent = await ours.Register("Ada Byron", Role.Agent);
        var ada = new Call(new(agent.Id, agent.Name, DeskModule.RoleBook.Permissions([Role.Agent]), new HashSet<long>()), "test");

        // Somebody writes to us in their desk's name. Our receipt comes to their desk, which keeps it and says nothing.
        here.Put(Letter(Address(there), "The line is down"));
        await Brought(there, 1, theirs);
        Assert.Equal([MailState.Refused], await States(theirs));
        Assert.Empty((await theirs.Desk.Ask(new ListTickets(new()), Caller.Desk)).Value!.Rows);

        // Somebody here answers by hand: that is a matter for them, and their receipt is the one message that comes back.
        var ticket = new TicketId(Assert.Single((await ours.Desk.Ask(new ListTickets(new()), Caller.Desk)).Value!.Rows).Id);
        await ours.Done(new SayOnTicket(ticket, MessageKind.Reply, Visibility.Public, "Which line?"), ada);
        await Brought(there, 2, theirs);
        Assert.Equal([MailState.Refused, MailState.Taken], await States(theirs));
        await Brought(here, 1, ours);
        Assert.Equal([MailState.Taken, MailState.Refused], await States(ours));

        // What is said next leaves after all that came before it: had either desk answered the other's machine, it would lie there now.
        await ours.Done(new SayOnTicket(ticket, MessageKind.Reply, Visibility.Public, "The one to Leeds?"), ada);
        await Brought(there, 3, theirs);
        Assert.Equal((3, 1), (TestSmtp.For(Address(there)).Count, TestSmtp.For(Address(here)).Count));
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_machine_is_never_answered_and_somebody_after_it_is(string engine)
    {
        using var box = new TestMailbox();
        await using var desk = await Open(engine, box);
        string Of(string name) => $"{name}.{box.Name}@harrow.example";
        foreach (var name in (string[])["monitor", "bounce", "list", "bulk", "helen"]) await Knows(desk, name, Of(name));
        box.Put(Letter(Of("monitor"), "Disk is full", "Auto-Submitted: auto-generated\r\n"));
        box.Put(Letter(Of("bounce"), "Something went wrong", above: "Return-Path: <>\r\n"));
        box.Put(Letter(Of("list"), "News of the week", "List-Id: <news.harrow.example>\r\n"));
        box.Put(Letter(Of("bulk"), "Offers", "Precedence: bulk\r\n"));
        box.Put(Letter(Of("helen"), "Printer"));
        Assert.Equal("auto-replied", Message.Read((await TestSmtp.Arrived(Of("helen")))[0]).Headers.Text("Auto-Submitted"));
        // All five are matters for somebody; only the last was written by one.
        Assert.Equal(Enumerable.Repeat(MailState.Taken, 5), await States(desk));
        // Nor does what happens later go to one by itself.
        var agent = await desk.Register("Ada Byron", Role.Agent);
        var ada = new Call(new(agent.Id, agent.Name, DeskModule.RoleBook.Permissions([Role.Agent]), new HashSet<long>()), "test");
        await desk.Done(new AddCategory("Printing"));
        foreach (var row in (await desk.Desk.Ask(new ListTickets(new()), Caller.Desk)).Value!.Rows.OrderBy(r => r.Id))
        {
            await desk.Done(new GreetCustomer(new(row.Id), null), ada);
            await desk.Done(new ClassifyTicket(new(row.Id), "Printing", null, null), ada);
            await desk.Done(new StateProblem(new(row.Id), "It is as it was said"), ada);
        }
        Assert.Contains("this is how we understood you", Message.Read((await TestSmtp.Arrived(Of("helen"), 2))[1]).Body.Text, StringComparison.Ordinal);
        foreach (var name in (string[])["monitor", "bounce", "list", "bulk"]) Assert.Empty(TestSmtp.For(Of(name)));
    }

    private static string Address(TestMailbox box) => $"{box.Name}@desk.example";

    private static async Task<WebDesk> Open(string engine, TestMailbox box)
    {
        var desk = await WebDesk.Start(engine, mail: new SendingSettings(new("127.0.0.1", TestSmtp.Port, SmtpTls.None, "desk.test"), new("Service desk", Address(box)), "http://desk.example"));
        var details = new MailboxDetails($"Box {box.Name}", Address(box), new(TestImap.Host, TestImap.Port, MailSafety.None), box.Name, MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: true, 50, null, null);
        var mailbox = await desk.Done(new AddMailbox(new(details, null, null), desk.Get<MailboxSecrets>().Take(TestImap.Password, null, null).Value!));
        await desk.Done(new SwitchOnMailbox(mailbox.Id));
        return desk;
    }

    private static Task Knows(WebDesk desk, string name, string address) => desk.Done(new RegisterPerson(name, address, Roles: [Role.Customer]));

    /// <summary>Brings the newest of so many letters into the mailbox that they went to, and waits until the desk there has settled it.</summary>
    private static async Task Brought(TestMailbox box, int count, WebDesk to)
    {
        var letters = await TestSmtp.Arrived(Address(box), count);
        Assert.Equal(count, letters.Count);
        var before = (await States(to)).Count;
        box.Put(letters[^1]);
        await Patience.Until(async () => (await States(to)) is var states && states.Count == before + 1 && !states.Contains(MailState.Waiting));
    }

    private static async Task<List<MailState>> States(WebDesk desk)
    {
        await using var read = await desk.Get<Database>().Read();
        return await read.List("select state from mail order by id", r => Enum.Parse<MailState>(r.GetString(0)));
    }

    private static byte[] Letter(string from, string subject, string headers = "", string above = "") => Encoding.ASCII.GetBytes(
        $"{above}From: <{from}>\r\nTo: help@desk.example\r\nSubject: {subject}\r\nMessage-ID: <{Guid.NewGuid():N}@harrow.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n{headers}\r\nLook at it.\r\n");
}
