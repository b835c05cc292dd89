using FirstContact.Lists;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>A desk of tickets with an administrator who makes rules, which run when a test says so.</summary>
public sealed class RuleDesk(TicketDesk desk) : IAsyncDisposable
{
    public static readonly RuleTrigger Opened = On("ticket.opened");

    public Call Administrator { get; } = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);
    public TicketDesk Desk => desk;
    public Node Node => desk.Node;
    public TestClock Clock => desk.Clock;
    public Call Helen => desk.Helen;
    public Call Ada => desk.Ada;

    public static async Task<RuleDesk> Fresh(string engine) => new(await TicketDesk.Fresh(engine));

    public static RuleTrigger On(params string[] events) => new(TriggerKind.Event) { Events = [.. events] };

    public static RuleTrigger After(Moment since, Duration after) => new(TriggerKind.After) { Since = since, After = after };

    public static Condition If(string name, string value) => new(name, value);

    public static TicketAction Then(TicketVerb verb, string? to = null, string? text = null) => new(verb, to, text);

    public Task<Rule> Add(string name, RuleTrigger when, Condition[] conditions, params TicketAction[] actions) =>
        Node.Done(new AddRule(new(name, when, [.. conditions], [.. actions])), Administrator);

    /// <summary>Lets the journal be read, looks at the time, and runs what is due, until nothing more follows.</summary>
    public async Task Runs()
    {
        for (var round = 0; round < 30; round++)
        {
            await Queue();
            await Desk.Runs("look-rules");
            await Desk.Runs("run-rules");
            if (await Count("rule_due") == 0 && await Unread() == 0) return;
        }
        Assert.Fail("The rules do not come to an end.");
    }

    public async Task Queue()
    {
        await Node.Settled();
        foreach (var subscriber in new Subscriber[] { new QueueRules(), new Subscribers.SearchIndex() })
        {
            var runner = DeskModule.Runner(Node.Get<IServiceProvider>(), subscriber);
            while (await runner.ReadOn() > 0) { }
        }
    }

    public async Task<Ticket> Ticket(Ticket of) => (await Desk.Show(of.Id)).Ticket;

    public async Task<IReadOnlyList<RuleRunLine>> Log(Rule rule) => (await Node.Asked(new ListRuleRuns(rule.Id), Administrator)).Rows;

    public async Task<RuleRow> Row(Rule rule) => (await Node.Asked(new ShowRule(rule.Id), Administrator)).Row;

    public async Task<long> Count(string table)
    {
        await using var read = await Node.Database.Read();
        return await read.One($"select count(*) from {table}", r => r.GetInt64(0));
    }

    private async Task<long> Unread() => (await Node.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!.Behind.FirstOrDefault(b => b.Name == "rules").Behind;

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
