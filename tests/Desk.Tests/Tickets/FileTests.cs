namespace FirstContact.Tickets;

public sealed class FileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_bytes_are_stored_once_and_the_type_is_what_they_show(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var one = await desk.Node.Done(new UploadFile("label.html", Png), desk.Helen);
        var two = await desk.Node.Done(new UploadFile("other.png", Png), desk.Ravi);
        Assert.Equal(("image/png", 11L, one.Hash), (one.Type, one.Size, two.Hash));
        Assert.NotEqual(one.Key, two.Key);
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(1, await read.One("select count(*) from blob", r => r.GetInt64(0)));
        Assert.Equal(AttachmentErrors.Empty, (await desk.Node.Desk.Do(new UploadFile("x", ReadOnlyMemory<byte>.Empty), desk.Helen)).Error);
        Assert.Equal(AttachmentErrors.TooLarge, (await desk.Node.Desk.Do(new UploadFile("x", new byte[Attachment.Largest + 1]), desk.Helen)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_belongs_to_whoever_handed_it_in_until_a_message_takes_it_along(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var file = await desk.Node.Done(new UploadFile("label.png", Png), desk.Helen);
        Assert.Equal(AttachmentErrors.NotFound, (await desk.Node.Desk.Ask(new ShowFile(file.Key), desk.Ada.Caller)).Error);
        Assert.Equal(Png, (await desk.Node.Asked(new ShowFile(file.Key), desk.Helen)).Bytes);
        var ticket = await desk.Done(TicketDesk.Asking() with { Attachments = [file.Key, file.Key] }, desk.Helen);
        Assert.Equal([new FileRef(file.Key, "label.png", "image/png", 11)], Assert.IsType<TicketOpened>((await desk.Show(ticket.Id)).Timeline[0].Event).Files);
        Assert.Equal("label.png", (await desk.Node.Asked(new ShowFile(file.Key), desk.Ada)).Name);
        Assert.Equal(AttachmentErrors.NotFound, (await desk.Node.Desk.Ask(new ShowFile(file.Key), desk.Ravi.Caller)).Error);

        var second = new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "again") { Attachments = [file.Key] };
        await desk.Refuses(TicketErrors.FileUnknown, second, desk.Helen);
        var other = await desk.Node.Done(new UploadFile("other.png", Png), desk.Ravi);
        await desk.Refuses(TicketErrors.FileUnknown, second with { Attachments = [other.Key] }, desk.Helen);
        await desk.Refuses(TicketErrors.FileUnknown, TicketDesk.Asking() with { Attachments = [other.Key] }, desk.Helen);
        await desk.Refuses(TicketErrors.FileUnknown, second with { Attachments = [99] }, desk.Helen);
        Assert.Equal(0, (await desk.Show(ticket.Id)).Ticket.Messages);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png"), InlineData("FFD8FFE000", "image/jpeg"), InlineData("474946383961", "image/gif"), InlineData("255044462D312E37", "application/pdf")]
    [InlineData("504B0304", "application/zip"), InlineData("1F8B08", "application/gzip"), InlineData("5249464600000000574542500000", "image/webp"), InlineData("52494646000000005741564500", FileType.Bytes)]
    [InlineData("3C7376673E", FileType.PlainText), InlineData("3C68746D6C3E", FileType.PlainText), InlineData("48C3A9", FileType.PlainText), InlineData("00FF", FileType.Bytes), InlineData("4D5A9000", FileType.Bytes)]
    public void A_type_is_read_from_the_first_bytes(string hex, string type) => Assert.Equal(type, FileType.Of(Convert.FromHexString(hex)));

    [Theory, InlineData("image/png", true), InlineData("image/webp", true), InlineData("image/svg+xml", false), InlineData("text/html", false), InlineData("application/pdf", false), InlineData(FileType.PlainText, false)]
    public void Only_pictures_of_pixels_are_shown_in_place(string type, bool shown) => Assert.Equal(shown, FileType.IsShown(type));
}
