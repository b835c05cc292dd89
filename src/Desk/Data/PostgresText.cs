using System.Collections.Concurrent;
using System.Text;

namespace FirstContact.Data;

/// <summary>A statement as PostgreSQL itself takes it, its arguments by place. The driver would work this out anew each time it runs.</summary>
/// <param name="Text"><c>select … where id = $1</c></param>
/// <param name="Names">Which argument stands at $1, $2 and so on.</param>
internal sealed record PostgresText(string Text, string[] Names)
{
    /// <summary>Raises where it does not meet exactly one row, and so takes its whole batch down.</summary>
    public string Guarded { get; } = $"with met as ({Text} returning 1) select must_be_one(count(*)) from met";

    // Filters make many texts out of one query; beyond this all are worked out again.
    private const int MostKept = 2_000;
    private static readonly ConcurrentDictionary<string, PostgresText> Known = [];

    public static PostgresText Of(string sql)
    {
        if (Known.TryGetValue(sql, out var known)) return known;
        if (Known.Count >= MostKept) Known.Clear();
        return Known.GetOrAdd(sql, Parse(sql));
    }

    /// <summary>Takes <c>@name</c> for an argument wherever it is no operator (<c>@@</c>, <c>@></c>, <c>&lt;@</c>) and stands in no text in quotes.</summary>
    private static PostgresText Parse(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var names = new List<string>();
        var quoted = false;
        for (var i = 0; i < sql.Length;)
        {
            var end = i + 1;
            if (sql[i] == '\'') quoted = !quoted;
            else if (!quoted && sql[i] == '@' && end < sql.Length && IsName(sql[end]) && (i == 0 || sql[i - 1] is not ('@' or '<')))
            {
                while (end < sql.Length && IsName(sql[end])) end++;
                var name = sql[i..end];
                if (!names.Contains(name)) names.Add(name);
                text.Append('$').Append(names.IndexOf(name) + 1);
                i = end;
                continue;
            }
            text.Append(sql, i, 1);
            i = end;
        }
        return new(text.ToString(), [.. names]);
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
