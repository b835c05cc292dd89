using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary>What the executable can do: <c>serve</c> when nothing is said.</summary>
public static class FirstContactVerbs
{
    public static RootCommand Root { get; } = Make();

    private static RootCommand Make()
    {
        var root = new RootCommand("FirstContact, an IT service desk. Settings come from the environment: see docs/guide/settings.md.");
        root.SetAction((_, stop) => ServeVerb.Serve(stop));
        root.Subcommands.Add(ServeVerb.Command);
        root.Subcommands.Add(ImportVerb.Command);
        return root;
    }
}
