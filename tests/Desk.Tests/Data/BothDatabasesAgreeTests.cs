namespace FirstContact.Data;

/// <summary>The twins are twins: the two live schemas have the same tables, columns, keys and indexes. Search differs by nature and stays out.</summary>
public sealed class BothDatabasesAgreeTests
{
    [Fact]
    public Task Columns() => Agree(
        """
        select t.name, c.name, lower(c.type), c."notnull" or c.pk > 0, c.pk from sqlite_schema t, pragma_table_xinfo(t.name) c where t.type = 'table' and t.name not like 'search%' and t.name not like 'sqlite%'
        """,
        """
        select c.table_name, c.column_name, case c.data_type when 'bigint' then 'integer' when 'timestamp with time zone' then 'integer' when 'bytea' then 'blob' else c.data_type end, (c.is_nullable = 'NO')::int,
          coalesce((select k.ordinal_position from information_schema.key_column_usage k join information_schema.table_constraints t using (constraint_name, table_name)
            where t.constraint_type = 'PRIMARY KEY' and k.table_name = c.table_name and k.column_name = c.column_name), 0)
        from information_schema.columns c where c.table_schema = 'public' and c.table_name not like 'search%'
        """, r => $"{r.GetString(0)}.{r.GetString(1)} {r.GetString(2)}{(r.GetInt32(3) == 1 ? " not null" : "")}{(r.GetInt32(4) > 0 ? $" key {r.GetInt32(4)}" : "")}");

    [Fact]
    public Task Foreign_keys() => Agree(
        """select t.name, f."from", f."table" from sqlite_schema t, pragma_foreign_key_list(t.name) f where t.type = 'table' and t.name not like 'search%'""",
        """
        select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.conrelid::regclass::text not like 'search%'
        """, r => $"{r.GetString(0)}.{r.GetString(1)} -> {r.GetString(2)}");

    /// <summary>By their columns; '?' is an expression. The address of a person is unique whatever its capitals: by collation here, by an
    /// expression there. The order of the journal needs an index of its own only where a number is not commit order.</summary>
    [Fact]
    public Task Indexes() => Agree(
        """
        select t.name, i."unique", i.partial, (select group_concat(case when t.name = 'person' and c.name = 'email' then '?' else coalesce(c.name, '?') end, ', ') from pragma_index_info(i.name) c)
        from sqlite_schema t, pragma_index_list(t.name) i where t.type = 'table' and i.origin <> 'pk' and t.name not like 'search%'
        """,
        """
        select i.indrelid::regclass::text, i.indisunique::int, (i.indpred is not null)::int, (select string_agg(coalesce(a.attname, '?'), ', ' order by k.at) from unnest(i.indkey) with ordinality k(column_no, at)
          left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.column_no)
        from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace and not i.indisprimary and c.relname not like 'search%' and c.relname <> 'journal_order'
        """, r => $"{r.GetString(0)} ({r.GetString(3)}){(r.GetInt32(1) == 1 ? " unique" : "")}{(r.GetInt32(2) == 1 ? " partial" : "")}");

    private static async Task Agree(string sqlite, string postgres, Func<System.Data.Common.DbDataReader, string> line)
    {
        var both = new List<List<string>>();
        foreach (var (engine, sql) in new[] { ("sqlite", sqlite), ("postgres", postgres) })
        {
            await using var database = Database.From(await TestDatabase.Fresh(engine));
            await using var read = await database.Read();
            both.Add([.. (await read.List(sql, line)).Order(StringComparer.Ordinal)]);
        }
        Assert.NotEmpty(both[0]);
        Assert.Empty(both[0].Except(both[1]).Select(l => $"only on SQLite: {l}"));
        Assert.Empty(both[1].Except(both[0]).Select(l => $"only on PostgreSQL: {l}"));
        Assert.Equal(both[0], both[1]);
    }
}
