namespace FirstContact.Mailboxes;

/// <summary>One mailbox, with which secrets it has and what was left on its server.</summary>
public sealed record ShowMailbox(MailboxId Id) : IQuery<MailboxView>
{
    private const int MostLeft = 100;

    public Permission Needs => MailboxPermissions.Manage;

    public async Task<Result<MailboxView>> Ask(Question question)
    {
        if ((await new ListMailboxes().Ask(question)).Value!.FirstOrDefault(l => l.Row.Id == Id) is not { } line) return MailboxErrors.NotFound;
        var secrets = await question.Read.List("select kind from mailbox_secret where mailbox = @id order by kind", r => r.Word<MailboxSecret>(0), ("@id", Id));
        var left = await question.Read.List($"select uid, state, size, at, why from mailbox_message where mailbox = @id and state <> 'Kept' order by at, uid limit {MostLeft}",
            r => new LeftMessage(r.GetInt64(0), r.Word<LeftState>(1), r.NumberOrNull(2), r.Instant(3), r.TextOrNull(4)), ("@id", Id));
        return new MailboxView(line, [.. secrets], left);
    }
}

/// <summary>Why a message is still on the server: stored, and to be marked or moved; too large; or put aside because it could not be fetched.</summary>
public enum LeftState { Kept, Large, Aside }

public sealed record LeftMessage(long Uid, LeftState State, long? Size, Instant At, string? Why);

public sealed record MailboxView(MailboxLine Line, Seq<MailboxSecret> Secrets, IReadOnlyList<LeftMessage> Left)
{
    public MailboxRow Row => Line.Row;
}
