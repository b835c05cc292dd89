using System.Diagnostics;
using FirstContact.Services;
using FirstContact.Subscribers;
using FirstContact.Tickets;

namespace FirstContact.Journal;

public sealed class BellTests
{
    private static readonly Call Manager = Node.With(ServicePermissions.Manage, TicketPermissions.TakePart);

    [Fact]
    public async Task A_screen_on_another_node_hears_within_a_second()
    {
        var connection = await TestDatabase.Fresh("postgres");
        await using var here = await Node.Start(connection);
        await using var there = await Node.Start(connection);
        var ticket = await here.Done(TicketDesk.Asking(), Manager);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var screen = there.Get<LiveScreens>().Watch([$"ticket/{ticket.Key}"], null, stop.Token).GetAsyncEnumerator(stop.Token);
        await using var another = there.Get<LiveScreens>().Watch(["ticket/999"], null, stop.Token).GetAsyncEnumerator(stop.Token);
        var (heard, unheard) = (screen.MoveNextAsync().AsTask(), another.MoveNextAsync().AsTask());

        // Until both listen: the first thing a listener hears is that it may have missed something.
        await Patience.Until(async () =>
        {
            here.Get<Bell>().Ring([$"ticket/{ticket.Key}"]);
            await Task.Delay(50);
            return heard.IsCompleted;
        });
        if (unheard.IsCompleted) unheard = another.MoveNextAsync().AsTask();
        await Task.Delay(100);

        await Patience.Once(within: TimeSpan.FromSeconds(1), async () =>
        {
            heard = screen.MoveNextAsync().AsTask();
            if (heard.IsCompleted) heard = screen.MoveNextAsync().AsTask();
            var since = Stopwatch.StartNew();
            await here.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Hello?"), Manager);
            Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(10)));
            return since.Elapsed;
        });
        Assert.False(unheard.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unheard);
    }

    [Fact]
    public async Task What_moves_between_the_page_and_its_line_is_told_when_the_line_is_up()
    {
        var clock = new TestClock();
        await using var node = await Node.Start(await TestDatabase.Fresh("sqlite"), clock);
        var screens = node.Get<LiveScreens>();
        var ticket = await node.Done(TicketDesk.Asking(), Manager);
        clock.Pass(Duration.FromSeconds(1));
        var read = clock.Now;
        clock.Pass(Duration.FromSeconds(1));
        Assert.False(await Hears($"ticket/{ticket.Key}", read));

        await node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Hello?"), Manager);
        clock.Pass(Duration.FromSeconds(1));
        Assert.True(await Hears($"ticket/{ticket.Key}", read));
        Assert.True(await Hears("ticket", read));
        Assert.False(await Hears("ticket/999", read));
        Assert.False(await Hears($"ticket/{ticket.Key}", clock.Now));
        Assert.False(await Hears($"ticket/{ticket.Key}", null));
        // What rang before this node began nobody remembers: then rather once too often.
        Assert.True(await Hears("ticket/999", read - Duration.FromHours(1)));

        async Task<bool> Hears(string topic, Instant? since)
        {
            using var stop = new CancellationTokenSource();
            await using var screen = screens.Watch([topic], since, stop.Token).GetAsyncEnumerator(stop.Token);
            var moved = screen.MoveNextAsync().AsTask();
            var heard = moved.IsCompleted;
            await stop.CancelAsync();
            await ((Task)moved).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return heard;
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_kept_in_memory_is_not_believed_for_long_when_no_bell_rings(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        await using var node = await Node.Start(connection);
        await using var database = Database.From(connection);
        var silent = new Desk(database, DeskModule.Catalogue, new Bell(), new DeskClock(SystemClock.Instance));
        var known = 0;
        await Patience.Once(within: TimeSpan.FromSeconds(5), async () =>
        {
            Assert.Equal(known, (await node.Asked(new ListCategories())).Count);
            Assert.Null((await silent.Do(new AddCategory($"Printing {++known}"), Manager)).Error);
            var since = Stopwatch.StartNew();
            await Patience.Until(async () => (await node.Asked(new ListCategories())).Count == known);
            return since.Elapsed;
        });
    }

    [Fact]
    public async Task With_a_bell_it_is_forgotten_at_once_on_the_other_node()
    {
        var connection = await TestDatabase.Fresh("postgres");
        await using var here = await Node.Start(connection);
        await using var there = await Node.Start(connection);
        var heard = 0;
        there.Get<Bell>().Rang += topics => { if (topics.Contains("warm")) Interlocked.Increment(ref heard); };
        await Patience.Until(async () =>
        {
            here.Get<Bell>().Ring(["warm"]);
            await Task.Delay(50);
            return heard > 0;
        });
        var known = 0;
        await Patience.Once(within: TimeSpan.FromSeconds(1), async () =>
        {
            Assert.Equal(known, (await there.Asked(new ListCategories())).Count);
            await here.Done(new AddCategory($"Printing {++known}"), Manager);
            var since = Stopwatch.StartNew();
            await Patience.Until(async () => (await there.Asked(new ListCategories())).Count == known);
            return since.Elapsed;
        });
    }
}
