using System.Text;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>A desk to which mail comes, taken in when it is told to.</summary>
public sealed class MailDesk(TicketDesk desk) : IAsyncDisposable
{
    public static readonly Call Server = Node.With(MailPermissions.HandIn), Administrator = Node.With(MailPermissions.Manage);

    private int _sent;

    public TicketDesk Desk => desk;
    public Node Node => desk.Node;

    public static async Task<MailDesk> Fresh(string engine) => new(await TicketDesk.Fresh(engine));

    public Task<KeptMail> Keep(byte[] raw, string? recipient = null, MailVia via = MailVia.Pipe, MailboxId? mailbox = null) => Node.Done(new KeepMail(raw, via, mailbox, recipient), Server);

    public Task Runs() => Node.Get<TakeInWaiting>().Run("test", default);

    /// <summary>Hands a message in and has it taken in.</summary>
    public async Task<MailLine> Comes(string from, string subject, string text = "It jams.", string headers = "", string to = "help@desk.example", string? id = null, string? recipient = null)
    {
        var kept = await Keep(Encoding.UTF8.GetBytes($"From: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{id ?? $"{++_sent}@mail.example"}>\nDate: Sun, 22 Nov 2026 09:00:00 +0000\n{headers}\n{text}\n"), recipient);
        await Runs();
        return await Line(kept.Id);
    }

    public async Task<MailLine> Line(MailId id) => (await Node.Asked(new ShowMail(id), Administrator)).Line;

    public async Task<Ticket> Ticket(string? number)
    {
        Assert.True(TicketNumber.TryParse(number, out var id), $"It is on no ticket: {number}");
        await using var read = await Node.Database.Read();
        return (await new Work(read, new(Caller.Desk, "test"), desk.Clock.Now, DeskModule.Catalogue).Tickets.LoadAny(id)).Value!;
    }

    public async Task<List<Event>> Life(Ticket ticket)
    {
        await using var read = await Node.Database.Read();
        return [.. (await Node.Get<JournalReader>().Of(read, Tickets.Ticket.Subject, ticket.Key)).Select(e => e.Event)];
    }

    public async Task<long> Count(string table)
    {
        await using var read = await Node.Database.Read();
        return await read.One($"select count(*) from {table}", r => r.GetInt64(0));
    }

    /// <summary>As the desk's own answers are noted by whoever sends them.</summary>
    public async Task Sent(string id, Ticket ticket, bool isInternal = false) =>
        Assert.Equal(Outcome.Done, await Node.Database.Commit([MailStore.Remembering(id, ticket.Id, outgoing: true, desk.Clock.Now, isInternal: isInternal)]));

    public async Task<MailMark> Mark()
    {
        await using var read = await Node.Database.Read();
        return await read.MailMark();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
