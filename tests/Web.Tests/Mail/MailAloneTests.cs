using System.Security.Cryptography;
using System.Text;
using FirstContact.Mailboxes;
using FirstContact.Passes;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>A customer who has nothing but mail, an IMAP server where he writes to, a mail server that brings him the answers, and the whole desk between them.</summary>
public sealed class MailAloneTests
{
    private const string Bracket = "=_part";

    [Theory]
    [InlineData("sqlite", false), InlineData("sqlite", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task Asked_answered_solved_and_verified_by_mail_with_every_byte(string engine, bool byLink)
    {
        await using var desk = await WebDesk.Start(engine, mail: new SendingSettings(new("127.0.0.1", TestSmtp.Port, SmtpTls.None, "desk.test"), new("Service desk", "desk@desk.example"), "http://desk.example"));
        var agent = await desk.Register("Ada Byron", Role.Agent);
        using var box = new TestMailbox();
        // The servers are everybody's: this customer's address is only his.
        var helen = $"helen.{box.Name}@harrow.example";
        await desk.Done(new RegisterPerson("Helen Marsh", helen, Roles: [Role.Customer]));
        await Fetch(desk, box);
        var ada = new Call(new(agent.Id, agent.Name, DeskModule.RoleBook.Permissions([Role.Agent]), new HashSet<long>()), "test");

        // She asks, with a picture in her words and a file beside them.
        var (picture, file) = (Png(4_000), RandomNumberGenerator.GetBytes(150_000));
        box.Put(Letter(helen, "Labels come out blank", $"<first.{box.Name}@harrow.example>", "", picture, file));
        TicketRow? row = null;
        await Patience.Until(async () => (row = (await Tickets(desk)).SingleOrDefault()) is not null);
        var ticketId = new TicketId(row!.Id);
        var ticket = (await desk.Desk.Ask(new ShowTicket(ticketId), ada.Caller)).Value!;
        Assert.Equal((Channel.Mail, "Labels come out blank", "Helen Marsh"), (ticket.Ticket.Channel, ticket.Ticket.Title, ticket.Customer.Name));
        var files = Assert.IsType<TicketOpened>(ticket.Timeline.Select(e => e.Event).First(e => e is TicketOpened)).Files;
        Assert.Equal(["label.png", "printer.log"], files.Select(f => f.Name));
        Assert.Equal([picture, file], [await Bytes(desk, files[0], ada), await Bytes(desk, files[1], ada)]);
        var receipt = Message.Read((await TestSmtp.Arrived(helen))[0]);
        Assert.Equal("auto-replied", receipt.Headers.Text("Auto-Submitted"));

        // She is answered, with a file that arrives as it was sent.
        var drawing = RandomNumberGenerator.GetBytes(90_000);
        var upload = await desk.Done(new UploadFile("ribbon.bin", drawing), ada);
        await desk.Done(new SayOnTicket(ticketId, MessageKind.Reply, Visibility.Public, "Is the **ribbon** worn?") { Attachments = [upload.Key] }, ada);
        var answer = Message.Read((await TestSmtp.Arrived(helen, 2))[1]);
        Assert.Contains("ribbon", answer.Body.Text, StringComparison.Ordinal);
        Assert.Equal(drawing, Assert.Single(answer.Body.Attachments, a => a.Name == "ribbon.bin").Content().ToArray());

        // She follows up by the button of her mail program, which knows only what it answers.
        box.Put(Letter(helen, $"Re: {answer.Subject}", $"<second.{box.Name}@harrow.example>", $"In-Reply-To: <{answer.Id}>\r\nReferences: <{answer.Id}>\r\n", null, null, to: answer.ReplyTo[0].Address, text: "Yes, quite worn."));
        await Patience.Until(async () => (await desk.Desk.Ask(new ShowTicket(ticketId), ada.Caller)).Value!.Ticket.Messages == 2);
        Assert.Single(await Tickets(desk));

        // It is stated, and she says by reply that this is right.
        await desk.Done(new AddCategory("Printing"));
        await desk.Done(new GreetCustomer(ticketId, null), ada);
        await desk.Done(new ClassifyTicket(ticketId, "Printing", null, null), ada);
        await desk.Done(new StateProblem(ticketId, "Labels are blank"), ada);
        var stated = await Arrives(helen, "this is how we understood you");
        Reply(box, helen, stated, "That is right.");
        await Patience.Until(async () => (await View(desk, ticketId)).Ticket.Care.StatementAgreed == true);

        // It is solved; not yet, she says by reply, and the work goes on.
        await desk.Done(new ReproduceProblem(ticketId, Reproduced.Reproduced, ["Print one"], null), ada);
        await PassTests.Again(desk, ticketId, ada);
        var asked = await Arrives(helen, "A new ribbon is in");
        Reply(box, helen, asked, "Not yet, the red ones are blank.");
        await Patience.Until(async () => (await View(desk, ticketId)).Ticket is { Status: TicketStatus.InProgress, CustomerWord: CustomerWord.NotYet });

        // It is solved again. An answer to the older letter is a message; one to the newer closes it, or the link does.
        await PassTests.Again(desk, ticketId, ada);
        var anew = await Arrives(helen, "A new ribbon is in", but: asked.Id);
        Reply(box, helen, asked, "Yes, it works.");
        await Patience.Until(async () => (await View(desk, ticketId)).Timeline.Any(e => e.Event is MessagePosted said && said.Body.StartsWith("Yes, it works.", StringComparison.Ordinal)));
        Assert.Equal(TicketStatus.Resolved, (await View(desk, ticketId)).Ticket.Status);
        if (byLink)
        {
            var link = await PassTests.Link(helen, "Say whether it works", of: anew.Id);
            var browser = desk.Browser();
            Assert.Equal(303, (int)(await browser.Send(await browser.Open(link), link, ("words", ""), ("outcome", "works"))).Status);
        }
        else Reply(box, helen, anew, "Hello Ada,\r\n\r\nit prints again, thank you.\r\n\r\nKind regards\r\nHelen");
        await Patience.Until(async () => (await View(desk, ticketId)).Ticket.Status == TicketStatus.Closed);
        var life = (await View(desk, ticketId)).Timeline;
        Assert.Equal(Verification.ByCustomer, life.Select(e => e.Event).OfType<TicketClosed>().Single().Verification);
        Assert.Equal((byLink ? "link" : "mail", "Helen Marsh"), life.Last(e => e.Event is CustomerVerified) is var verified ? (verified.Cause, verified.Actor) : default);
        Assert.Single(await Tickets(desk));
        // What she wrote is brought to her by nobody, and the mailbox holds nothing unread.
        Assert.DoesNotContain(TestSmtp.For(helen), m => Message.Read(m).Body.Text.Contains("thank you", StringComparison.Ordinal));
        await Patience.Until(() => Task.FromResult(box.Count(kind: "UNSEEN") == 0));
    }

    private int _replies;

    private void Reply(TestMailbox box, string from, Message to, string text) =>
        box.Put(Letter(from, $"Re: {to.Subject}", $"<reply{++_replies}.{box.Name}@harrow.example>", $"In-Reply-To: <{to.Id}>\r\n", null, null, text: $"{text}\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Service desk <desk@desk.example> wrote:\r\n> {ReplyWords.Above}\r\n> Hello Helen"));

    private static async Task<Message> Arrives(string address, string words, string? but = null)
    {
        Message? found = null;
        await Patience.Until(() => Task.FromResult((found = TestSmtp.For(address).Select(m => Message.Read(m)).LastOrDefault(m => m.Id != but && m.Body.Text.Contains(words, StringComparison.Ordinal))) is not null));
        return found!;
    }

    private static async Task<TicketView> View(WebDesk desk, TicketId on) => (await desk.Desk.Ask(new ShowTicket(on), Caller.Desk)).Value!;

    private static async Task Fetch(WebDesk desk, TestMailbox box)
    {
        var details = new MailboxDetails($"Box {box.Name}", $"{box.Name}@desk.example", new(TestImap.Host, TestImap.Port, MailSafety.None), box.Name, MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: true, 50, null, null);
        var mailbox = await desk.Done(new AddMailbox(new(details, null, null), desk.Get<MailboxSecrets>().Take(TestImap.Password, null, null).Value!));
        await desk.Done(new SwitchOnMailbox(mailbox.Id));
    }

    private static async Task<IReadOnlyList<TicketRow>> Tickets(WebDesk desk) => (await desk.Desk.Ask(new ListTickets(new()), Caller.Desk)).Value!.Rows;

    private static async Task<byte[]> Bytes(WebDesk desk, FileRef file, Call by) => (await desk.Desk.Ask(new ShowFile(file.Id), by.Caller)).Value!.Bytes;

    private static byte[] Png(int size) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. RandomNumberGenerator.GetBytes(size)];

    private static byte[] Letter(string from, string subject, string id, string headers, byte[]? picture, byte[]? file, string to = "help@desk.example", string text = "Look:")
    {
        var head = $"From: Helen Marsh <{from}>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: {id}\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n{headers}MIME-Version: 1.0\r\n";
        if (picture is null || file is null) return Encoding.UTF8.GetBytes($"{head}\r\n{text}\r\n");
        return Encoding.ASCII.GetBytes($"""
            {head}Content-Type: multipart/mixed; boundary="{Bracket}1"

            --{Bracket}1
            Content-Type: multipart/related; boundary="{Bracket}2"

            --{Bracket}2
            Content-Type: text/html; charset=utf-8

            <p>{text} <img src="cid:label"></p>
            --{Bracket}2
            Content-Type: image/png; name="label.png"
            Content-ID: <label>
            Content-Disposition: inline; filename="label.png"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(picture, Base64FormattingOptions.InsertLineBreaks)}
            --{Bracket}2--
            --{Bracket}1
            Content-Type: application/octet-stream; name="printer.log"
            Content-Disposition: attachment; filename="printer.log"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(file, Base64FormattingOptions.InsertLineBreaks)}
            --{Bracket}1--

            """.ReplaceLineEndings("\r\n"));
    }
}
