namespace FirstContact.Tickets;

/// <summary>Uploaded files on their way into a message.</summary>
internal readonly record struct Files(Work Work, IReadOnlyList<Attachment> Uploaded, bool IsInternal)
{
    public Seq<FileRef> Refs => [.. Uploaded.Select(f => f.Ref)];

    public static async Task<Result<Files>> Take(Work work, Seq<long> ids, bool isInternal)
    {
        var uploaded = new List<Attachment>();
        foreach (var id in ids.Distinct())
        {
            if (!(await work.Attachments.Load(id)).Is(out var file, out var no)) return no;
            // A draft goes from colleague to colleague, and its files with it.
            if (file.Ticket is not null || (file.UploadedBy != work.By.Person && !work.Caller.May(TicketPermissions.Work))) return TicketErrors.FileUnknown;
            uploaded.Add(file);
        }
        return new Files(work, uploaded, isInternal);
    }

    public void AttachTo(TicketId ticket)
    {
        foreach (var file in Uploaded) Work.Attachments.Change(file, file.Attach(ticket, IsInternal));
    }
}
