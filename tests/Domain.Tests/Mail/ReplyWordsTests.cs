using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>The guide's table of replies is what is read from them.</summary>
public sealed class ReplyWordsTests
{
    private static readonly Dictionary<string, TicketAsk> Asks = new() { ["does it work?"] = TicketAsk.Verify, ["is that right?"] = TicketAsk.Statement };

    private static readonly Dictionary<string, ReplySays> Readings = new()
    {
        ["works: the ticket closes"] = ReplySays.Yes, ["not yet: the work goes on"] = ReplySays.No, ["a message"] = ReplySays.Something,
        ["right: the statement is agreed"] = ReplySays.Yes, ["different: the statement is corrected by it"] = ReplySays.No,
    };

    [Fact]
    public void Each_reply_of_the_table_is_read_as_it_says()
    {
        var table = Guide.Table("| asked | a reply such as |");
        Assert.Equal(6, table.Count);
        Assert.All(from row in table from reply in row[1].Split(" · ") select (row[0], reply, row[2]), c => Assert.Equal((c.Item1, c.reply, Readings[c.Item3]), (c.Item1, c.reply, ReplyWords.Of(c.reply, Asks[c.Item1]))));
    }

    [Theory]
    [InlineData("Yes, it works.\n\nOn Mon, 23 Nov 2026 at 10:00, Desk <desk@example.com> wrote:\n> -- Please write above this line --\n> not solved?")]
    [InlineData("Yes, it works.\n-- Please write above this line --\nHello Helen, does it not work?")]
    [InlineData("Hi Ada,\n\nYes, it works.\n\nKind regards\nHelen Marsh\nHarrow & Lind")]
    [InlineData("Yes, it works.\n\n-- \nHelen Marsh\nnot a word of this counts")]
    [InlineData("Yes, it works.\n\nVon: Desk <desk@example.com>\nGesendet: Montag\nBetreff: Drucker\n\nfunktioniert es nicht?")]
    public void Only_what_stands_above_the_history_counts(string text) => Assert.Equal(ReplySays.Yes, ReplyWords.Of(ReplyWords.Said(text), TicketAsk.Verify));

    [Theory]
    [InlineData("")]
    [InlineData("> Yes, it works.\n\nI have another question.")]
    [InlineData("-- Please write above this line --\nYes, it works.")]
    public void What_is_quoted_is_no_answer(string text) => Assert.Equal(ReplySays.Something, ReplyWords.Of(ReplyWords.Said(text), TicketAsk.Verify));

    [Fact]
    public void A_letter_that_asks_nothing_is_answered_by_nothing() => Assert.Equal(ReplySays.Something, ReplyWords.Of("Yes", TicketAsk.Answer));

    [Fact]
    public void Long_words_cost_no_time()
    {
        foreach (var word in new[] { "yes ", "not yet ", "no, ", "the a ", "thanks ", "\n", "it works and " })
            Assert.Equal(ReplySays.Something, ReplyWords.Of(string.Concat(Enumerable.Repeat(word, 2_000)), TicketAsk.Verify));
    }
}
