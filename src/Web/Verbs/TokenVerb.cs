using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact token create</c>: prints nothing but the token, for a script to keep.</summary>
public static class TokenVerb
{
    public static Command Command
    {
        get
        {
            var person = new Option<string>("--person") { Description = "Who it acts for, by e-mail address.", Required = true };
            var name = new Option<string>("--name") { Description = "What it is for, as it is listed later.", Required = true };
            var scopes = new Option<string[]>("--scope") { Description = "A permission it is held to; may be given again. Without, it may do all that the person may." };
            var create = new Command("create", "Creates an API token and prints it, once.") { person, name, scopes };
            create.SetAction((asked, stop) => Create(new(asked.GetRequiredValue(person), asked.GetRequiredValue(name), Scopes(asked.GetValue(scopes))), stop));
            return new("token", "API tokens.") { create };
        }
    }

    private static async Task<int> Create(CreateToken command, CancellationToken stop)
    {
        await using var host = await DeskHost.Open();
        Console.WriteLine((await host.Done(command, stop)).Secret.Value);
        return FirstContactVerbs.Done;
    }

    private static Seq<string>? Scopes(string[]? given)
    {
        if (given is null or []) return null;
        var all = DeskModule.RoleBook.All;
        return given.FirstOrDefault(s => !all.Contains(s)) is { } unknown
            ? throw new BadArgumentException($"There is no permission '{unknown}'. There are: {string.Join(", ", all.Order(StringComparer.Ordinal))}")
            : [.. given];
    }
}
