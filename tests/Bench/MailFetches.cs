using System.Diagnostics;
using System.Globalization;
using System.Text;
using FirstContact.Mail;
using FirstContact.Mailboxes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact.Bench;

/// <summary>
/// Ten thousand messages wait in three mailboxes, nearly all in one: how fast are they stored, and are those in the small ones kept waiting? Then one message of 50 MB:
/// how much more memory does the process hold while it is fetched and taken in?
/// </summary>
internal static class MailFetches
{
    private const int Many = 9_400, Few = 300, Megabytes = 50;

    // The bytes as they are fetched, the copies that an engine makes of them as it writes and reads, and what the collector has not yet given back.
    private const int Most = 8;

    public static async Task<int> Measure(string page)
    {
        var folder = Directory.CreateTempSubdirectory("firstcontact-fetch-").FullName;
        try
        {
            var rows = new StringBuilder();
            var met = true;
            foreach (var (engine, connection) in await MailIntakes.Desks(folder))
            {
                var figures = await Fetch(connection);
                var (fair, bounded) = (figures.Few * 4 < figures.All, figures.Times <= Most);
                met &= fair && bounded;
                rows.Append(CultureInfo.InvariantCulture, $"| {engine} | {(Many + (2 * Few)) / figures.All.TotalSeconds:F0} | {figures.Few.TotalSeconds:F1} of {figures.All.TotalSeconds:F1} {(fair ? "met" : "missed")} | {figures.Times:F1} {(bounded ? "met" : "missed")} |\n");
            }
            var text = string.Create(CultureInfo.InvariantCulture, $"""
                `bin/bench fetch`: {Many:N0} messages wait in one mailbox of a real IMAP server and {Few} in each of two others; all three are switched on at once. Then one of {Megabytes} MB.

                | | messages a second, from the server to the store | the small ones are through after, s (goal: within a quarter of all) | memory held more for one of {Megabytes} MB, as a multiple of it (goal: at most {Most}) |
                | --- | --- | --- | --- |
                {rows}
                """);
            Console.WriteLine(text);
            Sections.Put(page, Sections.Fetch, text);
            return met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TimeSpan Few, TimeSpan All, double Times)> Fetch(string connection)
    {
        await using var database = Database.From(connection);
        await database.Migrate();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(l => l.AddConsole().SetMinimumLevel(LogLevel.Error)).AddDesk(database).AddSubscribers().AddSenders().AddIntake();
        using var host = builder.Build();
        using TestMailbox large = new(), one = new(), other = new();
        for (var n = 0; n < Many; n++) large.Put(Letter(n));
        for (var n = 0; n < Few; n++) { one.Put(Letter(n)); other.Put(Letter(n)); }
        await host.StartAsync();

        var begun = Stopwatch.GetTimestamp();
        var ids = new List<MailboxId>();
        foreach (var mailbox in new[] { large, one, other }) ids.Add(await Add(host, mailbox));
        await Until(database, ids[1], Few);
        await Until(database, ids[2], Few);
        var few = Stopwatch.GetElapsedTime(begun);
        await Until(database, ids[0], Many);
        var all = Stopwatch.GetElapsedTime(begun);

        // What was fetched is taken in first, so that the large one is alone.
        await Settled(database);
        var heavy = Heavy();
        GC.Collect();
        using var peak = new Peak();
        one.Put(heavy);
        await Until(database, ids[1], Few + 1);
        await Settled(database);
        var times = peak.More / (Megabytes * 1024.0 * 1024);
        await host.StopAsync();
        return (few, all, times);
    }

    private static async Task<MailboxId> Add(IHost host, TestMailbox at)
    {
        var (desk, itself) = (host.Services.GetRequiredService<Journal.Desk>(), new Call(Caller.Desk, "bench"));
        var details = new MailboxDetails(at.Name, $"{at.Name}@harrow.example", new(TestImap.Host, TestImap.Port, MailSafety.None), at.Name, MailSignIn.Password, null, Mailbox.Inbox, MailAfter.MarkRead, null, TakeOld: true, Megabytes + 10, null, null);
        var made = (await desk.Do(new AddMailbox(new(details, null, null), host.Services.GetRequiredService<MailboxSecrets>().Take(TestImap.Password, null, null).Value!), itself)).Value!;
        return (await desk.Do(new SwitchOnMailbox(made.Id), itself)).Value!.Id;
    }

    // From machines, so that what is measured is fetching: they are kept and open nothing.
    private static byte[] Letter(int n) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"From: Monitor <monitor@harrow.example>\r\nTo: help@harrow.example\r\nAuto-Submitted: auto-replied\r\nSubject: Alarm {n}\r\nMessage-ID: <{Guid.NewGuid():N}@harrow.example>\r\n\r\n{new string('x', 1_500)}\r\n"));

    private static byte[] Heavy()
    {
        var line = Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[57]) + "\r\n");
        var head = "From: Helen Marsh <helen@harrow.example>\r\nTo: help@harrow.example\r\nSubject: A film of it\r\nMessage-ID: <film@harrow.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the film.\r\n--x\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=film.mp4\r\n\r\n"u8;
        var raw = new MemoryStream(Megabytes << 20);
        raw.Write(head);
        while (raw.Length < (Megabytes << 20) - 200) raw.Write(line);
        raw.Write("--x--\r\n"u8);
        raw.SetLength(raw.Capacity);
        return raw.GetBuffer();
    }

    private static Task Until(Database database, MailboxId mailbox, int count) => Wait(database, "select count(*) >= @count from mail where mailbox = @id", ("@id", mailbox), ("@count", count));

    private static Task Settled(Database database) => Wait(database, "select count(*) = 0 from mail where state = @state", ("@state", "Waiting"));

    private static async Task Wait(Database database, string question, params (string, object?)[] with)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            await using (var read = await database.Read())
                if (await read.One(question, r => r.GetBoolean(0), with)) return;
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(5)) throw new TimeoutException(question);
            await Task.Delay(20);
        }
    }

    /// <summary>How much more memory the process holds than at its beginning, at the most.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly long _before = Environment.WorkingSet;
        private readonly Timer _timer;
        private long _most;

        public Peak() => _timer = new(_ => _most = Math.Max(_most, Environment.WorkingSet), null, 0, 10);

        public long More => Math.Max(0, _most - _before);

        public void Dispose() => _timer.Dispose();
    }
}
