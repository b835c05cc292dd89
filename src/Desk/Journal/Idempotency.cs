using System.Security.Cryptography;
using System.Text;

namespace FirstContact.Journal;

/// <summary>The same key sent twice does once. The key is written in the command's own transaction; a record's text is its fingerprint.</summary>
internal static class Idempotency
{
    private const int LongestKey = 200;

    /// <summary>After so long a key is forgotten: no client tries again that late.</summary>
    public static readonly Duration Kept = Duration.FromDays(2);

    public static async Task<Result<T>?> Earlier<T>(Work work, ICommand<T> command)
    {
        if (work.Call.Key is not { } key) return null;
        if (key.Length > LongestKey) return Errors.KeyTooLong;
        var (request, subject) = await work.Read.One(
            "select request, subject from idempotency where person = @person and key = @key",
            r => (r.GetString(0), r.GetInt64(1)), ("@person", work.By.Person), ("@key", key));
        if (request is null) return null;
        return request == Fingerprint(command) ? await command.Again(work, subject) : Errors.KeyReused;
    }

    public static void Remember<T>(Work work, ICommand<T> command, T answer)
    {
        if (work.Call.Key is not { } key) return;
        work.Write(new Statement("insert into idempotency (person, key, request, subject, at) values (@person, @key, @request, @subject, @at)",
            ("@person", work.By.Person), ("@key", key), ("@request", Fingerprint(command)), ("@subject", command.Subject(answer)), ("@at", work.By.At)));
    }

    private static string Fingerprint(object command) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(command.ToString()!)));
}
