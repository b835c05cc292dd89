using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact restore</c>: a copy into a new database, or into one that nobody has used.</summary>
public static class RestoreVerb
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "A copy that backup made." };
            var restore = new Command("restore", "Puts a copy into a new database; never over a desk that is in use.") { file };
            restore.SetAction((asked, stop) => Load(asked.GetRequiredValue(file), stop));
            return restore;
        }
    }

    private static async Task<int> Load(string file, CancellationToken stop)
    {
        await using var host = DeskHost.Of(Settings.Read());
        await Console.Error.WriteLineAsync($"Restoring {file}");
        var holding = await DeskCopy.Load(host.Database, file, stop);
        Console.WriteLine($"The desk is back with {holding}. It is ready to be served.");
        return FirstContactVerbs.Done;
    }
}
