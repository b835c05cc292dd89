using System.Text;

namespace FirstContact.Mailboxes;

public sealed class ImapAnswerTests
{
    [Fact]
    public void A_state_has_its_code_and_its_words()
    {
        var answer = Read("D4 NO [AUTHENTICATIONFAILED] Wrong password")!;
        Assert.Equal(("D4", "NO", "AUTHENTICATIONFAILED", "Wrong password"), (answer.Tag, answer.Word, answer.Code, answer.Text));
        Assert.Equal(("UIDVALIDITY", "17"), (Read("* OK [UIDVALIDITY 17] valid") is { } valid ? (valid.Code, valid.CodeText) : default));
        Assert.Equal((null, "[no end"), (Read("* OK [no end") is { } odd ? (odd.Code, odd.Text) : ("?", "?")));
    }

    [Fact]
    public void A_count_and_a_list_of_numbers_are_read()
    {
        Assert.Equal((12L, "EXISTS"), Read("* 12 EXISTS") is { } exists ? (exists.Number!.Value, exists.Word) : default);
        Assert.Equal([2, 84, 882], Read("* SEARCH 2 84 882")!.Values.Select(v => v.Number!.Value));
        Assert.Empty(Read("* search")!.Values);
    }

    [Fact]
    public void A_message_is_fetched_with_its_number_and_its_bytes()
    {
        var answer = Read("* 3 FETCH (FLAGS (\\Seen $Old) UID 17 BODY[] {5}", "a\r\nb)", " RFC822.SIZE 5)")!;
        Assert.Equal(17, answer.Item("uid")!.Number);
        Assert.Equal(5, answer.Item("RFC822.SIZE")!.Number);
        Assert.Equal(["\\Seen", "$Old"], answer.Item("FLAGS")!.Items!.Select(f => f.Text));
        Assert.Equal("a\r\nb)", Encoding.ASCII.GetString(answer.Literal!.Value.Span));
    }

    [Fact]
    public void Sections_quotes_and_nothing_are_values_too()
    {
        var answer = Read("* 1 FETCH (BODY[HEADER.FIELDS (DATE \"FROM\")]<0> NIL X \"a \\\"b\\\\\")")!;
        Assert.Equal(ImapValue.Nil, answer.Item("BODY[HEADER.FIELDS (DATE \"FROM\")]<0>"));
        Assert.Equal("a \"b\\", answer.Item("X")!.Text);
    }

    [Theory]
    [InlineData(""), InlineData(" "), InlineData("*"), InlineData("* "), InlineData("* 1"), InlineData("* 1 FETCH (UID 1"), InlineData("* 1 FETCH UID 1)"), InlineData("* SEARCH \"1"), InlineData("* X \"\\"), InlineData("D1 WHAT"), InlineData("* 1 FETCH (BODY[] {5})")]
    public void What_is_no_answer_is_none(string line) => Assert.Null(Read(line));

    [Fact]
    public void The_server_asks_for_more() => Assert.True(Read("+ go on")!.AsksForMore && Read("+")!.AsksForMore);

    [Fact]
    public void Brackets_without_end_are_refused_and_not_dug_into() => Assert.Null(Read("* 1 FETCH " + new string('(', 200_000)));

    /// <summary>Answers that are broken at random: whatever comes of them, it comes soon and without an exception.</summary>
    [Fact]
    public void No_answer_breaks_the_reader()
    {
        string[] whole =
        [
            "* OK [CAPABILITY IMAP4rev1 SASL-IR IDLE] ready", "* 3 FETCH (FLAGS (\\Seen) UID 17 BODY[] {5}", "* SEARCH 1 2 3 4", "D1 NO [ALERT] no", "+ idling", "* LIST (\\HasNoChildren) \"/\" \"INBOX\"",
            "* 12 FETCH (BODYSTRUCTURE ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 3028 92)(\"text\" \"html\" NIL) \"mixed\") UID 9)", "* ESEARCH (TAG \"A1\") UID ALL 1:3,5",
        ];
        var chance = new Random(17);
        var read = 0;
        for (var n = 0; n < 200_000; n++)
        {
            var bytes = Encoding.Latin1.GetBytes(whole[chance.Next(whole.Length)]).ToList();
            for (var changes = chance.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
            {
                var at = chance.Next(bytes.Count);
                switch (chance.Next(4))
                {
                    case 0: bytes[at] = (byte)chance.Next(256); break;
                    case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, chance.Next(8))); break;
                    case 2: bytes.Insert(at, "()[]{}\"\\ *+<>~\0"u8[chance.Next(15)]); break;
                    default: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
                }
            }
            ReadOnlyMemory<byte> line = bytes.ToArray();
            var literals = chance.Next(3);
            if (ImapAnswer.Read([line, .. Enumerable.Repeat(line, literals)], [.. Enumerable.Repeat(line, literals)]) is not null) read++;
        }
        Assert.InRange(read, 1, 199_999);
    }

    private static ImapAnswer? Read(params string[] parts)
    {
        var bytes = parts.Select(p => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(p)).ToList();
        return ImapAnswer.Read([.. bytes.Where((_, i) => i % 2 == 0)], [.. bytes.Where((_, i) => i % 2 == 1)]);
    }
}
