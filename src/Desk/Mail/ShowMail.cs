namespace FirstContact.Mail;

/// <summary>One message as it came, for whoever looks after the mail.</summary>
public sealed record ShowMail(MailId Id) : IQuery<MailView>
{
    public Permission Needs => MailPermissions.Manage;

    public async Task<Result<MailView>> Ask(Question question)
    {
        if (await question.Read.One($"{MailLine.Select} where m.id = @id", MailLine.Fill, ("@id", Id)) is not { } line) return MailErrors.NotFound;
        return await MailBytes.Raw(question.Read, line.Hash) is { } raw ? new MailView(line, raw) : MailErrors.NotFound;
    }
}

public sealed record MailView(MailLine Line, ReadOnlyMemory<byte> Raw)
{
    private const int MostShown = 100_000;

    /// <summary>The beginning of the raw text: bytes that are no letters stand as what cannot be shown.</summary>
    public string Text => MailText.Clean(System.Text.Encoding.UTF8.GetString(Raw.Span[..Math.Min(Raw.Length, MostShown)]));

    public bool IsCut => Raw.Length > MostShown;
}
