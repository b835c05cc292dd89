using System.CommandLine;
using System.Data.Common;

namespace FirstContact.Verbs;

/// <summary>What the executable can do: <c>serve</c> when nothing is said.</summary>
public static class FirstContactVerbs
{
    public const int Done = 0, Failed = 1, BadArguments = 2;

    public static RootCommand Root { get; } = Make();

    public static async Task<int> Run(string[] args)
    {
        var asked = Root.Parse(args);
        if (asked.Errors.Count > 0)
        {
            foreach (var error in asked.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"See firstcontact {Path(asked.CommandResult.Command)}--help");
            return BadArguments;
        }

        try
        {
            return await asked.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(Plainly(e));
            return e is BadArgumentException ? BadArguments : Failed;
        }
    }

    private static RootCommand Make()
    {
        var root = new RootCommand("FirstContact, an IT service desk. Settings come from the environment: see docs/guide/settings.md.");
        root.SetAction((_, stop) => ServeVerb.Serve(stop));
        foreach (var verb in (Command[])[
            ServeVerb.Command, DemoVerb.Command, PersonVerb.Command, TokenVerb.Command, ImportVerb.Command, MailVerb.Command,
            BackupVerb.Command, RestoreVerb.Command, ReplayVerb.Command, MeasureVerb.Command, DoctorVerb.Command]) root.Subcommands.Add(verb);
        return root;
    }

    private static string Path(Command command) => command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(Path))}{command.Name} ";

    /// <summary>What went wrong, for whoever stands at the terminal: what we know is said in its own words, the rest with its kind.</summary>
    private static string Plainly(Exception e) => e switch
    {
        SettingsException or RefusedException or CopyException or BadArgumentException => e.Message,
        DbException or TimeoutException => $"The database does not do it: {Innermost(e).Message}",
        IOException or UnauthorizedAccessException => Innermost(e).Message,
        _ => $"This should not happen ({e.GetType().Name}): {Innermost(e).Message}",
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
