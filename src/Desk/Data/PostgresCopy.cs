using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace FirstContact.Data;

/// <summary>Backup and restore by PostgreSQL's own tools, which must be at least as new as the server.</summary>
internal static partial class PostgresCopy
{
    public const string Dumps = "pg_dump", Restores = "pg_restore";

    public static Task Save(NpgsqlConnectionStringBuilder from, string file, CancellationToken stop) =>
        Run(Dumps, from, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], stop);

    public static Task Load(NpgsqlConnectionStringBuilder to, string file, CancellationToken stop) =>
        Run(Restores, to, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={to.Database}", file], stop);

    /// <summary>Reads all that the copy holds, the tickets and entries with their rows, and keeps nothing.</summary>
    /// <exception cref="CopyException">It is no copy, or it is damaged.</exception>
    public static async Task<Holding> Examine(Postgres database, string file, CancellationToken stop)
    {
        var (counts, schema, table) = (new Dictionary<string, long>(), new List<string>(), (string?)null);
        try
        {
            await Run(Restores, null, ["--file=-", file], stop, line =>
            {
                if (table is null) table = Begin().Match(line) is { Success: true } begins ? begins.Groups[1].Value : null;
                else if (line == @"\.") table = null;
                else if (table == "schema_file") schema.Add(line.Split('\t')[0]);
                else if (table != "person" || !line.StartsWith("0\t", StringComparison.Ordinal)) counts[table] = counts.GetValueOrDefault(table) + 1;
            });
        }
        catch (CopyException e)
        {
            throw new CopyException($"{file} is not a copy of a PostgreSQL desk, or it is damaged. {e.Message}");
        }
        if (schema.Count == 0) throw new CopyException($"{file} is a copy of something else than a desk.");
        DeskCopy.Known(schema, database);
        return new(counts.GetValueOrDefault("person"), counts.GetValueOrDefault("ticket"), counts.GetValueOrDefault("journal"));
    }

    /// <summary>Where a program stands; null when it is not installed.</summary>
    // Debian keeps the newest version's tools apart from the path.
    public static string? Find(string program)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, program));
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", program))
            : [];
        return paths.Concat(debian).FirstOrDefault(File.Exists);
    }

    private static async Task Run(string program, NpgsqlConnectionStringBuilder? server, string[] arguments, CancellationToken stop, Action<string>? read = null)
    {
        var found = Find(program) ?? throw new CopyException($"{program} was not found. Install the PostgreSQL client programs (Debian: postgresql-client).");
        var start = new ProcessStartInfo(found, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        if (server is not null) Connect(start.Environment, server);

        using var process = Process.Start(start) ?? throw new CopyException($"{program} did not start.");
        try
        {
            process.StandardInput.Close();
            var complaint = process.StandardError.ReadToEndAsync(stop);
            while (await process.StandardOutput.ReadLineAsync(stop) is { } line) read?.Invoke(line);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0) throw new CopyException($"{program} ended with {process.ExitCode}: {(await complaint).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    // Not on the command line, where everybody on the machine could read them.
    private static void Connect(IDictionary<string, string?> environment, NpgsqlConnectionStringBuilder to)
    {
        environment["PGHOST"] = to.Host;
        environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        environment["PGUSER"] = to.Username;
        environment["PGDATABASE"] = to.Database;
        if (to.Password is { Length: > 0 } password) environment["PGPASSWORD"] = password;
        if (to.ContainsKey("SSL Mode")) environment["PGSSLMODE"] = to.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() };
        if (to.RootCertificate is { Length: > 0 } root) environment["PGSSLROOTCERT"] = root;
    }

    [GeneratedRegex(@"^COPY (?:\w+\.)?""?(\w+)""? \(.*\) FROM stdin;$", RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}
