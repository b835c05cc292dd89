using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace FirstContact.Sending;

/// <summary>Where on the way something went wrong: what a server says before it has heard of a message is no word about that message.</summary>
public enum SmtpStage { Connect, Greeting, Hello, Tls, SignIn, Message, AfterMessage }

/// <summary>The way to the server is broken, or was never there. <see cref="Stage"/> tells what had been said by then.</summary>
public sealed class SmtpException(SmtpStage stage, string why, SmtpAnswer? answer = null, Exception? inner = null) : IOException(why, inner)
{
    public SmtpStage Stage => stage;
    public SmtpAnswer? Answer => answer;
}

/// <summary>
/// A client of mail servers (RFC 5321), small: one connection, that carries one message after the other. Only what this desk needs to hand its mail to one server of its
/// own house, which carries it on.
/// </summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpServer _server;
    private readonly SmtpLine _line;
    private Dictionary<string, string> _offers = new(StringComparer.OrdinalIgnoreCase);
    private bool _used;

    private SmtpConnection(SmtpServer server, SmtpLine line) => (_server, _line) = (server, line);

    /// <summary>Nothing was lost of it: the next message may go the same way.</summary>
    public bool IsWell { get; private set; }

    public bool Offers(string extension) => _offers.ContainsKey(extension);

    /// <exception cref="SmtpException">It cannot be reached, is not safe, or does not let us in.</exception>
    public static async Task<SmtpConnection> Open(SmtpServer server, CancellationToken stop)
    {
        var line = await At(SmtpStage.Connect, () => SmtpLine.Connect(server, stop), stop);
        var connection = new SmtpConnection(server, line);
        try
        {
            await connection.Begin(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>One message to one address. Answers what the server said in the end, for good or ill.</summary>
    /// <exception cref="SmtpException">The connection broke; at <see cref="SmtpStage.AfterMessage"/> nobody knows whether the message went.</exception>
    public Task<SmtpAnswer> Send(string from, string to, ReadOnlyMemory<byte> message, bool needsUtf8, CancellationToken stop) =>
        At(SmtpStage.Message, () => SendOne(from, to, message, needsUtf8, stop), stop);

    public async ValueTask DisposeAsync()
    {
        if (IsWell)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            // RFC 5321 4.1.1.10. What comes of it is of no interest.
            try { await Say("QUIT", soon.Token); }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException) { /* It is gone already. */ }
        }
        IsWell = false;
        await _line.DisposeAsync();
    }

    private async Task Begin(CancellationToken stop)
    {
        if (_server.Tls == SmtpTls.Implicit) await At(SmtpStage.Tls, () => _line.Secure(stop), stop);
        // RFC 5321 3.1.
        Good(SmtpStage.Greeting, await At(SmtpStage.Greeting, () => _line.Read(stop), stop), 220);
        await Hello(stop);
        if (_server.Tls == SmtpTls.StartTls)
        {
            // RFC 3207 4. Without it nothing is sent: whoever sits between could have taken it out of the offers.
            if (!Offers("STARTTLS")) throw new SmtpException(SmtpStage.Tls, "It offers no STARTTLS, and the settings ask for it.");
            Good(SmtpStage.Tls, await At(SmtpStage.Tls, () => Say("STARTTLS", stop), stop), 220);
            await At(SmtpStage.Tls, () => _line.Secure(stop), stop);
            await Hello(stop);
        }
        if (_server.SignsIn) await At(SmtpStage.SignIn, () => SignIn(stop), stop);
        IsWell = true;
    }

    private async Task Hello(CancellationToken stop)
    {
        // RFC 5321 4.1.1.1. A server that knows no EHLO is older than any that could take mail safely, and yet some relay in a house is.
        var (answer, lines) = await At(SmtpStage.Hello, async () =>
        {
            await _line.Write($"EHLO {_server.Name}\r\n", stop);
            return await _line.ReadLines(stop);
        }, stop);
        if (answer.Code is >= 500 and < 600)
        {
            Good(SmtpStage.Hello, await At(SmtpStage.Hello, () => Say($"HELO {_server.Name}", stop), stop), 250);
            _offers = [];
            return;
        }
        Good(SmtpStage.Hello, answer, 250);
        _offers = lines.Skip(1).Select(l => l.Trim().Split(' ', 2)).DistinctBy(o => o[0], StringComparer.OrdinalIgnoreCase).ToDictionary(o => o[0], o => o.Length > 1 ? o[1] : "", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>RFC 4954; the ways in the order of what they give away.</summary>
    private async Task SignIn(CancellationToken stop)
    {
        if (!_line.IsSafe && !_server.IsHere) throw new SmtpException(SmtpStage.SignIn, "A password goes over a safe connection only. Set TLS, or leave user and password away.");
        var ways = _offers.GetValueOrDefault("AUTH", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (user, answer) = (_server.User!, (SmtpAnswer?)null);
        if (_server.TokenFile is { } file)
        {
            // As Google and Microsoft have it: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
            answer = await Say($"AUTH XOAUTH2 {Base64($"user={user}\u0001auth=Bearer {(await File.ReadAllTextAsync(file, stop)).Trim()}\u0001\u0001")}", stop);
            // It tells what is wrong as a question, which is answered by nothing.
            if (answer.Code == 334) answer = await Say("", stop);
        }
        // RFC 4616.
        else if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase)) answer = await Say($"AUTH PLAIN {Base64($"\0{user}\0{_server.Password}")}", stop);
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            // draft-murchison-sasl-login: nobody's rule, and what some servers offer alone.
            answer = await Say("AUTH LOGIN", stop);
            if (answer.Code == 334) answer = await Say(Base64(user), stop);
            if (answer.Code == 334) answer = await Say(Base64(_server.Password!), stop);
        }
        else throw new SmtpException(SmtpStage.SignIn, "It offers no way to sign in that the desk knows: PLAIN, LOGIN or XOAUTH2.");
        if (answer.Code != 235) throw new SmtpException(SmtpStage.SignIn, $"It does not let the desk in: {answer}", answer);
    }

    private async Task<SmtpAnswer> SendOne(string from, string to, ReadOnlyMemory<byte> message, bool needsUtf8, CancellationToken stop)
    {
        if (needsUtf8 && !Offers("SMTPUTF8")) return new(553, "5.6.7", "The mail server takes no address with such letters (SMTPUTF8).");
        if (long.TryParse(_offers.GetValueOrDefault("SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 && message.Length > most)
            return new(552, "5.3.4", string.Create(CultureInfo.InvariantCulture, $"The message has {message.Length} bytes, and the mail server takes up to {most}."));
        IsWell = false;
        // What went before is forgotten (RFC 5321 4.1.1.5).
        if (_used && await Say("RSET", stop) is { IsGood: false } forgot) return Broken(forgot);
        _used = true;

        // RFC 1870 6.1; RFC 6152; RFC 6531 3.4.
        var mail = $"MAIL FROM:<{Plain(from)}>{(Offers("SIZE") ? $" SIZE={message.Length}" : "")}{(needsUtf8 ? $"{(Offers("8BITMIME") ? " BODY=8BITMIME" : "")} SMTPUTF8" : "")}\r\n";
        var rcpt = $"RCPT TO:<{Plain(to)}>\r\n";
        SmtpAnswer taken, known;
        if (Offers("PIPELINING"))
        {
            // Both at once (RFC 2920 3.1); each has its answer, whatever the first is.
            await _line.Write(mail + rcpt, stop);
            taken = await _line.Read(stop);
            known = await _line.Read(stop);
        }
        else
        {
            await _line.Write(mail, stop);
            taken = await _line.Read(stop);
            if (!taken.IsGood) return Ended(taken);
            await _line.Write(rcpt, stop);
            known = await _line.Read(stop);
        }
        if (!taken.IsGood) return Ended(taken);
        if (!known.IsGood) return Ended(known);

        // RFC 5321 4.1.1.4.
        var data = await Say("DATA", stop);
        if (data.Code != 354) return Ended(data);
        await Within(_line.WriteMessage, message, stop);
        return Ended(await At(SmtpStage.AfterMessage, () => _line.Read(stop, _server.Limits.Message), stop));
    }

    private async Task Within(Func<ReadOnlyMemory<byte>, CancellationToken, Task> write, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(_server.Limits.Message);
        // From here on some of it is there: if all was, a broken line does not tell.
        await At(SmtpStage.AfterMessage, () => write(message, soon.Token), stop);
    }

    private SmtpAnswer Ended(SmtpAnswer answer)
    {
        IsWell = !answer.HangsUp;
        return answer;
    }

    private static SmtpAnswer Broken(SmtpAnswer answer) => throw new SmtpException(SmtpStage.Message, answer.ToString(), answer);

    private async Task<SmtpAnswer> Say(string command, CancellationToken stop)
    {
        await _line.Write($"{command}\r\n", stop);
        return await _line.Read(stop);
    }

    private static void Good(SmtpStage stage, SmtpAnswer answer, int code)
    {
        if (answer.Code != code) throw new SmtpException(stage, $"It answered {answer}", answer);
    }

    /// <summary>Nothing that could end the line or the bracket ever comes here; should it, the message does not go.</summary>
    private static string Plain(string address) =>
        address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>') ? throw new ArgumentException("This is no address.", nameof(address)) : address;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Task At(SmtpStage stage, Func<Task> doing, CancellationToken stop) => At(stage, async () => { await doing(); return true; }, stop);

    private static async Task<T> At<T>(SmtpStage stage, Func<Task<T>> doing, CancellationToken stop)
    {
        try { return await doing(); }
        catch (SmtpException) { throw; }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new SmtpException(stage, stage == SmtpStage.Connect ? "No connection was made in time." : "It did not answer in time.", inner: e);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or UnauthorizedAccessException)
        {
            throw new SmtpException(stage, Why(e), inner: e);
        }
    }

    private static string Why(Exception failed)
    {
        for (var e = failed; e is not null; e = e.InnerException)
            switch (e)
            {
                case AuthenticationException tls: return $"No safe connection could be made: {tls.Message}";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return "There is no such host.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }: return "The connection was refused.";
                case SocketException { SocketErrorCode: SocketError.ConnectionReset }: return "It hung up.";
            }
        return failed.Message;
    }
}
