using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Tickets;

public sealed class TicketNumberTests
{
    [Theory, InlineData("123"), InlineData("#123"), InlineData(" INC-000123 "), InlineData("inc123"), InlineData("REQ-123"), InlineData("req-000123")]
    public void People_write_it_as_they_like(string text) => Assert.Equal((true, new TicketId(123)), (TicketNumber.TryParse(text, out var id), id));

    [Theory, InlineData(null), InlineData(""), InlineData("0"), InlineData("-1"), InlineData("INC"), InlineData("PRB-1"), InlineData("12a"), InlineData("1 2"), InlineData("99999999999999999999"), InlineData("+5"), InlineData("٣")]
    public void What_is_no_number_is_none(string? text) => Assert.False(TicketNumber.TryParse(text, out _));

    [Fact]
    public void It_reads_back() => Prop.ForAll(
        (from n in Gen.Choose(1, int.MaxValue) from kind in Gen.Elements(Enum.GetValues<TicketKind>()) select (kind, new TicketId(n))).ToArbitrary(),
        t => TicketNumber.TryParse(TicketNumber.Of(t.kind, t.Item2), out var id) && id == t.Item2).QuickCheckThrowOnFailure();

    [Fact]
    public void Incidents_and_requests_share_one_sequence() => Assert.Equal(
        ("INC-000007", "REQ-1234567"), (TicketNumber.Of(TicketKind.Incident, new(7)), TicketNumber.Of(TicketKind.Request, new(1_234_567))));
}
