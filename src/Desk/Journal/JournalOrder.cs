namespace FirstContact.Journal;

/// <summary>
/// The order of the journal in SQL, of entries <c>j</c>. On SQLite the one writer numbers in the order of its commits, so that the number
/// alone says it, and leads to the row: the pair that PostgreSQL needs has no index there and would be looked for in the whole journal.
/// </summary>
internal static class JournalOrder
{
    public static string By(Database database) => database.Sql("j.position", "j.\"transaction\", j.position");

    /// <summary>Behind @transaction and @position, and nothing can come before it any more.</summary>
    public static string Behind(Database database) => database.Sql("j.position > @position", $"(j.\"transaction\", j.position) > (@transaction, @position) and {database.Settled}");

    /// <summary>Behind where a subscriber <c>s</c> stands.</summary>
    public static string BehindSubscriber(Database database) => database.Sql("j.position > s.position", "(j.\"transaction\", j.position) > (s.\"transaction\", s.position)");
}
