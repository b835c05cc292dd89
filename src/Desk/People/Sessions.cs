namespace FirstContact.People;

/// <summary>A browser, where somebody signed in, or a program with a token.</summary>
public enum SessionKind { Browser, Token }

/// <summary>The only SQL that writes sessions, but for when they were last seen.</summary>
internal sealed class Sessions(Work work)
{
    /// <summary>A browser not seen for so long has to sign in again.</summary>
    public static readonly Duration BrowserLasts = Duration.FromDays(14);

    /// <summary>So long the row of one that has ended stays.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    public const string Live = "ended_at is null and (expires_at is null or expires_at > @now)";

    public Task<SessionRow?> Find(long id) =>
        work.Read.One($"select {SessionRow.Columns} from session where id = @id and {Live}", SessionRow.Fill, ("@id", id), ("@now", work.By.At));

    public Task<List<SessionRow>> Of(PersonId person, SessionKind kind) => work.Read.List(
        $"select {SessionRow.Columns} from session where person = @person and kind = @kind and {Live} order by id",
        SessionRow.Fill, ("@person", person), ("@kind", kind), ("@now", work.By.At));

    /// <summary>Records what the person decided about it, and keeps the hash of a new secret; the answer alone knows the secret.</summary>
    public async Task<Result<NewSession>> Start(PersonId id, SessionKind kind, string? name, Seq<string>? scopes, Func<Person, Decision> verb)
    {
        var result = await work.People.Change(id.Value, verb);
        if (result.Error is { } no) return no;
        var secret = Secret.New(kind == SessionKind.Token ? Secret.OfToken : "");
        var number = await work.Read.Database.NextId(work.Read, "session");
        work.Write(new Statement("""
            insert into session (id, hash, person, kind, name, scopes, created_at, seen_at, expires_at)
            values (@id, @hash, @person, @kind, @name, @scopes, @now, @now, @expires)
            """,
            ("@id", number), ("@hash", secret.Hash), ("@person", id), ("@kind", kind), ("@name", name), ("@scopes", scopes is null ? null : string.Join(' ', scopes)),
            ("@now", work.By.At), ("@expires", kind == SessionKind.Browser ? work.By.At + BrowserLasts : null)));
        return new NewSession(number, secret);
    }

    public void End(long id) =>
        work.Write(new Statement("update session set ended_at = @now where id = @id and ended_at is null", ("@now", work.By.At), ("@id", id)));

    /// <param name="kind">Null for all kinds.</param>
    /// <param name="keep">The one that goes on.</param>
    public void EndAll(PersonId person, SessionKind? kind = null, long? keep = null) => work.Write(new Statement(
        $"update session set ended_at = @now where person = @person and ended_at is null and id <> @keep {(kind is null ? "" : "and kind = @kind")}",
        [("@now", work.By.At), ("@person", person), ("@keep", keep ?? 0L), .. kind is null ? [] : (IEnumerable<(string, object?)>)[("@kind", kind)]]));
}

/// <summary>A session just made: the only time that its secret can be told.</summary>
public sealed record NewSession(long Id, Secret Secret);
