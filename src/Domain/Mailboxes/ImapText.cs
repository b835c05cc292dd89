using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>How words are written to an IMAP server.</summary>
public static class ImapText
{
    private const int LongestQuoted = 1000;

    /// <summary>Within quotes (RFC 9051, section 4.3); null when it has to go as a literal.</summary>
    public static string? Quoted(string text) =>
        text.Length <= LongestQuoted && text.All(c => c is >= ' ' and <= '~') ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : null;

    /// <summary>The name of a folder in the modified UTF-7 of RFC 3501, section 5.1.3, which servers of both versions understand.</summary>
    public static string Folder(string name)
    {
        var written = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                written.Append(name[i] == '&' ? "&-" : name[i].ToString());
                i++;
                continue;
            }
            var from = i;
            while (i < name.Length && name[i] is not (>= ' ' and <= '~')) i++;
            var bytes = new byte[(i - from) * 2];
            for (var n = from; n < i; n++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan((n - from) * 2), name[n]);
            written.Append('&').Append(Convert.ToBase64String(bytes).TrimEnd('=').Replace('/', ',')).Append('-');
        }
        return written.ToString();
    }

    /// <summary>Messages by number, neighbours as a range (RFC 9051, section 9, sequence-set): <c>3:7,9</c>.</summary>
    /// <param name="ascending">In order, each once.</param>
    public static string Set(IReadOnlyList<long> ascending)
    {
        var set = new StringBuilder();
        for (var i = 0; i < ascending.Count; i++)
        {
            var first = i;
            while (i + 1 < ascending.Count && ascending[i + 1] == ascending[i] + 1) i++;
            if (set.Length > 0) set.Append(',');
            set.Append(ascending[first].ToString(CultureInfo.InvariantCulture));
            if (i > first) set.Append(CultureInfo.InvariantCulture, $":{ascending[i]}");
        }
        return set.ToString();
    }

    /// <summary>A day as SEARCH wants it (RFC 9051, section 9, date): <c>1-Nov-2026</c>.</summary>
    public static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("d-MMM-uuuu").Format(day);

    /// <summary>User and password in one answer (RFC 4616).</summary>
    public static string Plain(string user, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));

    /// <summary>Google's and Microsoft's first way to sign in with a token.</summary>
    public static string XOAuth2(string user, string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"user={user}\u0001auth=Bearer {token}\u0001\u0001"));

    /// <summary>What it became as a standard (RFC 7628, section 3.1).</summary>
    public static string OAuthBearer(string user, string host, int port, string token) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"n,a={user.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},\u0001host={host}\u0001port={port}\u0001auth=Bearer {token}\u0001\u0001")));
}
