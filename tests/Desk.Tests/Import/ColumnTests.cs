namespace FirstContact.Import;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("text,category", "description,category")]
    [InlineData("number,title,state,priority,group,owner,customer,created_at,updated_at,close_at,body,tags", "number,title,status,priority,team,assignee,customer,openedAt,updatedAt,closedAt,description,tags")]
    [InlineData("Number,Opened by,Short description,Description,State,Assignment group,Assigned to,Opened,Closed,Close notes", "number,customer,title,description,status,team,assignee,openedAt,closedAt,solution")]
    [InlineData("Id,E-mail,Subject,Nonsense", "number,customer,title,-")]
    [InlineData("id,Ticket number,text", "-,number,description")]
    public void Headers_of_other_desks_are_understood(string headers, string fields) =>
        Assert.Equal(fields.Split(',').Select(f => f == "-" ? null : f), ColumnGuess.Of(ImportKind.Tickets, headers.Split(',')));

    [Theory]
    [InlineData("First name,Surname,Mail,Department,Job title", "firstName,lastName,email,unit,title")]
    [InlineData("displayName,userPrincipalName,telephoneNumber,Roles", "name,email,phone,roles")]
    public void And_of_lists_of_people(string headers, string fields) =>
        Assert.Equal(fields.Split(','), ColumnGuess.Of(ImportKind.People, headers.Split(',')));

    [Fact]
    public void Every_field_finds_itself()
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
            Assert.Equal(ImportField.Of(kind).Select(f => f.Name), ColumnGuess.Of(kind, [.. ImportField.Of(kind).Select(f => f.Name)]));
    }

    [Fact]
    public void A_mapping_goes_before_the_guess_and_leaves_the_rest_to_it()
    {
        var mapping = ImportMapping.Parse("""{"columns": {"memo": "description", "Text": "-"}, "defaults": {"team": "Network"}, "timeZone": "Europe/London"}""").Value!;
        var columns = ImportColumns.Of(ImportKind.Tickets, ["text", "Memo", "category"], mapping).Value!;
        Assert.Equal([null, "description", "category"], columns.Fields);
        Assert.True(columns.Has("team"));
        Assert.Equal("Europe/London", columns.Zone.Id);
    }

    [Theory]
    [InlineData("""{"columns": {"Colour": "title"}}""", "import.column-unknown")]
    [InlineData("""{"columns": {"text": "colour"}}""", "import.field-unknown")]
    [InlineData("""{"defaults": {"colour": "red"}}""", "import.field-unknown")]
    [InlineData("""{"columns": {"text": "title", "memo": "title"}}""", "import.field-twice")]
    [InlineData("""{"timeZone": "Europe/Atlantis"}""", "import.zone-unknown")]
    [InlineData("{", "import.mapping-unreadable")]
    public void A_mapping_that_cannot_be_meant_is_refused(string json, string code)
    {
        var mapping = ImportMapping.Parse(json);
        Assert.Equal(code, (mapping.Error ?? ImportColumns.Of(ImportKind.Tickets, ["text", "memo"], mapping.Value!).Error)!.Code);
    }

    [Theory]
    [InlineData("2024-05-01T12:30:15Z", "2024-05-01T12:30:15Z")]
    [InlineData("2024-05-01T12:30:15+02:00", "2024-05-01T10:30:15Z")]
    [InlineData("2024-05-01 12:30:15 UTC", "2024-05-01T12:30:15Z")]
    [InlineData("2024-05-01 12:30", "2024-05-01T11:30:00Z")]
    [InlineData("1.5.2024 12:30", "2024-05-01T11:30:00Z")]
    [InlineData("2024-01-01", "2024-01-01T00:00:00Z")]
    [InlineData("05/01/2024", null)]
    [InlineData("yesterday", null)]
    public void Times_are_read_in_their_zone_and_never_guessed(string text, string? expected) =>
        Assert.Equal(expected, ImportWords.Time(text, DateTimeZoneProviders.Tzdb["Europe/London"]) is { } time ? NodaTime.Text.InstantPattern.ExtendedIso.Format(time) : null);

    [Fact]
    public void Words_of_other_desks_are_understood()
    {
        Assert.Equal([1, 2, 3, 4, 5, 2, 3, 4], new[] { "1 - Critical", "2 - High", "3 - Moderate", "low", "5", "3 high", "2 normal", "P4" }.Select(w => ImportWords.Priority(w)!.Value.Rank));
        Assert.Null(ImportWords.Priority("whenever"));
        Assert.Equal([Tickets.TicketStatus.InProgress, Tickets.TicketStatus.Waiting, Tickets.TicketStatus.Closed, Tickets.TicketStatus.InProgress], new[] { "In Progress", "pending reminder", "Closed Complete", "inProgress" }.Select(w => ImportWords.Status(w)!.Value));
    }
}
