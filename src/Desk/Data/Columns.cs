using System.Data.Common;
using Microsoft.Data.Sqlite;
using NodaTime.Text;
using SQLitePCL;

namespace FirstContact.Data;

/// <summary>The column types that the two engines do not share, read alike. Both keep microseconds.</summary>
public static class Columns
{
    private static readonly Instant Epoch = NodaConstants.UnixEpoch;

    extension(DbDataReader row)
    {
        public Instant Instant(int column) => row is SqliteDataReader
            ? FromMicros(row.GetInt64(column))
            : NodaTime.Instant.FromDateTimeUtc(row.GetDateTime(column));

        /// <summary>A day is kept as text: it is in no zone, and sorts as it is.</summary>
        public LocalDate Day(int column) => LocalDatePattern.Iso.Parse(row.GetString(column)).Value;

        public Instant? InstantOrNull(int column) => row is SqliteDataReader
            ? row.NumberOrNull(column) is { } micros ? FromMicros(micros) : null
            : row.IsDBNull(column) ? null : row.Instant(column);

        // SQLite is asked itself: its reader asks for the type once more before each value, and a list has a thousand that may be missing.
        public string? TextOrNull(int column) => row is SqliteDataReader { Handle: { } here }
            ? raw.sqlite3_column_text(here, column).utf8_to_string()
            : row.IsDBNull(column) ? null : row.GetString(column);

        public long? NumberOrNull(int column) => row is SqliteDataReader { Handle: { } here }
            ? raw.sqlite3_column_type(here, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(here, column)
            : row.IsDBNull(column) ? null : row.GetInt64(column);

        /// <summary>What is in it, for as long as the row is read: SQLite shows its own memory.</summary>
        public ReadOnlySpan<byte> Bytes(int column) => row is SqliteDataReader { Handle: { } here } ? raw.sqlite3_column_blob(here, column) : row.GetFieldValue<byte[]>(column);

        public bool Flag(int column) => row.GetInt32(column) != 0;

        public T Word<T>(int column) where T : struct, Enum => Words<T>.ByName[row.GetString(column)];

        public T? WordOrNull<T>(int column) where T : struct, Enum => row.TextOrNull(column) is { } word ? Words<T>.ByName[word] : null;
    }

    public static long Micros(Instant instant) => (instant - Epoch).BclCompatibleTicks / 10;

    public static Instant FromMicros(long micros) => Epoch + Duration.FromTicks(micros * 10);

    // Enum.Parse by name costs more than the rest of a row.
    private static class Words<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(w => w.ToString());
    }
}
