using Microsoft.Data.Sqlite;

namespace FirstContact.Data;

/// <summary>The prepared statements of one connection, by their text.</summary>
internal sealed class SqliteStatements(Sqlite database, SqliteConnection connection) : IDisposable
{
    // Filters make many texts out of one query; beyond this the least is gained by keeping more.
    private const int MostKept = 300;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public int Run(string sql, params (string Name, object? Value)[] args) => Get(sql, args).ExecuteNonQuery();

    public SqliteCommand Get(string sql, (string Name, object? Value)[] args)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= MostKept) Dispose();
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in args) command.Parameters.Add(new() { ParameterName = name });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < args.Length; i++) command.Parameters[i].Value = database.Stored(args[i].Value);
        return command;
    }

    public void Fill(Rows rows)
    {
        var names = rows.Columns.Select((_, i) => $"@c{i}").ToArray();
        var insert = Get($"insert into {rows.Table} ({string.Join(", ", rows.Columns)}) values ({string.Join(", ", names)})", [.. names.Select(n => (n, (object?)null))]);
        foreach (var row in rows.Values)
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = database.Stored(row[i]);
            insert.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }
}
