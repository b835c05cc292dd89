namespace FirstContact.Journal;

/// <summary>SIGKILL under load: every acknowledged ticket is there, its entry is there once, and its follow-up row follows once.</summary>
public sealed class KillTests
{
    private const int Rounds = 3, Acknowledged = 60;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Nothing_acknowledged_is_lost_and_nothing_follows_twice(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        await using var node = await Node.Start(connection);
        await Tally.Prepare(node.Database);
        var acknowledged = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            using var desk = Another.Process("write", connection);
            for (var heard = 0; await desk.StandardOutput.ReadLineAsync() is { } line; heard++)
            {
                acknowledged.Add(long.Parse(line, System.Globalization.CultureInfo.InvariantCulture));
                if (heard == Acknowledged) desk.Kill();
            }
        }
        Assert.True(acknowledged.Count > Rounds * Acknowledged);

        await using var after = await Node.Start(connection, new Tally());
        await using var read = await after.Database.Read();
        var stored = await read.List("select id from ticket order by id", r => r.GetInt64(0));
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        Assert.Equal(stored, (await Tally.Written(after.Database)).Select(e => e.Key).Order());
        await Tally.IsComplete(after.Database);
    }
}
