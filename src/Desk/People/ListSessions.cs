using System.Data.Common;

namespace FirstContact.People;

/// <summary>Where somebody is signed in, and which tokens act for him; the latest seen first.</summary>
public sealed record ListSessions(PersonId Person) : IQuery<IReadOnlyList<SessionRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<SessionRow>>> Ask(Question question) => question.Caller.IsOrManages(Person)
        ? await question.Read.List(
            $"select {SessionRow.Columns} from session where person = @person and {Sessions.Live} order by seen_at desc, id desc",
            SessionRow.Fill, ("@person", Person), ("@now", question.Now))
        : Errors.Forbidden;
}

/// <param name="Scopes">The permissions that a token is held to; null for all that its person has.</param>
public sealed record SessionRow(long Id, PersonId Person, SessionKind Kind, string Name, Seq<string>? Scopes, Instant CreatedAt, Instant SeenAt, Instant? ExpiresAt)
{
    internal const string Columns = "id, person, kind, name, scopes, created_at, seen_at, expires_at";

    internal static SessionRow Fill(DbDataReader r) => new(
        r.GetInt64(0), new(r.GetInt64(1)), r.Word<SessionKind>(2), r.GetString(3), r.TextOrNull(4) is { } scopes ? [.. scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)] : null,
        r.Instant(5), r.Instant(6), r.InstantOrNull(7));
}
