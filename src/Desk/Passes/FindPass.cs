using FirstContact.People;

namespace FirstContact.Passes;

/// <summary>A pass that somebody shows, and who may act by it: its person, with what that person may do now.</summary>
/// <param name="Void">Why it opens nothing any more.</param>
public sealed record KnownPass(Pass Pass, Caller Caller, Error? Void)
{
    /// <summary>How the journal says by which way it came.</summary>
    public const string Cause = "link";

    public Call Call => new(Caller, Cause);
}

/// <summary>Finds the pass of a secret. There is no session: each time it is looked for anew.</summary>
public sealed class FindPass(Database database, IClock clock)
{
    private const int LongestSecret = 200;

    /// <summary>Null when there is none, or its person does not use the desk any more.</summary>
    public async Task<KnownPass?> BySecret(string? secret)
    {
        if (secret is not { Length: > 0 and <= LongestSecret }) return null;
        await using var read = await database.Read();
        if (await PassRows.BySecret(read, new(secret)) is not { } pass || await FindPerson.ById(read, pass.Person) is null) return null;
        return new(pass, await FindPerson.AsCaller(read, pass.Person, DeskModule.RoleBook), pass.Void(clock.GetCurrentInstant()));
    }
}
