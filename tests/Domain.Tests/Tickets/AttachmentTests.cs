using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class AttachmentTests
{
    private static readonly Story<Attachment> None = new(new Attachment { Key = 9 });
    private static readonly FileUploaded Uploaded = new("label.png", "image/png", 120, "abc");

    [Fact]
    public void A_file_is_handed_in() => None.When(_ => Attachment.Upload("label.png", "image/png", 120, "abc")).Then(Uploaded);

    [Theory]
    [InlineData("C:\\Users\\helen\\label.png", "label.png"), InlineData("../../etc/passwd", "passwd"), InlineData(" .htaccess", "htaccess"), InlineData("a\"b;c\r\n.txt", "abc.txt")]
    [InlineData(null, "file"), InlineData("///", "file"), InlineData("Übersicht 1.pdf", "Übersicht 1.pdf")]
    public void Its_name_steers_nothing(string? name, string kept) => None.When(_ => Attachment.Upload(name, "text/plain", 1, "abc")).Then(new FileUploaded(kept, "text/plain", 1, "abc"));

    [Fact]
    public void A_long_name_keeps_its_end() =>
        None.When(_ => Attachment.Upload(new string('n', 300) + ".pdf", "application/pdf", 1, "abc")).Then(new FileUploaded(new string('n', 196) + ".pdf", "application/pdf", 1, "abc"));

    [Fact]
    public void It_has_something_in_it_and_not_too_much()
    {
        None.When(_ => Attachment.Upload("a", "b", 0, "c")).Then(AttachmentErrors.Empty);
        None.When(_ => Attachment.Upload("a", "b", Attachment.Largest + 1, "c")).Then(AttachmentErrors.TooLarge);
        None.When(_ => Attachment.Upload("a", "b", Attachment.Largest, "c")).Then(new FileUploaded("a", "b", Attachment.Largest, "c"));
    }

    [Fact]
    public void Whoever_handed_it_in_attaches_it_once()
    {
        None.Given(Uploaded).When((f, by) => f.Attach(new(123), isInternal: true)).Then(new FileAttached(new(123), true));
        None.Given(Uploaded, new FileAttached(new(123), true)).When((f, by) => f.Attach(new(124), false)).Then(TicketErrors.FileUnknown);
    }

    [Fact]
    public void It_is_what_its_events_say() => Assert.Equal(
        new Attachment { Key = 9, Version = 2, Name = "label.png", Type = "image/png", Size = 120, Hash = "abc", UploadedBy = None.By.Person, UploadedAt = None.By.At, Ticket = new(123), Internal = true },
        None.Given(Uploaded, new FileAttached(new(123), true)).State);
}
