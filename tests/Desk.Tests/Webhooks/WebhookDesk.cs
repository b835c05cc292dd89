using System.Net;
using FirstContact.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Webhooks;

/// <summary>A desk whose webhooks may call this machine, with a clock that goes when it is told to, and senders that send when they are told to.</summary>
public sealed class WebhookDesk : IAsyncDisposable
{
    public static readonly WebhookReach Here = WebhookReach.Of(plainHttp: true, [IPNetwork.Parse("127.0.0.0/8")]);
    public static readonly WebhookLimits Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(700));
    public static readonly Call Administrator = Node.With(WebhookPermissions.Manage), Customer = Node.With(TicketPermissions.TakePart);

    private readonly List<IDisposable> _made = [];

    public required Node Node { get; init; }
    public required TestClock Clock { get; init; }

    public WebhookSecrets Secrets => Node.Get<WebhookSecrets>();

    public static async Task<WebhookDesk> Fresh(string engine)
    {
        var clock = new TestClock();
        return new() { Node = await Node.Start(await TestDatabase.Fresh(engine), clock), Clock = clock };
    }

    /// <summary>Adds one that hears of all that happens to tickets.</summary>
    public async Task<(Webhook Webhook, string Secret)> Add(string url, string name = "Board", params string[] events)
    {
        var made = await Node.Done(new AddWebhook(new(name, url, events.Length == 0 ? ["ticket.*"] : [.. events]), Here, Secrets.New()), Administrator);
        return (made.Webhook, made.Secret.Value);
    }

    public Task<Ticket> Opens(string title = "Labels come out blank") => Node.Done(TicketDesk.Asking(title), Customer);

    /// <summary>Lets the journal be read to its end.</summary>
    public async Task Queue()
    {
        await Node.Settled();
        var runner = DeskModule.Runner(Node.Get<IServiceProvider>(), new QueueDeliveries());
        while (await runner.ReadOn() > 0) { }
    }

    public WebhookSender Sender(WebhookReach? reach = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Database? database = null)
    {
        var client = resolve is null ? new WebhookClient(reach ?? Here, Short) : new WebhookClient(reach ?? Here, Short) { Resolve = resolve };
        var sender = new WebhookSender(database ?? Node.Database, Node.Desk, Node.Get<Bell>(), new DeskClock(Clock), Node.Get<DeliveryBodies>(), Secrets, client, Short, NullLogger<WebhookSender>.Instance);
        _made.AddRange([sender, client]);
        return sender;
    }

    /// <summary>Queues what happened and sends what is due.</summary>
    public async Task Sends()
    {
        await Queue();
        await Sender().SendDue();
    }

    public async Task<IReadOnlyList<DeliveryLine>> Log(Webhook webhook) => (await Node.Asked(new ListDeliveries(webhook.Id), Administrator)).Rows;

    public Task<DeliveryView> Shown(DeliveryLine line) => Node.Asked(new ShowDelivery(line.Webhook, line.Id), Administrator);

    public async Task<WebhookRow> Row(Webhook webhook) => (await Node.Asked(new ShowWebhook(webhook.Id), Administrator)).Row;

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _made) one.Dispose();
        await Node.DisposeAsync();
    }
}
