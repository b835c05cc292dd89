using System.Reflection;

namespace FirstContact;

/// <summary>The house as it stands in its files and assemblies. A wall is a test that lists what breaks it.</summary>
public static class House
{
    public static readonly Assembly Domain = typeof(Event).Assembly, Desk = typeof(Database).Assembly, Web = typeof(Server).Assembly;
    public static readonly Assembly[] All = [Domain, Desk, Web];
    private static readonly Dictionary<string, string> Read = [];

    public static string Root { get; } = Find();

    /// <summary>Files of ours below a folder, as paths from the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f))
        .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
        .Where(f => !f.Split('/').Any(part => part is "obj" or "bin" or "node_modules")).Order(StringComparer.Ordinal);

    public static string Text(string file)
    {
        lock (Read) return Read.TryGetValue(file, out var text) ? text : Read[file] = File.ReadAllText(Path.Combine(Root, file));
    }

    public static IEnumerable<string> Lines(string file) => Text(file).Split('\n');

    public static bool Exists(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    /// <summary>The rooms of a project: People, Tickets …</summary>
    public static IEnumerable<string> Rooms(string project) => Files($"src/{project}", ".cs", ".razor").Select(f => f.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct();

    /// <summary>Commands and queries: types that are a <paramref name="kind"/> of something.</summary>
    public static IEnumerable<Type> Asked(Type kind) => Desk.GetTypes()
        .Where(t => !t.IsAbstract && !t.IsInterface && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind)).OrderBy(t => t.Name);

    /// <summary>Compares with what was approved; with FIRSTCONTACT_APPROVE=1 in the environment it is what was approved.</summary>
    public static void Approved(string name, string now)
    {
        var file = Path.Combine(Root, "tests/House.Tests/Approved", name);
        if (Environment.GetEnvironmentVariable("FIRSTCONTACT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }
        var (was, @is) = (File.Exists(file) ? File.ReadAllLines(file) : [], now.TrimEnd('\n').Split('\n'));
        Holds($"{name} has drifted from what was approved. If it is meant, run the House tests once with FIRSTCONTACT_APPROVE=1 and look at the difference",
            [.. was.Except(@is).Select(l => $"- {l}"), .. @is.Except(was).Select(l => $"+ {l}"), .. was.SequenceEqual(@is) ? [] : new[] { "the lines are in another order" }]);
    }

    /// <summary>A wall holds when nothing breaks it; else it says all that does.</summary>
    public static void Holds(string wall, IEnumerable<string> broken) =>
        Assert.True(broken.ToList() is { Count: 0 } or null, $"{wall}:\n  {string.Join("\n  ", broken.Distinct().Take(40))}");

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "FirstContact.slnx"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The house is read from its checkout.");
        return at;
    }
}
