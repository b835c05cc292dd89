namespace FirstContact.Mail;

/// <summary>By what an answer finds its ticket, and what nobody but the desk can make.</summary>
public sealed class MarkTests
{
    private static readonly MailMark Ours = new("abc123", new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }), Theirs = new("abc123", new byte[] { 8, 7, 6, 5, 4, 3, 2, 1 });

    [Fact]
    public void An_address_names_its_ticket()
    {
        var address = ReplyAddress.Of("help@desk.example", new(123), Ours);
        Assert.Matches(@"^help\+123-[a-z2-7]{16}@desk\.example$", address);
        Assert.Equal((new TicketId(123), false), ReplyAddress.Read(address, Ours));
        Assert.Equal((new TicketId(123), false), ReplyAddress.Read(address.ToUpperInvariant(), Ours));
        Assert.Equal((new TicketId(123), false), ReplyAddress.Read(address.Replace("desk.example", "elsewhere.example", StringComparison.Ordinal), Ours));
    }

    [Fact]
    public void Nobody_makes_one_for_another_ticket()
    {
        var address = ReplyAddress.Of("help@desk.example", new(123), Ours);
        Assert.Null(ReplyAddress.Read(address.Replace("+123-", "+124-", StringComparison.Ordinal), Ours));
        Assert.Null(ReplyAddress.Read(address, Theirs));
        Assert.Null(ReplyAddress.Read("help@desk.example", Ours));
        Assert.Null(ReplyAddress.Read("help+123-abcdefghijklmnop@desk.example", Ours));
        Assert.Null(ReplyAddress.Read("", Ours));
    }

    [Fact]
    public void What_was_said_among_colleagues_has_an_address_of_its_own()
    {
        var (reply, note) = (ReplyAddress.Of("help@desk.example", new(123), Ours), ReplyAddress.Of("help@desk.example", new(123), Ours, isInternal: true));
        Assert.NotEqual(reply, note);
        Assert.Equal((new TicketId(123), true), ReplyAddress.Read(note, Ours));
        Assert.Null(ReplyAddress.Read(note, Theirs));
    }

    [Fact]
    public void What_leaves_no_room_stays_as_it_is()
    {
        var mailbox = new string('a', 50) + "@desk.example";
        Assert.Equal(mailbox, ReplyAddress.Of(mailbox, new(123), Ours));
        Assert.Equal("nobody", ReplyAddress.Of("nobody", new(123), Ours));
    }

    [Theory]
    [InlineData("Printer jams [INC-000123]", 123)]
    [InlineData("Re: AW: [REQ-000007] Printer jams", 7)]
    [InlineData("Re: Printer jams [INC-000001] [INC-000123]", 123)]
    [InlineData("[#inc123] jam", 123)]
    [InlineData("INC-000123 is back", 123)]
    [InlineData("Room INC-12 is cold", null)]
    [InlineData("Printer jams", null)]
    [InlineData("", null)]
    public void A_subject_names_a_ticket(string subject, int? number) => Assert.Equal(number is { } n ? new TicketId(n) : (TicketId?)null, SubjectTag.Read(subject));

    [Fact]
    public void A_subject_has_its_tag_once()
    {
        Assert.Equal("Printer jams [INC-000123]", SubjectTag.On("Printer jams", "INC-000123"));
        Assert.Equal("Re: Printer jams [INC-000123]", SubjectTag.On("Re: Printer jams [INC-000123]", "INC-000123"));
        Assert.Equal("[INC-000123]", SubjectTag.On("", "INC-000123"));
    }

    [Fact]
    public void An_id_has_the_mark_of_the_desk()
    {
        var id = OwnMessageId.Of(new TicketId(123), "k2j3h4", "desk.example", Ours);
        Assert.Equal("123.k2j3h4.abc123@desk.example", id);
        Assert.True(OwnMessageId.IsOurs(id, Ours));
        Assert.False(OwnMessageId.IsOurs("123.k2j3h4.other@desk.example", Ours));
        Assert.False(OwnMessageId.IsOurs("", Ours));
    }

    [Fact]
    public void The_key_is_not_printed() => Assert.Equal("abc123", $"{Ours}");
}
