namespace FirstContact.Tickets;

/// <summary>A file, for whoever may see the ticket it belongs to; an internal one for agents only.</summary>
public sealed record ShowFile(long Id) : IQuery<StoredFile>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<StoredFile>> Ask(Question question) => await question.Read.One($"""
        select f.name, f.type, b.bytes, f.hash from attachment f join blob b on b.hash = f.hash
        where f.id = @id and (
          (f.ticket is null and f.uploaded_by = @me)
          or exists (select 1 from ticket t where t.id = f.ticket and {TicketStore.Visible(question.Caller)}{(question.Caller.May(TicketPermissions.SeeAll) ? "" : " and f.internal = 0")}))
        """,
        r => new StoredFile(r.GetString(0), r.GetString(1), r.GetFieldValue<byte[]>(2), r.GetString(3)), ("@id", Id), ("@me", question.Caller.Person)) is { } file
            ? file : AttachmentErrors.NotFound;
}

public sealed record StoredFile(string Name, string Type, byte[] Bytes, string Hash);
