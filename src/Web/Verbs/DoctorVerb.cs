using System.CommandLine;
using System.Data.Common;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact doctor</c>: looks at everything that keeps a desk from working well, and says what to do.</summary>
public static class DoctorVerb
{
    public static Command Command
    {
        get
        {
            var doctor = new Command("doctor", "Checks settings, database, clock, disk, the readers of the journal, mail that nobody has decided on and the mailboxes; says what to do.");
            doctor.SetAction((_, stop) => Examine(stop));
            return doctor;
        }
    }

    private static async Task<int> Examine(CancellationToken stop)
    {
        var wrong = 0;
        await foreach (var finding in Findings(stop))
        {
            Console.WriteLine(finding);
            if (!finding.IsWell) wrong++;
        }
        Console.WriteLine(wrong == 0 ? "All is well." : $"{wrong} {(wrong == 1 ? "thing needs" : "things need")} you.");
        return wrong == 0 ? FirstContactVerbs.Done : FirstContactVerbs.Failed;
    }

    private static async IAsyncEnumerable<Finding> Findings([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (Try(Settings.Read, out var unreadable) is not { } settings)
        {
            yield return unreadable!;
            yield break;
        }
        yield return new("settings", $"read; times are shown as in {settings.TimeZone.Id}");
        foreach (var finding in SettingsCheck.Of(settings)) yield return finding;

        yield return await MailCheck.Of(settings.Mail, stop);

        await using var host = Try(() => DeskHost.Of(settings), out unreadable);
        var reached = host is null ? unreadable! : await Reach(host.Database);
        yield return reached;
        if (host is null || !reached.IsWell) yield break;

        var checkup = await Checkup.Of(host.Database, stop);
        foreach (var finding in DatabaseCheck.Of(host.Database, checkup, SystemClock.Instance.GetCurrentInstant())) yield return finding;
        if (checkup.Missing.Count > 0) yield break;
        await foreach (var finding in DeskCheck.Of(host, stop)) yield return finding;
        yield return await HeldMailCheck.Of(host, stop);
        await foreach (var finding in MailboxCheck.Of(host, stop)) yield return finding;
    }

    private static T? Try<T>(Func<T> read, out Finding? unreadable) where T : class
    {
        unreadable = null;
        try { return read(); }
        catch (Exception e) when (e is SettingsException or FormatException or InvalidDataException)
        {
            unreadable = new("settings", e.Message, "Mend it, or leave it away: docs/guide/settings.md tells what each setting may be.");
            return null;
        }
    }

    private static async Task<Finding> Reach(Database database)
    {
        try
        {
            return await database.Holds() is { } holding
                ? new("database", $"reached; it holds {holding}")
                : new("database", "there is no desk in it yet", "Start firstcontact serve, which makes one, or restore a copy.");
        }
        catch (Exception e) when (e is DbException or TimeoutException or ArgumentException or System.Net.Sockets.SocketException or IOException)
        {
            return new("database", e.Message, "See that it runs and that FIRSTCONTACT_DATABASE names it, its user and its password.");
        }
    }
}
