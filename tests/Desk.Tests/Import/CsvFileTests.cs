using System.Text;

namespace FirstContact.Import;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("title,text\nPrinter,It jams\n")]
    [InlineData("title;text\r\nPrinter;It jams\r\n")]
    [InlineData("title\ttext\rPrinter\tIt jams")]
    [InlineData("\n\ntitle , text\n\"Printer\",It jams\n,\n\n")]
    [InlineData("sep=;\ntitle;text\nPrinter;It jams")]
    public async Task Any_common_separator_is_found(string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], Files.Packed(text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] })
        {
            var file = await Files.Of(bytes);
            Assert.Equal(["title", "text"], file.Headers);
            Assert.Equal(["Printer", "It jams"], Assert.Single(file.Lines).Cells);
        }
    }

    [Fact]
    public async Task A_line_is_known_by_the_number_of_its_first_line_in_the_file()
    {
        var file = await Files.Of("title,text\na,\"one\ntwo, \"\"three\"\"\n\"\n\nb,5\" screen\nc\nd,e,f\n");
        Assert.Equal([2, 6, 7, 8], file.Lines.Select(l => l.Number));
        Assert.Equal("one\ntwo, \"three\"\n", file.Lines[0].Cells[1]);
        Assert.Equal("5\" screen", file.Lines[1].Cells[1]);
        Assert.Equal([null, null, ImportErrors.CellsDiffer(1, 2), ImportErrors.CellsDiffer(3, 2)], file.Lines.Select(l => l.Wrong));
    }

    [Fact]
    public async Task Quotes_that_do_not_pair_are_named_where_they_open()
    {
        var file = await Files.Of("title,text\na,b\nc,\"d\ne,f\n");
        Assert.Equal((3, ImportErrors.QuotesOpen), (file.Lines[^1].Number, file.Lines[^1].Wrong));
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        async Task<Error?> Refused(byte[] bytes) => (await CsvFile.Read(new MemoryStream(bytes))).Error;
        Assert.Equal(ImportErrors.Empty, await Refused([]));
        Assert.Equal(ImportErrors.Empty, await Refused("\n\n"u8.ToArray()));
        Assert.Equal(ImportErrors.NotText, await Refused(Encoding.Latin1.GetBytes("title\nMüller")));
        Assert.Equal(ImportErrors.NotText, await Refused([0x50, 0x4b, 0, 1, 2]));
        Assert.Equal(ImportErrors.NotText, await Refused([0x1f, 0x8b, 1, 2]));
    }
}
