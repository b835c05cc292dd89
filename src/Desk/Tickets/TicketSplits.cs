using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>What the new ticket takes from the message.</summary>
public static class TicketSplits
{
    private const int TitleFromText = 80;

    internal static async Task<Result<Named<PersonId>>> Customer(Work work, string? named, PersonId usual) => named.IsBlank
        ? await TicketMerges.Named(work.Read, usual)
        : await FindPerson.ByEmail(work.Read, named!) is { } found ? found : TicketErrors.CustomerUnknown;

    /// <summary>Its first line, as far as a title goes.</summary>
    public static string Title(string body)
    {
        var line = body.Split('\n').Select(l => l.Trim(' ', '#', '*', '>', '-')).FirstOrDefault(l => l.Length > 0) ?? "";
        if (line.Length <= TitleFromText) return line;
        var cut = line.LastIndexOf(' ', TitleFromText);
        return $"{line[..(cut > TitleFromText / 2 ? cut : char.IsHighSurrogate(line[TitleFromText - 1]) ? TitleFromText - 1 : TitleFromText)]}…";
    }

    /// <summary>Files belong to one ticket: who may see the other one must be able to open them, so each gets its own. What is in them lies there once.</summary>
    internal static async Task<List<Attachment>> Copies(Work work, Seq<FileRef> files)
    {
        var copies = new List<Attachment>();
        if (files.Count == 0) return copies;
        var ids = await work.Read.Database.NextIds(work.Read, Attachment.Subject, files.Count);
        foreach (var (file, id) in files.Zip(ids))
            if ((await work.Attachments.Load(file.Id)).Is(out var original, out _)) copies.Add(original with { Key = id, Version = 0, Ticket = null });
        return copies;
    }
}
