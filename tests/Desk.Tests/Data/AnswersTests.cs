using FirstContact.Tickets;

namespace FirstContact.Data;

public sealed class AnswersTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_that_many_ask_for_is_read_once_until_something_happens(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Open(desk.Helen);
        var asked = 0;
        desk.Node.Database.Watch = (writes, commits) => asked += !commits && writes.OfType<Statement>().Any(w => w.Sql.StartsWith(TicketRow.Select, StringComparison.Ordinal)) ? 1 : 0;

        var since = System.Diagnostics.Stopwatch.StartNew();
        do
        {
            asked = 0;
            for (var i = 0; i < 20; i++) Assert.Single(await Rows(desk, new() { Customer = "me" }, desk.Helen));
        }
        while (asked > 1 && since.Elapsed < TimeSpan.FromSeconds(20)); // A busy machine may let the second pass in which it is believed.
        Assert.InRange(asked, 0, 1);

        asked = 0;
        await desk.Open(desk.Helen);
        Assert.Equal(2, (await Rows(desk, new() { Customer = "me" }, desk.Helen)).Count);
        Assert.Empty(await Rows(desk, new() { Customer = "me" }, desk.Ravi));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_was_read_before_something_happened_is_given_to_nobody_who_asks_after_it()
    {
        var (answers, begun, go) = (new Answers(), new TaskCompletionSource(), new TaskCompletionSource());
        var first = answers.Get("q", async () => { begun.SetResult(); await go.Task; return "before"; });
        var beside = answers.Get("q", () => Task.FromResult("asked twice"));
        await begun.Task;
        answers.Forget();
        var after = await answers.Get("q", () => Task.FromResult("after"));
        go.SetResult();
        Assert.Equal(("before", "before", "after"), (await first, await beside, after));
        Assert.Equal("after", await answers.Get("q", () => Task.FromResult("asked twice")));
    }

    [Fact]
    public async Task Whoever_waited_for_one_that_failed_asks_himself()
    {
        var (answers, go) = (new Answers(), new TaskCompletionSource());
        var first = answers.Get("q", async Task<string> () => { await go.Task; throw new InvalidOperationException("The line is dead."); });
        var second = answers.Get("q", () => Task.FromResult("here"));
        go.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal("here", await second);
    }

    [Fact]
    public void No_two_questions_look_alike()
    {
        object?[][] values = [[], [null], [""], ["1"], [1L], [1.0], [true], ["a", "b"], ["a\nString 1 b"], [new[] { 1L, 2L }], [new[] { 1L }, 2L], [new[] { 12L }], [new DateTime(1)], [new DateTime(2)]];
        Assert.Equal(values.Length, values.Select(v => Answers.Question("select", v)).Distinct().Count());
    }

    private static async Task<IReadOnlyList<TicketRow>> Rows(TicketDesk desk, TicketFilter filter, Call by) => (await desk.Node.Asked(new ListTickets(filter), by)).Rows;
}
