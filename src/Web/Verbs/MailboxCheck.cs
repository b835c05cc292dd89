using System.Runtime.CompilerServices;
using FirstContact.Mailboxes;

namespace FirstContact.Verbs;

/// <summary>Whether the desk gets into its mailboxes: each that is on is tried, and nothing is taken.</summary>
internal static class MailboxCheck
{
    public static async IAsyncEnumerable<Finding> Of(DeskHost host, [EnumeratorCancellation] CancellationToken stop)
    {
        var lines = (await host.Asked(new ListMailboxes(), stop)).Where(l => l.Row.Active).ToList();
        var door = host.Get<MailboxDoor>();
        // All at once: one that hangs is waited for once.
        var tries = lines.Select(l => Try(door, l.Row, stop)).ToList();
        foreach (var (line, trial) in lines.Zip(tries))
        {
            var about = $"mailbox {line.Row.Details.Name}";
            var wrong = await trial;
            if (wrong is not null) yield return new(about, wrong, "Look at it at Settings, Mailboxes; mend what is said, and try the connection there.");
            else if (line.Left > 0) yield return new(about, $"reached; {line.Left} left on the server", "Settings, Mailboxes shows why; fetch them again there.");
            else yield return new(about, $"reached; {line.Taken} messages taken, {line.Waiting} waiting");
        }
    }

    private static async Task<string?> Try(MailboxDoor door, MailboxRow row, CancellationToken stop)
    {
        try
        {
            await door.Try(row, stop);
            return null;
        }
        catch (ImapException e) { return e.Message; }
    }
}
