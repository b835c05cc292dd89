namespace FirstContact.Mailboxes;

/// <summary>Connects with the server of a mailbox, signs in and opens its folder.</summary>
public sealed class MailboxDoor(Database database, MailboxSecrets secrets, TokenEndpoint tokens, ImapLimits limits)
{
    internal async Task<(ImapClient Client, ImapFolder Folder)> Open(MailboxRow row, CancellationToken stop)
    {
        var kept = await Secrets(row.Id, stop);
        var token = row.Details.SignIn == MailSignIn.OAuth2 ? await tokens.Token(row, kept, stop) : null;
        var client = await ImapClient.Connect(row.Details.Server, limits, stop);
        try
        {
            if (token is not null) await WithToken(client, row, token, stop);
            else await client.SignIn(row.Details.Login, secrets.Open(kept.FirstOrDefault(s => s.Kind == MailboxSecret.Password) ?? throw new ImapException("It has no password.", refused: true)), stop);
            return (client, await client.Select(row.Details.Folder, stop));
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tries all of it and leaves everything as it is.</summary>
    /// <returns>How many messages the folder holds.</returns>
    /// <exception cref="ImapException">What is wrong.</exception>
    public async Task<long> Try(MailboxRow row, CancellationToken stop)
    {
        var (client, folder) = await Open(row, stop);
        await using (client)
        {
            await client.Leave(stop);
            return folder.Count;
        }
    }

    private async Task WithToken(ImapClient client, MailboxRow row, string token, CancellationToken stop)
    {
        try
        {
            await client.SignInWithToken(row.Details.Login, token, stop);
        }
        catch (ImapException e) when (e.Refused)
        {
            tokens.Forget(row.Id);
            throw;
        }
    }

    private async Task<IReadOnlyList<SealedSecret>> Secrets(MailboxId id, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List("select kind, sealed from mailbox_secret where mailbox = @id", r => new SealedSecret(r.Word<MailboxSecret>(0), r.GetString(1)), ("@id", id));
    }
}
