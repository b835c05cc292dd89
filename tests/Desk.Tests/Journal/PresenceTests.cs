namespace FirstContact.Journal;

public sealed class PresenceTests
{
    private const string Here = "ticket/12", Elsewhere = "ticket/13";
    private static readonly Caller Ada = new(new(1), "Ada Byron", new HashSet<string>(), new HashSet<long>()), Grace = new(new(2), "Grace O'Brien", new HashSet<string>(), new HashSet<long>());

    [Fact]
    public void One_is_here_as_long_as_a_window_is_open()
    {
        var clock = new TestClock();
        var presence = new Presence(new Bell(), clock);
        var told = new List<string>();
        presence.Changed += told.Add;
        var (first, second) = (presence.Look(Here, Ada, serves: true), presence.Look(Here, Ada, serves: true));
        Assert.Equal([new Here(new(new(1), "Ada Byron"), true, null)], presence.At(Here));
        Assert.Empty(presence.At(Elsewhere));
        first.Dispose();
        first.Dispose();
        Assert.Single(presence.At(Here));
        second.Dispose();
        Assert.Empty(presence.At(Here));
        Assert.Equal([Here, Here], told);
    }

    [Fact]
    public void Whoever_writes_comes_first_until_he_stops_or_sends()
    {
        var clock = new TestClock();
        var presence = new Presence(new Bell(), clock);
        using var ada = presence.Look(Here, Ada, serves: true);
        using var grace = presence.Look(Here, Grace, serves: true);
        presence.Write(Here, Grace, serves: true, "note");
        Assert.Equal([("Grace O'Brien", "note"), ("Ada Byron", null)], presence.At(Here).Select(h => (h.Who.Name, h.Writes)));
        clock.Pass(Presence.Writing);
        presence.Round();
        Assert.All(presence.At(Here), h => Assert.Null(h.Writes));
        presence.Write(Here, Grace, serves: true, "reply");
        presence.Wrote(Here, Grace);
        Assert.All(presence.At(Here), h => Assert.Null(h.Writes));
        presence.Wrote(Elsewhere, Grace);
    }

    [Fact]
    public async Task The_other_nodes_know_and_forget_whoever_was_on_one_that_died()
    {
        var connection = await TestDatabase.Fresh("postgres");
        var clock = new TestClock();
        await using var here = await Node.Start(connection, clock);
        var dies = await Node.Start(connection, clock);
        var theirs = dies.Desk.Presence.Look(Here, Grace, serves: true);
        using var mine = here.Desk.Presence.Look(Here, Ada, serves: true);
        // What is told before the other listens is told again with the next rounds.
        await Patience.Until(() => Round(dies, "Grace O'Brien"));
        dies.Desk.Presence.Write(Here, Grace, serves: true, "note");
        await Patience.Until(() => Task.FromResult(here.Desk.Presence.At(Here)[0].Writes == "note"));
        theirs.Dispose();
        await Patience.Until(() => Task.FromResult(here.Desk.Presence.At(Here).Count == 1));

        var again = dies.Desk.Presence.Look(Here, Grace, serves: true);
        await Patience.Until(() => Task.FromResult(here.Desk.Presence.At(Here).Count == 2));
        await dies.DisposeAsync();
        clock.Pass(Presence.Believed + Duration.FromSeconds(1));
        here.Desk.Presence.Round();
        Assert.Equal(["Ada Byron"], here.Desk.Presence.At(Here).Select(h => h.Who.Name));
        again.Dispose();

        Task<bool> Round(Node node, string name)
        {
            clock.Pass(Duration.FromSeconds(1));
            node.Desk.Presence.Round();
            return Task.FromResult(here.Desk.Presence.At(Here).Any(h => h.Who.Name == name));
        }
    }
}
