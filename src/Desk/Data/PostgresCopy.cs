using System.Diagnostics;
using Npgsql;

namespace FirstContact.Data;

/// <summary>Backup and restore by PostgreSQL's own tools, which must be on the path and at least as new as the server.</summary>
internal static class PostgresCopy
{
    public static Task Dump(NpgsqlConnectionStringBuilder to, string file, CancellationToken stop) =>
        Run("pg_dump", to, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], stop);

    public static Task Restore(NpgsqlConnectionStringBuilder to, string file, CancellationToken stop) =>
        Run("pg_restore", to, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={to.Database}", file], stop);

    private static async Task Run(string program, NpgsqlConnectionStringBuilder to, string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGDATABASE"] = to.Database;
        if (to.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said.Trim()}");
    }

    // Debian keeps the newest version's tools apart from the path.
    private static string Find(string program)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, program));
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", program))
            : [];
        return paths.Concat(debian).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} was not found. Install the PostgreSQL client programs (Debian: postgresql-client).");
    }
}
