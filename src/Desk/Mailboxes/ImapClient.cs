using System.Globalization;
using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>The opened folder: how many messages it has, and what its numbers are good for.</summary>
/// <param name="Validity">UIDVALIDITY: when it is another one, all UIDs mean something else (RFC 9051, section 2.3.1.1).</param>
/// <param name="Next">UIDNEXT, or 0 when the server does not say.</param>
internal sealed record ImapFolder(long Count, long Validity, long Next);

/// <summary>What is known of a message before it is fetched.</summary>
internal sealed record ImapLine(long Uid, long Size, bool Deleted);

/// <summary>The commands of IMAP that the desk uses, each once and as simple as it can be. One at a time: nothing is sent before the last is answered.</summary>
internal sealed class ImapClient : IAsyncDisposable
{
    /// <summary>So many messages are looked at in one SEARCH, so that its answer stays short whatever the folder holds.</summary>
    private const int Window = 20_000;

    private readonly ImapConnection _connection;
    private readonly ImapLimits _limits;
    private readonly string _host;
    private readonly int _port;
    private readonly HashSet<string> _can = new(StringComparer.OrdinalIgnoreCase);
    private int _tag;

    // Whether there are more messages than when it was last searched; and whether the server is done with IDLE.
    private bool _news, _done;

    private ImapClient(ImapConnection connection, ImapLimits limits, string host, int port) => (_connection, _limits, _host, _port) = (connection, limits, host, port);

    /// <summary>How many messages the open folder has, as the server said last.</summary>
    public long Count { get; private set; }

    public bool CanIdle => _can.Contains("IDLE");

