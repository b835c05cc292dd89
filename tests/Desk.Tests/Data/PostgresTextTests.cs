namespace FirstContact.Data;

public sealed class PostgresTextTests
{
    [Theory]
    [InlineData("select 1", "select 1")]
    [InlineData("where id = @id and (@id > @least or name = @name)", "where id = $1 and ($1 > $2 or name = $3)", "@id", "@least", "@name")]
    [InlineData("where words @@ @query::tsquery and tags @> @tags and @tags <@ tags", "where words @@ $1::tsquery and tags @> $2 and $2 <@ tags", "@query", "@tags")]
    [InlineData("where mail like '%@harrow''s @desk' and id = @id", "where mail like '%@harrow''s @desk' and id = $1", "@id")]
    [InlineData("@a,@ab,@a_b", "$1,$2,$3", "@a", "@ab", "@a_b")]
    public void Arguments_stand_by_their_places(string sql, string text, params string[] names)
    {
        var known = PostgresText.Of(sql);
        Assert.Equal(text, known.Text);
        Assert.Equal(names, known.Names);
        Assert.Same(known, PostgresText.Of(sql));
    }
}
