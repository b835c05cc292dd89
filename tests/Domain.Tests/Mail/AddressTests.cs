namespace FirstContact.Mail;

public sealed class AddressTests
{
    [Theory]
    [InlineData("helen@example.com", "helen@example.com")]
    [InlineData("Helen Marsh <helen@example.com>", "Helen Marsh <helen@example.com>")]
    [InlineData("\"Marsh, Helen\" <helen@example.com>", "Marsh, Helen <helen@example.com>")]
    [InlineData("\"Helen \\\"H\\\" Marsh\" <helen@example.com>", "Helen \"H\" Marsh <helen@example.com>")]
    [InlineData("helen@example.com (Helen Marsh)", "Helen Marsh <helen@example.com>")]
    [InlineData("a@x.example, b@y.example; c@z.example", "a@x.example|b@y.example|c@z.example")]
    [InlineData("Team: a@x.example, Bea <b@y.example>;, c@z.example", "a@x.example|Bea <b@y.example>|c@z.example")]
    [InlineData("Undisclosed recipients:;", "")]
    [InlineData("<Undisclosed-Recipient:@mailman.example;>", "")]
    [InlineData("Mary <@machine.tld:mary@example.net>, , jdoe@test   . example", "Mary <mary@example.net>|jdoe@test.example")]
    [InlineData("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "Pete <pete@silly.test>")]
    [InlineData("=?utf-8?q?J=C3=BCrgen?= <j@example.com>", "Jürgen <j@example.com>")]
    [InlineData("\"=?utf-8?q?J=C3=BCrgen=2C_B?=\" <j@example.com>", "Jürgen, B <j@example.com>")]
    [InlineData("=?utf-8?q?Helen_=3Chelen=40example.com=3E?=", "Helen <helen@example.com>")]
    [InlineData("someone@else.example <helen@example.com>", "someone@else.example <helen@example.com>")]
    [InlineData("Mikel@Home <m@example.com>", "Mikel@Home <m@example.com>")]
    [InlineData("Big Bug bb@bug.com", "Big Bug <bb@bug.com>")]
    [InlineData("tim@x.example concierge@x.example", "tim@x.example|concierge@x.example")]
    [InlineData("Helen <helen@example.com", "Helen <helen@example.com>")]
    [InlineData("Helen <<helen@example.com>>", "Helen <helen@example.com>")]
    [InlineData("<mailto:helen@example.com>", "helen@example.com")]
    [InlineData("\"never closed <helen@example.com>", "never closed <helen@example.com>")]
    [InlineData("MAILER-DAEMON <>", "MAILER-DAEMON <>")]
    [InlineData("<>", "")]
    [InlineData(", , ", "")]
    [InlineData("pelé@exämple.com", "pelé@exämple.com")]
    public void Addresses_are_read(string written, string read) => Assert.Equal(read, string.Join('|', Mails.ReadUtf8($"To: {written}\n\n").To));

    [Theory]
    [InlineData("helen@example.com", true)]
    [InlineData("MAILER-DAEMON", false)]
    [InlineData("@example.com", false)]
    [InlineData("helen@", false)]
    public void Only_a_whole_address_can_be_written_to(string address, bool isWhole) => Assert.Equal(isWhole, new MailAddress(null, address).IsWhole);

    [Fact]
    public void The_author_is_who_wrote_and_not_where_answers_go()
    {
        var message = Mails.Read("From: Helen <helen@example.com>\nSender: office@example.com\nReply-To: thief@elsewhere.example\n\n");
        Assert.Equal(("helen@example.com", "thief@elsewhere.example"), (message.Author?.Address, message.ReplyTo.Single().Address));
    }

    [Fact]
    public void Without_a_whole_address_in_From_the_author_is_the_sender() => Assert.Equal("office@example.com", Mails.Read("From: Helen\nSender: office@example.com\n\n").Author?.Address);

    [Fact]
    public void Recipients_of_several_fields_are_one_list() => Assert.Equal(2, Mails.Read("To: a@x\nTo: b@x\n\n").To.Count);

    [Theory]
    [InlineData("Return-Path: <>\n", "")]
    [InlineData("Return-Path: <null>\n", "")]
    [InlineData("Return-Path: <a@x.example>\n", "a@x.example")]
    [InlineData("", null)]
    public void The_way_back_is_empty_or_unknown_or_an_address(string field, string? path) => Assert.Equal(path, Mails.Read($"{field}Subject: x\n\n").ReturnPath);

    [Fact]
    public void No_more_than_a_thousand_are_read() => Assert.Equal(AddressReader.Most, Mails.Read($"To: {string.Join(',', Enumerable.Range(0, 2_000).Select(n => $"{n}@x"))}\n\n").To.Count);
}
