using FirstContact.Tickets;
using Npgsql;

namespace FirstContact.Journal;

/// <summary>A sequence is not commit order: what that would do, and that it does nothing to us.</summary>
public sealed class ManyWritersTests
{
    private const int Nodes = 3, Writers = 16, Rounds = 4;

    [Fact]
    public async Task Sixteen_writers_on_three_nodes_and_no_entry_missed_repeated_or_out_of_order()
    {
        var connection = await TestDatabase.Fresh("postgres");
        await using (var database = Database.From(connection)) await Tally.Prepare(database);
        var nodes = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Node.Start(connection, new Tally())));
        var by = Node.With(TicketPermissions.TakePart, TicketPermissions.Work, TicketPermissions.SeeAll);
        var shared = await nodes[0].Done(TicketDesk.Asking(), by);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var node = nodes[writer % Nodes];
            for (var round = 0; round < Rounds; round++)
            {
                var own = await node.Done(TicketDesk.Asking(), by);
                await Task.WhenAll(node.Done(new GreetCustomer(own.Id, null), by), nodes[(writer + 1) % Nodes].Done(new StateProblem(own.Id, "x"), by));
                await node.Done(new SayOnTicket(shared.Id, MessageKind.Note, Visibility.Internal, "x"), by);
            }
        })));

        Assert.Equal(1 + Writers * Rounds * 4, (await Tally.Written(nodes[0].Database)).Count);
        await Tally.IsComplete(nodes[0].Database);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task An_earlier_number_that_commits_later_is_waited_for()
    {
        await using var node = await Node.Fresh("postgres");
        await using var slow = new NpgsqlConnection(((Postgres)node.Database).Connection.ConnectionString);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using (var first = new NpgsqlCommand("""
            insert into journal (subject, key, event, version, actor, cause, at, body)
            values ('ticket', 1, 'ticket.retitled', 1, 1, 'test', now(), '{"from":"a","to":"first"}')
            """, slow)) await first.ExecuteNonQueryAsync();
        await node.Done(TicketDesk.Asking("second"), Node.With(TicketPermissions.TakePart));

        // The naive reader sees the second entry, moves its position behind it, and never sees the first.
        await using var read = await node.Database.Read();
        var (seen, naive) = (await read.List("select position from journal order by position", r => r.GetInt64(0)), new List<long>());
        Assert.Equal([2], seen);
        Assert.Empty(await node.Get<JournalReader>().After(read, Position.Start, 10));

        await transaction.CommitAsync();
        await node.Settled();
        naive.AddRange(await read.List("select position from journal where position > @last", r => r.GetInt64(0), ("@last", seen[^1])));
        Assert.Empty(naive);
        var (first2, second) = (await node.Get<JournalReader>().After(read, Position.Start, 10)) is [var one, var two] ? (one, two) : default;
        Assert.Equal((1, 2), (first2.Position.Number, second.Position.Number));
        Assert.Equal([2], (await node.Get<JournalReader>().After(read, first2.Position, 10)).Select(e => e.Position.Number));
    }
}
