namespace FirstContact.Import;

public sealed class LineErrorTests
{
    [Theory]
    [InlineData("status", "parked", nameof(ImportErrors.StatusUnknown)), InlineData("priority", "soon", nameof(ImportErrors.PriorityUnknown)), InlineData("kind", "wish", nameof(ImportErrors.KindUnknown))]
    [InlineData("channel", "pigeon", nameof(ImportErrors.ChannelUnknown)), InlineData("urgency", "huge", nameof(ImportErrors.LevelUnknown)), InlineData("openedAt", "yesterday", nameof(ImportErrors.TimeUnclear))]
    [InlineData("openedAt", "2999-01-01 00:00", nameof(ImportErrors.TimeToCome)), InlineData("customer", "Helen Marsh", nameof(ImportErrors.NameAmbiguous))]
    public async Task What_a_line_cannot_mean_is_said_with_its_number(string column, string value, string error)
    {
        await using var node = await Node.Fresh("sqlite");
        await node.Done(new FirstContact.People.RegisterPerson("Helen Marsh", "helen.marsh.2@harrow.example"), new(Caller.Desk, "test"));
        var report = await node.Done(await Files.Tickets($"text,{column}\nscreen stays dark,{value}\n", dryRun: true), Files.Importer);
        var expected = (Error)typeof(ImportErrors).GetField(error)!.GetValue(null)!;
        Assert.Equal((2, expected.Code), Assert.Single(report.Errors) is var wrong ? (wrong.Line, wrong.Code) : default);
    }
}
