namespace FirstContact.Data;

/// <summary>A whole desk into one file and back. A copy counts only once it has been opened and read.</summary>
public static class DeskCopy
{
    /// <summary>Where a copy grows until it is proved: a broken one never takes the place of a good one.</summary>
    public static string Growing(string file) => file + ".part";

    /// <exception cref="CopyException">Nothing was written, or nothing that was there before has been touched.</exception>
    public static async Task<Holding> Save(Database database, string file, bool overwrite, CancellationToken stop = default)
    {
        if (Directory.Exists(file)) throw new CopyException($"{file} is a folder. Name a file.");
        if (File.Exists(file) && !overwrite) throw new CopyException($"{file} is there already. Name another file, or add --force.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)) throw new CopyException($"There is no folder {folder}.");
        if (await database.Holds() is null) throw new CopyException("There is no desk in this database yet.");

        var growing = Growing(file);
        File.Delete(growing);
        try
        {
            await database.Backup(growing, stop);
            var holding = await database.Examine(growing, stop);
            await using (var written = new FileStream(growing, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
            File.Move(growing, file, overwrite);
            return holding;
        }
        finally
        {
            File.Delete(growing);
        }
    }

    /// <summary>Into a database that is new or that nobody has used; brings the schema up to date and counts what has arrived.</summary>
    /// <exception cref="CopyException">The database is as it was.</exception>
    public static async Task<Holding> Load(Database database, string file, CancellationToken stop = default)
    {
        if (!File.Exists(file)) throw new CopyException($"There is no file {file}.");
        if (await database.Holds() is { IsEmpty: false } present)
            throw new CopyException($"This database holds a desk already, with {present}. Restore into a new one: nothing is ever overwritten.");

        var copied = await database.Examine(file, stop);
        await database.Restore(file, stop);
        await database.Migrate();
        return await database.Holds() is { } arrived && arrived == copied ? arrived
            : throw new CopyException($"The copy holds {copied}, and something else has arrived. Do not use this database; is a server running on it?");
    }

    internal static void Known(IEnumerable<string> schemaFiles, Database database)
    {
        if (schemaFiles.Except(Schema.Files(database.Name).Select(f => f.Name)).FirstOrDefault() is { } newer)
            throw new CopyException($"The copy was made by a newer FirstContact: this one does not know {newer}. Take at least the version that made it.");
    }
}
