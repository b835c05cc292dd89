using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace FirstContact.People;

/// <summary>Who is behind a secret, by which session.</summary>
public sealed record KnownCaller(Caller Caller, long Session, SessionKind Kind);

/// <summary>
/// Asked by every request, so an answer is believed for some seconds; it is forgotten at once when the bell rings for its
/// person. Only what was found is kept: guesses fill no memory.
/// </summary>
public sealed class FindCaller
{
    private const int LongestSecret = 200, MostKept = 20_000;
    private static readonly Duration Believed = Duration.FromSeconds(10), SeenEach = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Found> _kept = [];
    private readonly Database _database;
    private readonly RoleBook _roles;
    private readonly IClock _clock;
    private readonly ILogger<FindCaller> _log;
    private int _generation;

    public FindCaller(Database database, RoleBook roles, Bell bell, IClock clock, ILogger<FindCaller> log)
    {
        (_database, _roles, _clock, _log) = (database, roles, clock, log);
        bell.Rang += Forget;
    }

    /// <summary>Null when the session has ended or expired, or its person is not active any more.</summary>
    public async ValueTask<KnownCaller?> BySecret(string secret)
    {
        if (secret.Length is 0 or > LongestSecret) return null;
        var now = _clock.GetCurrentInstant();
        var hash = new Secret(secret).Hash;
        var key = Convert.ToHexString(hash);
        if (_kept.TryGetValue(key, out var kept) && now - kept.ReadAt < Believed && !(kept.ExpiresAt <= now)) return kept.Who;

        var generation = Volatile.Read(ref _generation);
        if (await Read(hash, now) is not { } found) return null;
        if (_kept.Count >= MostKept) _kept.Clear();
        // What was forgotten while it was being read may be old already.
        if (generation == Volatile.Read(ref _generation)) _kept[key] = found;
        if (now - found.SeenAt >= SeenEach) _ = See(found, now);
        return found.Who;
    }

    private async Task<Found?> Read(byte[] hash, Instant now)
    {
        await using var read = await _database.Read();
        return await read.One($"""
            select s.id, s.kind, s.scopes, s.seen_at, s.expires_at, p.id, p.name, p.roles,
              (select string_agg(cast(m.team as text), ' ') from team_member m join team t on t.id = m.team where m.person = p.id and t.active = 1)
            from session s join person p on p.id = s.person
            where s.hash = @hash and p.active = 1 and {Sessions.Live}
            """, r => Fill(r, now), ("@hash", hash), ("@now", now));
    }

    private Found Fill(DbDataReader r, Instant now)
    {
        var may = _roles.Permissions(PersonStore.Roles(r.GetString(7)));
        // A token that is held to something makes no tokens: it could make itself a freer one.
        if (r.TextOrNull(2) is { } scopes) may = scopes.Split(' ').Intersect(may).Except([PeoplePermissions.CreateToken.Name]).ToHashSet();
        return new(
            new(new Caller(new(r.GetInt64(5)), r.GetString(6), may, FindPerson.Teams(r.TextOrNull(8))), r.GetInt64(0), r.Word<SessionKind>(1)),
            now, r.Instant(3), r.InstantOrNull(4));
    }

    /// <summary>Nobody waits for it: when somebody was last seen is told to the nearest minutes, and a browser in use does not expire.</summary>
    private async Task See(Found found, Instant now)
    {
        try
        {
            await _database.Commit([new Statement("update session set seen_at = @now, expires_at = @expires where id = @id and ended_at is null",
                ("@now", now), ("@expires", found.Who.Kind == SessionKind.Browser ? now + Sessions.BrowserLasts : found.ExpiresAt), ("@id", found.Who.Session))]);
        }
        catch (Exception e)
        {
            _log.LogWarning(e, "The session {Session} was seen, but that could not be written", found.Who.Session);
        }
    }

    private void Forget(IReadOnlyCollection<string> topics)
    {
        var all = topics.Contains(Bell.Everything) || topics.Contains(Team.Subject);
        if (!all && !topics.Contains(Person.Subject)) return;
        Interlocked.Increment(ref _generation);
        foreach (var (key, found) in _kept)
            if (all || topics.Contains($"{Person.Subject}/{found.Who.Caller.Person.Value}")) _kept.TryRemove(key, out _);
    }

    private sealed record Found(KnownCaller Who, Instant ReadAt, Instant SeenAt, Instant? ExpiresAt);
}