    /// <summary>Connects, makes the connection safe, and hears what the server can (RFC 9051, sections 7.1 and 6.1.1; TLS first: RFC 8314).</summary>
    public static async Task<ImapClient> Connect(MailServer server, ImapLimits limits, CancellationToken stop)
    {
        var connection = await ImapConnection.To(server.Host, server.Port, limits, stop);
        var client = new ImapClient(connection, limits, server.Host, server.Port);
        try
        {
            if (server.Safety == MailSafety.Tls) await connection.Secure(server.Host, server.Certificate, stop);
            var greeting = await connection.Read(0, stop);
            if (greeting is not { IsUntagged: true, Word: "OK" })
                throw new ImapException(greeting.Word == "BYE" ? $"The server will not talk to us just now: {ImapException.Short(greeting.Text)}" : "What answers there is no IMAP server that asks who we are.");
            client.Learn(greeting);
            if (server.Safety == MailSafety.StartTls) await client.StartTls(server, stop);
            if (client._can.Count == 0) await client.Run("CAPABILITY", stop);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>With a password: AUTHENTICATE PLAIN (RFC 9051, section 6.2.2; RFC 4616), or LOGIN (section 6.2.3) where the server knows nothing else.</summary>
    public async Task SignIn(string user, string password, CancellationToken stop)
    {
        if (_can.Contains("AUTH=PLAIN")) await Authenticate("PLAIN", ImapText.Plain(user, password), stop);
        else if (_can.Contains("LOGINDISABLED")) throw new ImapException("The server takes no password over a connection that others can read. Choose TLS.", refused: true);
        else await Believed(Run(["LOGIN ", user, " ", password], stop));
        await LearnAnew(stop);
    }

    /// <summary>With a token: OAUTHBEARER (RFC 7628) where the server knows it, and else XOAUTH2.</summary>
    public async Task SignInWithToken(string user, string token, CancellationToken stop)
    {
        if (_can.Contains("AUTH=OAUTHBEARER")) await Authenticate("OAUTHBEARER", ImapText.OAuthBearer(user, _host, _port, token), stop);
        else if (_can.Contains("AUTH=XOAUTH2")) await Authenticate("XOAUTH2", ImapText.XOAuth2(user, token), stop);
        else throw new ImapException("The server does not let anybody in with a token of OAuth 2. Choose the password.", refused: true);
        await LearnAnew(stop);
    }

    /// <summary>SELECT (RFC 9051, section 6.3.2).</summary>
    public async Task<ImapFolder> Select(string folder, CancellationToken stop)
    {
        long validity = 0, next = 0;
        Count = 0;
        await Run(["SELECT ", ImapText.Folder(folder)], stop, answer =>
        {
            if (answer.Code == "UIDVALIDITY") validity = ImapClient.Number(answer.CodeText);
            if (answer.Code == "UIDNEXT") next = ImapClient.Number(answer.CodeText);
        });
        return validity > 0 ? new(Count, validity, next) : throw new ImapException($"The server says nothing of the validity of its numbers in {ImapException.Short(folder)} (UIDVALIDITY): without it nothing can be fetched safely.");
    }

    /// <summary>
    /// The messages from a UID on, in order (RFC 9051, section 6.4.4). Numbers rise with UIDs, so it is asked from the end, and no further than there
    /// is something new.
    /// </summary>
    /// <param name="since">Only those that came on this day or later.</param>
    public async Task<List<long>> Search(long from, LocalDate? since, CancellationToken stop)
    {
        var found = new SortedSet<long>();
        _news = false;
        for (var last = Count; last > 0; last -= Window)
        {
            var first = Math.Max(1, last - Window + 1);
            var here = 0L;
            var day = since is { } d ? $" SINCE {ImapText.Day(d)}" : "";
            await Run(string.Create(CultureInfo.InvariantCulture, $"UID SEARCH {first}:{last} UID {from}:*{day}"), stop, answer =>
            {
                if (answer.Word != "SEARCH") return;
                foreach (var value in answer.Values)
                    // '17:*' means the last one at least (section 9, seq-range): so one before may be among them.
                    if (value.Number is { } uid && uid >= from && found.Add(uid)) here++;
            });
            if (since is null && here < last - first + 1) break;
        }
        return [.. found];
    }

    /// <summary>Size and marks of some messages: UID FETCH (RFC 9051, section 6.4.9). Who is not among them is not there any more.</summary>
    public async Task<List<ImapLine>> Look(IReadOnlyList<long> uids, CancellationToken stop)
    {
        var lines = new List<ImapLine>();
        await Run($"UID FETCH {ImapText.Set(uids)} (UID RFC822.SIZE FLAGS)", stop, answer =>
        {
            if (answer.Word == "FETCH" && answer.Item("UID")?.Number is { } uid && answer.Item("RFC822.SIZE")?.Number is { } size)
                lines.Add(new(uid, size, answer.Item("FLAGS")?.Items?.Any(f => string.Equals(f.Text, "\\Deleted", StringComparison.OrdinalIgnoreCase)) == true));
        });
        return [.. lines.Where(l => uids.Contains(l.Uid)).DistinctBy(l => l.Uid).OrderBy(l => l.Uid)];
    }

    /// <summary>The whole of a message, without marking it as read (BODY.PEEK: RFC 9051, section 6.4.5).</summary>
    /// <returns>Null when it is not there any more.</returns>
    public async Task<ReadOnlyMemory<byte>?> Fetch(long uid, long largest, CancellationToken stop)
    {
        ReadOnlyMemory<byte>? raw = null;
        await Run(string.Create(CultureInfo.InvariantCulture, $"UID FETCH {uid} (UID BODY.PEEK[])"), stop, answer =>
        {
            if (answer.Word == "FETCH" && answer.Literal is { } literal && answer.Item("UID")?.Number == uid) raw = literal;
        }, largest);
        return raw;
    }

    /// <summary>Marks as read: UID STORE (RFC 9051, section 6.4.6).</summary>
    public Task MarkRead(IReadOnlyList<long> uids, CancellationToken stop) => Run($"UID STORE {ImapText.Set(uids)} +FLAGS.SILENT (\\Seen)", stop);

    /// <summary>UID MOVE (RFC 9051, section 6.4.8; RFC 6851), or a copy of which the first is deleted then. A folder that is missing is made (TRYCREATE: RFC 3501, section 6.4.7).</summary>
    public async Task Move(IReadOnlyList<long> uids, string folder, CancellationToken stop)
    {
        var set = ImapText.Set(uids);
        var verb = _can.Contains("MOVE") ? "MOVE" : "COPY";
        string?[] command = [$"UID {verb} {set} ", ImapText.Folder(folder)];
        try
        {
            await Run(command, stop);
        }
        catch (ImapException no) when (no.Code == "TRYCREATE")
        {
            await Run(["CREATE ", ImapText.Folder(folder)], stop);
            await Run(command, stop);
        }
        if (verb == "COPY") await Delete(uids, stop);
    }

    /// <summary>
    /// Marks as deleted and lets go: UID EXPUNGE (RFC 9051, section 6.4.9; RFC 4315). A server without it would let go of what others have marked as well: there it
    /// stays with its mark, and mail programs do not show it.
    /// </summary>
    public async Task Delete(IReadOnlyList<long> uids, CancellationToken stop)
    {
        var set = ImapText.Set(uids);
        await Run($"UID STORE {set} +FLAGS.SILENT (\\Seen \\Deleted)", stop);
        if (_can.Contains("UIDPLUS") || _can.Contains("IMAP4rev2")) await Run($"UID EXPUNGE {set}", stop);
    }

    /// <summary>Waits until the server tells of something new, or it is time to show that one is still there: IDLE (RFC 9051, section 6.3.13; RFC 2177), or NOOP from time to time (section 6.1.2).</summary>
    /// <param name="until">When to come back at the latest.</param>
    public async Task Wait(TimeSpan until, CancellationToken stop)
    {
        if (_news) return;
        if (!CanIdle)
        {
            await Task.Delay(until < _limits.Poll ? until : _limits.Poll, stop);
            await Run("NOOP", stop);
            return;
        }
        var tag = NextTag();
        await _connection.Send($"{tag} IDLE\r\n", stop);
        while (await _connection.Read(0, stop) is var answer && !answer.AsksForMore)
        {
            Hear(answer, tag);
            if (answer.Tag != tag) continue;
            // It offers what it will not do: it is asked from time to time, then.
            _can.Remove("IDLE");
            return;
        }
        _done = false;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = Listen();
        // Not by ending a read in the middle, which TLS would not survive: DONE makes the server answer, and so ends it.
        await Task.WhenAny(listening, Task.Delay(until < _limits.Idle ? until : _limits.Idle, waiting.Token));
        await waiting.CancelAsync();
        stop.ThrowIfCancellationRequested();
        await _connection.Send("DONE\r\n", stop);
        await listening;
        while (!_done) await Next();

        async Task Listen()
        {
            while (!_done && !_news) await Next();
        }

        async Task Next()
        {
            var answer = await _connection.Read(0, _limits.Idle + _limits.Quiet, stop);
            if (answer.Tag == tag) _done = true;
            Hear(answer, tag);
        }
    }

    /// <summary>LOGOUT (RFC 9051, section 6.1.3): politely, and without waiting for those who are not polite.</summary>
    public async Task Leave(CancellationToken stop)
    {
        try { await _connection.Send($"{NextTag()} LOGOUT\r\n", stop); }
        catch (Exception e) when (e is ImapException or OperationCanceledException) { /* It is gone already. */ }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task StartTls(MailServer server, CancellationToken stop)
    {
        if (_can.Count == 0) await Run("CAPABILITY", stop);
        if (!_can.Contains("STARTTLS")) throw new ImapException($"{server.Host} offers no TLS at this port (STARTTLS). Choose TLS from the first byte, mostly at port 993.");
        await Run("STARTTLS", stop);
        await _connection.Secure(server.Host, server.Certificate, stop);
        // What was said in the open counts no more (RFC 9051, section 6.2.1).
        _can.Clear();
    }

    private async Task Authenticate(string way, string said, CancellationToken stop)
    {
        var tag = NextTag();
        // With the first words at once where the server takes that (RFC 4959), and else when it asks.
        var atOnce = _can.Contains("SASL-IR") || _can.Contains("IMAP4rev2");
        await _connection.Send(atOnce ? $"{tag} AUTHENTICATE {way} {said}\r\n" : $"{tag} AUTHENTICATE {way}\r\n", stop);
        var told = atOnce;
        while (true)
        {
            var answer = await _connection.Read(0, stop);
            if (answer.AsksForMore)
            {
                // What is asked for once more is the reason of a refusal, and is answered with nothing, or as RFC 7628 (section 3.2.3) wants it.
                await _connection.Send(told ? way == "OAUTHBEARER" ? "AQ==\r\n" : "\r\n" : $"{said}\r\n", stop);
                told = true;
                continue;
            }
            if (answer.Tag != tag)
            {
                Hear(answer, tag);
                continue;
            }
            if (answer.Word != "OK") throw NotBelieved(answer);
            Learn(answer);
            return;
        }
    }

    // A server may tell anew with its OK what it can, or unasked; else it has to be asked: much is offered only to whoever is signed in.
    private async Task LearnAnew(CancellationToken stop)
    {
        _can.Clear();
        await Run("CAPABILITY", stop);
    }

    private static async Task Believed(Task signIn)
    {
        try { await signIn; }
        catch (ImapException no) when (no.Code is not null) { throw new ImapException(no.Message, refused: no.Code is not ("UNAVAILABLE" or "INUSE" or "LIMIT" or "SERVERBUG"), no) { Code = no.Code }; }
    }

    private static ImapException NotBelieved(ImapAnswer answer) =>
        new($"The server did not let us in: {ImapException.Short(answer.Text)}", refused: answer.Code is not ("UNAVAILABLE" or "INUSE" or "LIMIT" or "SERVERBUG")) { Code = answer.Code ?? "" };

    private Task Run(string command, CancellationToken stop, Action<ImapAnswer>? each = null, long largest = 0) => Run([command], stop, each, largest);

    /// <param name="parts">By turns as it is, and a text that is quoted or sent as a literal (RFC 9051, section 4.3).</param>
    private async Task Run(string?[] parts, CancellationToken stop, Action<ImapAnswer>? each = null, long largest = 0)
    {
        var tag = NextTag();
        var line = new StringBuilder(tag).Append(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0) line.Append(parts[i]);
            else if (ImapText.Quoted(parts[i]!) is { } quoted) line.Append(quoted);
            else
            {
                var bytes = Encoding.UTF8.GetBytes(parts[i]!);
                await _connection.Send(line.Append(CultureInfo.InvariantCulture, $"{{{bytes.Length}}}\r\n").ToString(), stop);
                line.Clear();
                while (await _connection.Read(0, stop) is var answer && !answer.AsksForMore)
                {
                    if (answer.Tag == tag) throw Refused(parts[0]!, answer);
                    Hear(answer, tag);
                }
                await _connection.Send(bytes, stop);
            }
        }
        await _connection.Send(line.Append("\r\n").ToString(), stop);
        while (true)
        {
            var answer = await _connection.Read(largest, stop);
            if (answer.AsksForMore) throw new ImapException("The server asks for more where there is no more to say.");
            each?.Invoke(answer);
            Hear(answer, tag);
            if (answer.Tag != tag) continue;
            if (answer.Word != "OK") throw Refused(parts[0]!, answer);
            return;
        }
    }

    private static ImapException Refused(string command, ImapAnswer answer) =>
        new($"The server said no to {string.Join(' ', command.Split(' ').Take(command.StartsWith("UID ", StringComparison.Ordinal) ? 2 : 1))}: {ImapException.Short(answer.Text)}") { Code = answer.Code ?? "" };

    /// <summary>What a server says in between, whatever was asked.</summary>
    private void Hear(ImapAnswer answer, string tag)
    {
        if (!answer.IsUntagged && answer.Tag != tag) throw new ImapException("The server answers what was not asked.");
        Learn(answer);
        switch (answer)
        {
            case { IsUntagged: true, Word: "BYE" }: throw new ImapException($"The server ended the connection: {ImapException.Short(answer.Text)}");
            case { IsUntagged: true, Word: "EXISTS", Number: { } count }:
                _news |= count > Count;
                Count = count;
                break;
            case { IsUntagged: true, Word: "EXPUNGE" }: Count = Math.Max(0, Count - 1); break;
        }
    }

    private void Learn(ImapAnswer answer)
    {
        if (answer.Word == "CAPABILITY") foreach (var value in answer.Values) if (value.Text is { } can) _can.Add(can);
        if (answer.Code == "CAPABILITY") foreach (var can in answer.CodeText.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _can.Add(can);
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string NextTag() => string.Create(CultureInfo.InvariantCulture, $"D{++_tag}");
}
