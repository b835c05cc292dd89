using FirstContact.People;

namespace FirstContact.Passes;

/// <summary>The only SQL that writes passes. Of the secret only a hash is kept: whoever reads the database can do nothing with it.</summary>
internal static class PassRows
{
    /// <summary>So long a void one is kept, to say kindly why it is.</summary>
    public static readonly Duration Kept = Duration.FromDays(90);

    private const string Columns = "id, person, act, key, since, expires_at, used_at";

    public static Statement Make(Secret secret, PersonId person, string act, long key, Instant since, Instant expires, Instant now) => new("""
        insert into pass (hash, person, act, key, since, created_at, expires_at) values (@hash, @person, @act, @key, @since, @now, @expires)
        """, ("@hash", secret.Hash), ("@person", person), ("@act", act), ("@key", key), ("@since", since), ("@now", now), ("@expires", expires));

    public static Task<Pass?> BySecret(Reader read, Secret secret) => read.One($"select {Columns} from pass where hash = @hash", Of, ("@hash", secret.Hash));

    public static Task<Pass?> ById(Reader read, PassId id) => read.One($"select {Columns} from pass where id = @id", Of, ("@id", id));

    /// <summary>Of two at once one wins.</summary>
    public static Statement Use(PassId id, Instant now) => new("update pass set used_at = @now where id = @id and used_at is null", ("@id", id), ("@now", now)) { MustMeetOneRow = true };

    public static Statement Forget(Instant before, int most) => new($"delete from pass where id in (select id from pass where expires_at < @before order by expires_at limit {most})", ("@before", before));

    private static Pass? Of(System.Data.Common.DbDataReader r) => new(new(r.GetInt64(0)), new(r.GetInt64(1)), r.GetString(2), r.GetInt64(3), r.Instant(4), r.Instant(5), r.InstantOrNull(6));
}
