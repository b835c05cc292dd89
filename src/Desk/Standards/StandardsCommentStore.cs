using System.Data.Common;

namespace FirstContact.Standards;

/// <summary>The only SQL that writes what is said about the standards.</summary>
public sealed class StandardsCommentStore(Work work) : Store<StandardsComment>(work)
{
    internal const string Select = "select c.id, c.version, c.person, c.customer_group, c.kept, c.words, c.said_at, c.answers, c.hidden from standards_comment c";

    protected override string Table => "standards_comment";
    protected override Error NotFound => StandardErrors.CommentNotFound;

    protected override StandardsComment Blank(long id) => new() { Id = new(id) };

    protected override Task<StandardsComment?> Find(long id) => Work.Read.One($"{Select} where c.id = @id", Of, ("@id", id));

    protected override (string, object?)[] Row(StandardsComment c) =>
        [("person", c.Person), ("customer_group", c.Group), ("kept", c.Kept), ("words", c.Words), ("said_at", c.SaidAt), ("answers", DeskJson.Write(c.Answers)), ("hidden", c.Hidden)];

    internal static StandardsComment Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Person = new(r.GetInt64(2)), Group = r.GetString(3), Kept = r.Word<Kept>(4), Words = r.GetString(5), SaidAt = r.Instant(6), Answers = DeskJson.Read<Seq<StandardsAnswer>>(r.GetString(7)), Hidden = r.TextOrNull(8),
    };
}
