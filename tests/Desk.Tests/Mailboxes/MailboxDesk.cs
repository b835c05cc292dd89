using FirstContact.Mail;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Mailboxes;

/// <summary>A desk with mailboxes on a real server.</summary>
internal sealed class MailboxDesk : IAsyncDisposable
{
    public static readonly Call Administrator = Node.With(MailboxPermissions.Manage, MailPermissions.Manage);
    private static readonly ImapLimits Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200), 1024 * 1024);
    private readonly List<MailboxFetcher> _fetchers = [];
    private readonly List<Node> _others = [];

    public required Node Node { get; init; }

    public static async Task<MailboxDesk> Fresh(string engine) => new() { Node = await Node.Fresh(engine) };

    public static MailboxDetails Details(TestMailbox at, int? port = null) => new(
        $"Box {at.Name}", $"{at.Name}@harrow.example", new(TestImap.Host, port ?? TestImap.Port, MailSafety.None), at.Name, MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: true, 50, null, null);

    public Seq<SealedSecret> Secrets(string password = TestImap.Password) => Node.Get<MailboxSecrets>().Take(password, null, null).Value!;

    public async Task<Mailbox> Add(MailboxDetails details, Seq<SealedSecret>? secrets = null, bool on = true)
    {
        var made = await Node.Done(new AddMailbox(new(details, null, null), secrets ?? Secrets()), Administrator);
        return on ? await Node.Done(new SwitchOnMailbox(made.Id), Administrator) : made;
    }

    public MailboxDoor Door(Node? node = null, ImapLimits? limits = null) => new((node ?? Node).Database, (node ?? Node).Get<MailboxSecrets>(), (node ?? Node).Get<TokenEndpoint>(), limits ?? Short);

    /// <summary>Another node on the same database, which ends with this desk and after its fetchers.</summary>
    public async Task<Node> OtherNode()
    {
        _others.Add(await Node.Start(Node.Connection));
        return _others[^1];
    }

    /// <summary>Begins to fetch, as one node does.</summary>
    public async Task<MailboxFetcher> Fetches(Node? on = null, ImapLimits? limits = null, Duration? lease = null)
    {
        var node = on ?? Node;
        var fetcher = new MailboxFetcher(node.Database, node.Desk, node.Get<Bell>(), node.Get<IClock>(), Door(node, limits), node.Get<TokenEndpoint>(),
            new(lease ?? Duration.FromSeconds(3), _ => Duration.FromMilliseconds(100)), NullLogger<MailboxFetcher>.Instance);
        _fetchers.Add(fetcher);
        await fetcher.StartAsync(CancellationToken.None);
        return fetcher;
    }

    /// <summary>How many messages the desk has stored out of a mailbox.</summary>
    public async Task<int> Stored(Mailbox mailbox)
    {
        await using var read = await Node.Database.Read();
        return await read.One("select count(*) from mail where mailbox = @id", r => r.GetInt32(0), ("@id", mailbox.Id));
    }

    public async Task<MailboxLine> Line(Mailbox mailbox) => (await Node.Asked(new ListMailboxes(), Administrator)).Single(l => l.Row.Id == mailbox.Id);

    public Task<MailboxView> View(Mailbox mailbox) => Node.Asked(new ShowMailbox(mailbox.Id), Administrator);

    public Task Stores(Mailbox mailbox, int count) => Patience.Until(async () => await Stored(mailbox) >= count);

    /// <summary>When all that waits is dealt with, on the server too.</summary>
    public Task Rests(Mailbox mailbox) => Patience.Until(async () => await Line(mailbox) is { Waiting: 0, Error: null, ContactedAt: not null });

    public async ValueTask DisposeAsync()
    {
        foreach (var fetcher in _fetchers)
        {
            await fetcher.StopAsync(CancellationToken.None);
            fetcher.Dispose();
        }
        foreach (var other in _others) await other.DisposeAsync();
        await Node.DisposeAsync();
    }
}
