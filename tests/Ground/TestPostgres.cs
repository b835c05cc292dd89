using System.Diagnostics;
using Npgsql;

namespace FirstContact;

/// <summary>A PostgreSQL server for the tests: the one that bin/test started, or one of our own that ends with this process.</summary>
public static class TestPostgres
{
    private static readonly Lazy<string> Started = new(() => Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_POSTGRES") ?? Start());
    private static Process? _server;

    /// <summary>A second cluster, younger than the first; it ends when it is disposed of.</summary>
    public static IDisposable Another(out string server)
    {
        var process = Launch();
        server = Address(process);
        return process.StandardInput;
    }

    /// <summary>Connects as superuser; names no database.</summary>
    public static string Server => Started.Value;

    /// <summary>A migrated database that fresh ones are copied from, which is far quicker than migrating each. Nothing may stay connected to it.</summary>
    public static string? Template { get; set; }

    public static Task<string> FreshDatabase() => Create(Server, Template);

    /// <summary>A database without any table.</summary>
    public static Task<string> EmptyDatabase(string? server = null) => Create(server ?? Server, null);

    private static async Task<string> Create(string on, string? template)
    {
        var name = $"t_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create($"{on};Database=postgres;Pooling=false");
        await using var create = source.CreateCommand(template is null ? $"create database {name}" : $"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        return $"{on};Database={name}";
    }

    private static string Start() => Address(_server = Launch());

    // The script ends its server when its standard input ends, and that ends when this process does, however it does.
    private static Process Launch()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "bin/lib/postgres.sh")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
    }

    private static string Address(Process server) =>
        server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PostgreSQL did not start: bin/test installs it and runs the tests");

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "FirstContact.slnx"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside their checkout: set FIRSTCONTACT_TEST_POSTGRES");
        return at;
    }
}
