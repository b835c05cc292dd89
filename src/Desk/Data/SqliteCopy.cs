using Microsoft.Data.Sqlite;

namespace FirstContact.Data;

/// <summary>Backup and restore of the one file. Copying it by hand would lose what still lies in its write-ahead log.</summary>
internal static class SqliteCopy
{
    public static async Task Save(SqliteConnection desk, string file, CancellationToken stop)
    {
        await using var copy = desk.CreateCommand();
        copy.CommandText = "vacuum into @file";
        copy.Parameters.AddWithValue("@file", file);
        await copy.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Page by page in one transaction of the desk's, so that its write-ahead log and whoever has it open stay in step.</summary>
    public static void Load(SqliteConnection desk, string file)
    {
        using var copy = Open(file);
        copy.BackupDatabase(desk);
    }

    /// <exception cref="CopyException">It is no copy, or it is damaged.</exception>
    public static async Task<Holding> Examine(Sqlite database, string file, CancellationToken stop)
    {
        try
        {
            await using var copy = Open(file);
            foreach (var check in (string[])["pragma integrity_check", "pragma foreign_key_check"])
                if ((await List(copy, check, stop)).FirstOrDefault(said => said != "ok") is { } wrong) throw new CopyException($"{file} is damaged: {wrong}");
            DeskCopy.Known(await List(copy, "select name from schema_file", stop), database);
            return new(await Count("person where id <> 0"), await Count("ticket"), await Count("journal"));

            async Task<long> Count(string what) => long.Parse((await List(copy, $"select count(*) from {what}", stop))[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (SqliteException e)
        {
            throw new CopyException($"{file} is not a copy of an SQLite desk ({e.Message})");
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static async Task<List<string>> List(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(stop);
        var list = new List<string>();
        while (await rows.ReadAsync(stop)) list.Add(rows.GetString(0));
        return list;
    }
}
