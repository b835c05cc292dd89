namespace FirstContact.Tickets;

/// <summary>The only SQL that writes attachments.</summary>
public sealed class AttachmentStore(Work work) : Store<Attachment>(work)
{
    protected override string Table => "attachment";
    protected override Error NotFound => TicketErrors.FileUnknown;

    protected override Attachment Blank(long id) => new() { Key = id };

    protected override Task<Attachment?> Find(long id) => Work.Read.One(
        "select id, version, hash, name, type, size, ticket, internal, uploaded_by, uploaded_at from attachment where id = @id",
        r => new Attachment
        {
            Key = r.GetInt64(0), Version = r.GetInt32(1), Hash = r.GetString(2), Name = r.GetString(3), Type = r.GetString(4), Size = r.GetInt64(5),
            Ticket = r.NumberOrNull(6) is { } ticket ? new(ticket) : null, Internal = r.Flag(7), UploadedBy = new(r.GetInt64(8)), UploadedAt = r.Instant(9),
        }, ("@id", id));

    protected override (string, object?)[] Row(Attachment a) =>
    [
        ("hash", a.Hash), ("name", a.Name), ("type", a.Type), ("size", a.Size), ("ticket", a.Ticket), ("internal", a.Internal ? 1 : 0),
        ("uploaded_by", a.UploadedBy), ("uploaded_at", a.UploadedAt),
    ];
}
