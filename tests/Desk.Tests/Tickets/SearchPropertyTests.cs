using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Tickets;

/// <summary>Whatever is typed is a search, on both engines.</summary>
public sealed class SearchPropertyTests
{
    // What the two engines and our own reader give a meaning to, more often than chance would.
    private static readonly Gen<string> Typed = Gen.Elements(
            "\"", "-", "*", ":", "(", ")", "'", "\\", "<->", "!", "&", "|", "AND", "OR", "NOT", "NEAR(", "^", "{a}:", "team:", "status:", "kind:", "tag:\"", "priority:9", "customer:",
            " ", "\0", "\t", "\ud800", "\udc00", "\u0301", "é", "日本", "😀", "½", "ﷺ", "İ", "\uffff", "a", "title:", "inc1", "#9223372036854775808", "%", "_", ";--")
        .Or(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).ArrayOf().Select(string.Concat);

    [Fact]
    public void Every_text_can_be_read_and_found_again() => Prop.ForAll(Typed.ToArbitrary(), text =>
    {
        var query = SearchQuery.Parse(text);
        Assert.InRange(query.Terms.Count, 0, SearchQuery.MostTerms);
        Assert.All(query.Terms, t => Assert.All(t.Words, w => Assert.All(w.EnumerateRunes(), r => Assert.NotEqual(' ', r.Value))));

        var words = SearchWord.In(text);
        Assert.All(words, w => Assert.InRange(w.Start, 0, text.Length - w.Length));
        // Folded words fold to themselves, and each is found where it stands.
        Assert.Equal(words.Select(w => w.Text), SearchWord.In(string.Join(' ', words.Select(w => w.Text))).Select(w => w.Text));
        foreach (var word in words.Where(w => w.Text.Length < 64))
            Assert.Contains(word.Text, SearchWord.In(text.Substring(word.Start, word.Length)).Select(w => w.Text));

        var pieces = Snippet.Whole(text, query);
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Text)));
        Assert.InRange(Snippet.Of(text, query).Sum(p => p.Text.Length), 0, Snippet.Length + 2);
    }).QuickCheckThrowOnFailure();

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task No_text_upsets_an_engine(string engine)
    {
        await using var node = await Node.Fresh(engine);
        foreach (var call in (Call[])[Node.With(TicketPermissions.TakePart, TicketPermissions.SeeAll), Node.With(TicketPermissions.TakePart)])
            Prop.ForAll(Typed.ToArbitrary(), text =>
            {
                var found = node.Desk.Ask(new SearchTickets(text), call.Caller).GetAwaiter().GetResult();
                Assert.True(found.Error is null or { Kind: ErrorKind.Invalid });
                var listed = node.Desk.Ask(new ListTickets(new() { Q = text }), call.Caller).GetAwaiter().GetResult();
                Assert.Equal(found.Error, listed.Error);
            }).QuickCheckThrowOnFailure();
    }
}
