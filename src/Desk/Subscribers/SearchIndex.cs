using System.Globalization;
using System.Text;
using FirstContact.Tickets;

namespace FirstContact.Subscribers;

/// <summary>Makes what is said on tickets findable. Both engines get the same words in the same places; neither cuts text itself.</summary>
public sealed class SearchIndex : Subscriber
{
    internal const int TicketBits = 20;

    // PostgreSQL counts places up to here; in what lies behind, words are found and phrases may not be.
    private const int LastPlace = 16_383;

    // So that no phrase reaches from the title into the text.
    private const int Gap = 8;

    public override string Name => "search-index";
    public override string Title => "Makes tickets and messages findable";
    public override int Batch => 500;

    // Each commit leaves a piece of index that has to be merged: a busy desk writes a few large ones instead of many small.
    public override TimeSpan Gathers => TimeSpan.FromMilliseconds(200);

    public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries)
    {
        // The last word on each part; one statement may not write a row twice.
        var found = new Dictionary<(long Ticket, int Part), SearchDocument>();
        foreach (var entry in entries)
            foreach (var document in SearchDocument.All(entry.Event)) found[(entry.Key, document.Part)] = document;
        if (found.Count == 0) return [];

        return database is Sqlite
            ? found.Select(f => new Statement(
                "insert or replace into search (rowid, title, body) values (@id, @title, @body)",
                ("@id", f.Key.Ticket << TicketBits | (long)f.Key.Part << 1 | (f.Value.Internal ? 1L : 0L)), ("@title", Blanks(f.Value.Title)), ("@body", Blanks(f.Value.Body))))
            : [new Statement("""
                insert into search (ticket, part, internal, words)
                select ticket, part, internal, words::tsvector from unnest(@tickets, @parts, @internals, @words) as d (ticket, part, internal, words)
                on conflict (ticket, part) do update set internal = excluded.internal, words = excluded.words
                """,
                ("@tickets", found.Keys.Select(k => k.Ticket).ToArray()), ("@parts", found.Keys.Select(k => k.Part).ToArray()),
                ("@internals", found.Values.Select(d => d.Internal ? 1 : 0).ToArray()), ("@words", found.Values.Select(Places).ToArray()))];
    }

    public override Statement? Forget(Database database) => new(database.Sql("insert into search (search) values ('delete-all')", "delete from search"));

    private static string Blanks(string text) => string.Join(' ', SearchWord.In(text).Select(w => w.Text));

    /// <summary>A tsvector as text: each word with its places, those of the title marked A.</summary>
    private static string Places(SearchDocument document)
    {
        var words = new Dictionary<string, StringBuilder>();
        var place = 0;
        foreach (var word in SearchWord.In(document.Title)) Add(word.Text, "A");
        if (place > 0) place += Gap;
        foreach (var word in SearchWord.In(document.Body)) Add(word.Text, "");
        return string.Concat(words.Select(w => $"{w.Key}:{w.Value} "));

        void Add(string word, string weight)
        {
            place = Math.Min(place + 1, LastPlace);
            if (words.TryGetValue(word, out var places)) places.Append(CultureInfo.InvariantCulture, $",{place}{weight}");
            else words[word] = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{place}{weight}");
        }
    }
}
