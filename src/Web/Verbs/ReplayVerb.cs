using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact replay</c>: lets one reader of the journal forget what it made and begin again. A server that runs reads on at once.</summary>
public static class ReplayVerb
{
    public static Command Command
    {
        get
        {
            var name = new Argument<string>("subscriber") { Description = "Which one; doctor lists them." };
            var replay = new Command("replay", "Lets one subscriber read the whole journal again.") { name };
            replay.SetAction((asked, stop) => Replay(asked.GetRequiredValue(name), stop));
            return replay;
        }
    }

    private static async Task<int> Replay(string name, CancellationToken stop)
    {
        var subscriber = DeskModule.Subscribers.FirstOrDefault(s => s.Name == name) ?? throw new BadArgumentException(
            $"There is no subscriber '{name}'. {(DeskModule.Subscribers.Count == 0 ? "There are none." : $"There are: {string.Join(", ", DeskModule.Subscribers.Select(s => s.Name))}")}");
        await using var host = await DeskHost.Open();
        if (!await DeskModule.Runner(host.Get<IServiceProvider>(), subscriber).Replay(stop))
        {
            await Console.Error.WriteLineAsync($"{name} cannot be replayed: doing again what it did would do harm.");
            return FirstContactVerbs.Failed;
        }
        Console.WriteLine($"{name} begins again at the first entry, as soon as a server runs.");
        return FirstContactVerbs.Done;
    }
}
