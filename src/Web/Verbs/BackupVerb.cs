using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact backup</c>: a consistent copy of a desk that goes on working, opened and counted before it is called one.</summary>
public static class BackupVerb
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Where the copy goes." };
            var force = new Option<bool>("--force") { Description = "Replace a copy that is there already, once the new one is proved." };
            var backup = new Command("backup", "Copies the whole desk into one file while it goes on working, then proves the copy.") { file, force };
            backup.SetAction((asked, stop) => Save(asked.GetRequiredValue(file), asked.GetValue(force), stop));
            return backup;
        }
    }

    private static async Task<int> Save(string file, bool force, CancellationToken stop)
    {
        await using var host = DeskHost.Of(Settings.Read());
        Holding holding;
        using (var progress = new Progress("Copying"))
            holding = await progress.While(DeskCopy.Save(host.Database, file, force, stop), DeskCopy.Growing(file));
        Console.WriteLine($"{file} is a whole copy with {holding}.");
        return FirstContactVerbs.Done;
    }
}
