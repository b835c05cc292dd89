using System.Security.Cryptography.X509Certificates;
using FirstContact.Mail;
using FirstContact.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Sending;

/// <summary>A desk that sends mail to the tests' server, with a clock that goes when it is told to, and a sender that sends when it is told to.</summary>
public sealed class SendingDesk : IAsyncDisposable
{
    public static readonly Call Administrator = Node.With(SendingPermissions.Manage, TicketPermissions.SeeAll, TicketPermissions.Work, TicketPermissions.TakePart);

    private readonly List<LetterSender> _senders = [];

    public required Node Node { get; init; }
    public required TestClock Clock { get; init; }

    public static SmtpServer Server => new("127.0.0.1", TestSmtp.Port, SmtpTls.None, "desk.test");

    public static async Task<SendingDesk> Fresh(string engine)
    {
        var clock = new TestClock();
        return new() { Node = await Node.Start(await TestDatabase.Fresh(engine), clock), Clock = clock };
    }

    /// <summary>Somebody with an address that no other test has.</summary>
    public async Task<(PersonId Id, string Email)> Person(string name, string? email = null)
    {
        email ??= SmtpTests.Somebody();
        await using var read = await Node.Database.Read();
        // Ada is there without her number having been drawn.
        var id = await read.One("select max(id) + 1000 from person", r => r.GetInt64(0));
        Assert.Equal(Outcome.Done, await Node.Database.Commit([new Statement("insert into person (id, version, name, folded, email, roles, active, created_at) values (@id, 1, @name, @folded, @email, '', 1, @at)",
            ("@id", id), ("@name", name), ("@folded", name.Folded), ("@email", email), ("@at", Clock.GetCurrentInstant())),
            new Statement("insert into person_address (address, person) values (@email, @id)", ("@id", id), ("@email", email))]));
        return (new(id), email);
    }

    public static Call As((PersonId Id, string Email) who, string name, params Permission[] permissions) =>
        new(new(who.Id, name, permissions.Select(p => p.Name).ToHashSet(), new HashSet<long>()), "test");

    /// <summary>Lets the journal be read to its end.</summary>
    public async Task Queue()
    {
        await Node.Settled();
        var runner = DeskModule.Runner(Node.Get<IServiceProvider>(), new Notices.TellPeople());
        while (await runner.ReadOn() > 0) { }
    }

    public LetterSender Sender(SmtpServer? server, Database? database = null)
    {
        var settings = new SendingSettings(server, new(null, "desk@example.com"), "https://desk.example.com");
        var maker = new LetterMaker(database ?? Node.Database, Node.Get<JournalReader>(), settings, [new MarkdownHtml(t => $"<p>{System.Net.WebUtility.HtmlEncode(t)}</p>")]);
        var sender = new LetterSender(database ?? Node.Database, Node.Desk, Node.Get<Bell>(), new DeskClock(Clock), maker, settings, NullLogger<LetterSender>.Instance);
        _senders.Add(sender);
        return sender;
    }

    /// <summary>Queues what happened and sends what is due.</summary>
    public async Task Sends(SmtpServer? server = null)
    {
        await Queue();
        await Sender(server ?? Server).SendDue();
    }

    public async Task<IReadOnlyList<LetterLine>> Log() => (await Node.Asked(new ListLetters(), Administrator)).Rows;

    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders)
        {
            await sender.Close();
            sender.Dispose();
        }
        await Node.DisposeAsync();
    }
}
