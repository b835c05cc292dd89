using System.Runtime.CompilerServices;

namespace FirstContact.Verbs;

/// <summary>Whether somebody can let others in, and whether everyone who reads the journal keeps up.</summary>
internal static class DeskCheck
{
    public static async IAsyncEnumerable<Finding> Of(DeskHost host, [EnumeratorCancellation] CancellationToken stop)
    {
        await using (var read = await host.Database.Read(stop))
            yield return await SetUp.IsDone(read)
                ? new("administrators", "there is one at least")
                : new("administrators", "there is none", "Open the web address: it leads to the set-up. Or: firstcontact person create --role administrator …");

        var health = await host.Asked(new ShowHealth(), stop);
        var poison = health.Poison.ToDictionary(p => p[..p.IndexOf(':', StringComparison.Ordinal)]);
        foreach (var (name, behind) in health.Behind)
            yield return poison.TryGetValue(name, out var why)
                ? new($"subscriber {name}", $"stopped at the entry after {why[(name.Length + 2)..]}", $"Mend the cause, often by upgrading; then it goes on by itself, or after firstcontact replay {name}.")
                : new($"subscriber {name}", behind == 0 ? "has read everything" : $"{behind} entries behind: it reads on while the desk is served");
    }
}
