namespace FirstContact.Fields;

public sealed class FieldReadingTests
{
    private static readonly string Long = new('x', Field.LongestText + 1);

    [Theory]
    [InlineData(FieldKind.Text, " ZB-17 ", "ZB-17")]
    [InlineData(FieldKind.Number, "12,50", "12.5")]
    [InlineData(FieldKind.Number, "-0.1234567", "-0.123457")]
    [InlineData(FieldKind.Number, "999999999999", "999999999999")]
    [InlineData(FieldKind.Date, "2026-11-22", "2026-11-22")]
    [InlineData(FieldKind.YesNo, "TRUE", "yes")]
    [InlineData(FieldKind.YesNo, "0", "no")]
    [InlineData(FieldKind.Choice, "eastmoor", "Eastmoor")]
    [InlineData(FieldKind.Tree, "northgate>hall 2", "Northgate > Hall 2")]
    public void What_was_typed_is_read_as_its_kind(FieldKind kind, string typed, string value) => Assert.Equal(new FieldContent(value), Of(kind).Read(typed).Value);

    public static TheoryData<FieldKind, string, Error> Wrong => new()
    {
        { FieldKind.Text, Long, FieldErrors.TextTooLong }, { FieldKind.Number, "twelve", FieldErrors.NumberInvalid }, { FieldKind.Number, "1,250.00", FieldErrors.NumberInvalid },
        { FieldKind.Number, "1000000000000", FieldErrors.NumberInvalid }, { FieldKind.Number, "1e3", FieldErrors.NumberInvalid }, { FieldKind.Date, "22.11.2026", FieldErrors.DateInvalid },
        { FieldKind.Date, "1799-01-01", FieldErrors.DateInvalid }, { FieldKind.YesNo, "perhaps", FieldErrors.YesNoInvalid }, { FieldKind.Choice, "Lindholm", FieldErrors.ChoiceUnknown },
        { FieldKind.Tree, "Hall 2", FieldErrors.ChoiceUnknown }, { FieldKind.Person, "nobody@harrow.example", FieldErrors.PersonUnknown },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_cannot_be_read_is_said_at_its_field(FieldKind kind, string typed, Error no) => Assert.Equal(no.At("fields.area"), Of(kind).Read(typed).Error);

    [Fact]
    public void Blank_is_nothing_of_any_kind() => Assert.All(Enum.GetValues<FieldKind>(), k => Assert.Equal((null, null), Of(k).Read(" ") is var read ? (read.Value, read.Error) : default));

    [Fact]
    public void A_branch_is_found_by_all_that_it_stands_below()
    {
        Assert.Equal(["northgate", "northgate > hall 2"], FieldReading.Found(FieldKind.Tree, "Northgate > Hall 2"));
        Assert.Equal(["zb 17"], FieldReading.Found(FieldKind.Text, " ZB  17"));
        Assert.Equal(200, Assert.Single(FieldReading.Found(FieldKind.Text, Long)).Length);
    }

    private static Field Of(FieldKind kind) => FieldTests.Of(FieldTests.Area with { Kind = kind });
}
