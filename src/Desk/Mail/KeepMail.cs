using System.Security.Cryptography;

namespace FirstContact.Mail;

/// <summary>
/// Stores a message as it came, before anything is decided about it. The same bytes by the same way are one message, however often they are handed in: so
/// whoever hands in and was not answered hands in again.
/// </summary>
/// <param name="Recipient">To whom the mail server delivered it, when it says so.</param>
public sealed record KeepMail(ReadOnlyMemory<byte> Raw, MailVia Via, MailboxId? Mailbox = null, string? Recipient = null) : Command<KeptMail>
{
    private const int LongestShown = 300;

    /// <summary>The most that a message may weigh here.</summary>
    public long Largest { get; init; } = MailLimits.Usual.Largest;

    /// <summary>Whose tickets it opens, and of which class, when its mailbox says so.</summary>
    public TeamId? Team { get; init; }

    public ClassId? Class { get; init; }

    /// <summary>What its mailbox does with senders whom nobody knows.</summary>
    public Unknown? Unknown { get; init; }

    public override Permission Needs => MailPermissions.HandIn;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override async Task<Result<KeptMail>> Do(Work work)
    {
        var hash = Hash();
        if (await work.Mail.Find(hash, Via, Mailbox) is { } before) return before;
        // Handed in for the address of a mailbox, it is as if it had been fetched from there.
        var (team, requestClass, unknown) = Mailbox is null && !Recipient.IsBlank ? await Of(work.Read, Recipient!.Trim()) : (Team, Class, Unknown);
        var keeping = KeptMail.Keep(hash, Raw.Length, Largest, Via, Mailbox, Recipient, team, requestClass, unknown);
        if (keeping.Error is { } no) return no;
        work.Write(new Statement("insert into blob (hash, size, bytes) values (@hash, @size, @bytes) on conflict do nothing",
            ("@hash", hash), ("@size", (long)Raw.Length), ("@bytes", Raw.Whole)));
        if (!(await work.Mail.Create(keeping)).Is(out var kept, out no)) return no;
        work.Write(Shown(kept.Id));
        return kept;
    }

    private static Task<(TeamId?, ClassId?, Unknown?)> Of(Reader read, string recipient) => read.One(
        "select team, class, unknown from mailbox where lower(address) = lower(@recipient) and removed = 0 order by id limit 1",
        r => (r.NumberOrNull(0) is { } team ? new TeamId(team) : (TeamId?)null, r.NumberOrNull(1) is { } one ? new ClassId(one) : (ClassId?)null, r.WordOrNull<Unknown>(2)), ("@recipient", recipient));

    /// <summary>What a list shows of it. Reading never fails, and what cannot be read is simply not there.</summary>
    private Statement Shown(MailId id)
    {
        var message = Message.Read(Raw);
        return new("update mail set author = @author, author_name = @name, subject = @subject, message_id = @messageId, machine = @machine, seal = @seal where id = @id",
            ("@id", id), ("@author", Cut(message.Author is { IsWhole: true } author ? author.Address.ToLowerInvariant() : null)), ("@name", Cut(message.Author?.Name)),
            ("@subject", Cut(message.Subject)), ("@messageId", message.Id is { } said ? MailText.Clean(MailStore.Key(said)) : null),
            ("@machine", Machine.Of(message) is { MayBeAnswered: false } machine ? MailText.Clean(machine.Sign ?? $"{machine.Kind}") : null),
            ("@seal", message.Body.Seal is not Seal.None and var seal ? seal : null));
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Raw.Span));

    private static string? Cut(string? text) => text is null ? null : MailText.Clean(text.Length > LongestShown ? text[..LongestShown] : text);

    // The bytes are no text: their hash stands for them in the fingerprint.
    public override string ToString() => $"KeepMail {Via} {Mailbox?.Value} {Recipient} {Hash()}";
}
