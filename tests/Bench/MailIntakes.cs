using System.Diagnostics;
using System.Globalization;
using System.Text;
using FirstContact.Mail;
using FirstContact.Policies;
using FirstContact.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FirstContact.Bench;

/// <summary>
/// How many real messages a desk takes in a second, from the raw bytes to the ticket, while agents open and look at tickets. Each is from a sender of its own,
/// so that no limit holds it; four hands hand in at once, as a mail server does.
/// </summary>
internal static class MailIntakes
{
    private const int Count = 400, Hands = 4, Goal = 20;

    public static async Task<int> Measure(string page)
    {
        if (MailFiles.Folder is null)
        {
            await Console.Error.WriteLineAsync("The real messages are not beside the checkout.");
            return 1;
        }
        var folder = Directory.CreateTempSubdirectory("firstcontact-mail-").FullName;
        try
        {
            var rows = new StringBuilder();
            var met = true;
            foreach (var (engine, connection) in await Desks(folder))
            {
                var (rate, taken, actions) = await Rate(connection);
                met &= rate >= Goal && taken == Count;
                rows.Append(CultureInfo.InvariantCulture, $"| {engine} | at least {Goal} | {rate:F0} {(rate >= Goal ? "met" : "missed")} | {taken} of {Count} | {actions:F0} |\n");
            }
            var text = $"""
                `bin/bench intake`: {Count} real messages, each made one of another sender, handed in by {Hands} at once and taken in by one node, while an agent opens and looks at tickets without a pause.

                | | goal | messages a second, from the raw bytes to the ticket | taken in | the agent's actions a second meanwhile |
                | --- | --- | --- | --- | --- |
                {rows}
                """;
            Console.WriteLine(text);
            Sections.Put(page, Sections.Intake, text);
            return met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Rate, long Taken, double Actions)> Rate(string connection)
    {
        await using var database = Database.From(connection);
        await database.Migrate();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(l => l.AddConsole().SetMinimumLevel(LogLevel.Error)).AddDesk(database).AddSubscribers().AddIntake();
        using var host = builder.Build();
        await host.StartAsync();
        var desk = host.Services.GetRequiredService<Journal.Desk>();
        var itself = new Call(Caller.Desk, "bench");
        var customer = (await desk.Do(new People.RegisterPerson("Bench", "bench@harrow.example"), itself)).Value!;
        var messages = Messages();

        using var busy = new CancellationTokenSource();
        var actions = 0;
        var agent = Task.Run(async () =>
        {
            while (!busy.IsCancellationRequested)
            {
                var opened = await desk.Do(new OpenTicket(TicketKind.Incident, Channel.Phone, "Label printer", "It prints blank.", customer.Email, Level.Medium, Level.Medium), itself);
                await desk.Ask(new ShowTicket(opened.Value!.Id), Caller.Desk);
                actions += 2;
            }
        });
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (raw, stop) =>
        {
            if ((await desk.Do(new KeepMail(raw, MailVia.Pipe), itself, stop)).Error is { } no) throw new InvalidOperationException(no.Message);
        });
        while (await Of(database, "Waiting") > 0 && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(2)) await Task.Delay(5);
        var took = Stopwatch.GetElapsedTime(begun);
        await busy.CancelAsync();
        await agent;
        var taken = await Of(database, "Taken");
        await host.StopAsync();
        return (Count / took.TotalSeconds, taken, actions / took.TotalSeconds);
    }

    private static async Task<long> Of(Database database, string state)
    {
        await using var read = await database.Read();
        return await read.One("select count(*) from mail where state = @state", r => r.GetInt64(0), ("@state", state));
    }

    /// <summary>Real ones that people wrote, each with another sender and another id.</summary>
    private static List<byte[]> Messages()
    {
        var real = MailFiles.Messages.Select(m => m.Raw).Where(r => r.Length > 0 && Message.Read(r) is { Author.IsWhole: true } m && Machine.Of(m).MayOpenTicket).ToList();
        return [.. Enumerable.Range(0, Count).Select(n => (byte[])[.. Encoding.ASCII.GetBytes($"From: Sender {n} <sender{n}@shop{n % 40}.example>\r\nMessage-ID: <{n}@bench.example>\r\n"), .. real[n % real.Count]])];
    }

    public static async Task<IReadOnlyList<(string Engine, string Connection)>> Desks(string folder)
    {
        var server = Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_POSTGRES") ?? throw new InvalidOperationException("bin/bench starts PostgreSQL and says where it is.");
        await using var source = NpgsqlDataSource.Create($"{server};Database=postgres;Pooling=false");
        foreach (var statement in new[] { "drop database if exists desk_mail", "create database desk_mail" })
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
        return [("SQLite", $"Data Source={folder}/desk.db"), ("PostgreSQL", $"{server};Database=desk_mail")];
    }
}
