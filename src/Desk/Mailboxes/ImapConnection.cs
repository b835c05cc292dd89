using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>How long a server may take, and how much it may say.</summary>
/// <param name="Connect">To be connected with.</param>
/// <param name="Quiet">Without a single byte while an answer is due.</param>
/// <param name="Idle">How long it is listened to before IDLE is renewed: RFC 2177 says under 29 minutes, and many firewalls forget sooner.</param>
/// <param name="Poll">How often a server without IDLE is asked.</param>
/// <param name="Lines">The most bytes of one answer outside its literals.</param>
public sealed record ImapLimits(TimeSpan Connect, TimeSpan Quiet, TimeSpan Idle, TimeSpan Poll, int Lines)
{
    public static readonly ImapLimits Usual = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(9), TimeSpan.FromSeconds(60), 1024 * 1024);
}

/// <summary>A connection to an IMAP server that reads whole answers: bounded in time and in memory, whatever the server sends.</summary>
internal sealed class ImapConnection : IAsyncDisposable
{
    /// <summary>No answer that the desk asks for has more.</summary>
    private const int MostLiterals = 20;

    // Room for a literal grows as it comes: a number alone must not make the desk set memory aside.
    private const int FirstRoom = 64 * 1024;

    private readonly ImapLimits _limits;
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private Stream _stream;
    private int _from, _to;

    private ImapConnection(ImapLimits limits, Socket socket) => (_limits, _socket, _stream) = (limits, socket, new NetworkStream(socket, ownsSocket: true));

    public bool IsSafe => _stream is SslStream;

    public static async Task<ImapConnection> To(string host, int port, ImapLimits limits, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(limits.Connect);
        try
        {
            await socket.ConnectAsync(host, port, patience.Token);
            return new(limits, socket);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException && !stop.IsCancellationRequested)
        {
            socket.Dispose();
            throw new ImapException(e switch
            {
                SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => $"There is no server called {host}. Is its name right?",
                SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{host} refuses connections at port {port.ToString(CultureInfo.InvariantCulture)}. Is the port right, and does the server run?",
                OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"{host} did not answer within {limits.Connect.TotalSeconds:0.###} seconds. Does a firewall stand between?"),
                _ => $"{host} could not be reached: {ImapException.Short(e.Message)}",
            }, because: e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>From now on nobody listens in.</summary>
    /// <param name="certificate">The SHA-256 of the one certificate that is believed; null for any that a known authority has signed for this name.</param>
    public async Task Secure(string host, string? certificate, CancellationToken stop)
    {
        // What somebody put before the handshake must not count as said after it (CVE-2011-0411 and its kin).
        if (_from != _to) throw new ImapException("The server said something in the open where only a safe connection should begin. Somebody may be listening in.");
        string? shown = null;
        var safe = new SslStream(_stream, leaveInnerStreamOpen: false, (_, given, _, wrong) =>
        {
            shown = given is null ? null : Convert.ToHexString(SHA256.HashData(given.GetRawCertData()));
            return certificate is null ? wrong == SslPolicyErrors.None : string.Equals(shown, certificate, StringComparison.OrdinalIgnoreCase);
        });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(_limits.Connect);
        try
        {
            await safe.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, patience.Token);
            _stream = safe;
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            await safe.DisposeAsync();
            throw new ImapException(shown is null
                ? $"No safe connection could be made with {host}. Does this port speak TLS?"
                : $"The certificate of {host} is {(certificate is null ? "not signed by an authority that this machine knows, or is for another name" : "another one than was agreed on")}. Its SHA-256 is {shown}: enter it with the mailbox if you know that it is the right one.", because: e);
        }
    }

    public Task Send(string text, CancellationToken stop) => Send(Encoding.UTF8.GetBytes(text), stop);

    public async Task Send(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        await Within(_limits.Quiet, async patience =>
        {
            await _stream.WriteAsync(bytes, patience);
            await _stream.FlushAsync(patience);
            return 0;
        }, stop);
    }

    /// <summary>The next answer, whole.</summary>
    /// <param name="largest">The most bytes of its literals together.</param>
    public Task<ImapAnswer> Read(long largest, CancellationToken stop) => Read(largest, _limits.Quiet, stop);

    public async Task<ImapAnswer> Read(long largest, TimeSpan quiet, CancellationToken stop)
    {
        var (lines, literals, room) = (new List<ReadOnlyMemory<byte>>(), new List<ReadOnlyMemory<byte>>(), _limits.Lines);
        while (true)
        {
            var line = await Line(room, quiet, stop);
            room -= line.Length;
            lines.Add(line);
            if (LiteralAfter(line.Span) is not { } size) break;
            if (size > largest || literals.Count == MostLiterals) throw new ImapException("The server sends more than was asked for.");
            literals.Add(await Literal((int)size, quiet, stop));
            largest -= size;
        }
        return ImapAnswer.Read(lines, literals) ?? throw new ImapException($"The server's answer cannot be understood: {ImapException.Short(Encoding.Latin1.GetString(lines[0].Span))}");
    }

    public async ValueTask DisposeAsync()
    {
        // No farewell of TLS is waited for: the other end may be gone.
        _socket.Close();
        await _stream.DisposeAsync();
    }

    private async Task<ReadOnlyMemory<byte>> Line(int most, TimeSpan quiet, CancellationToken stop)
    {
        var line = new List<byte>();
        while (true)
        {
            var here = _buffer.AsSpan(_from, _to - _from);
            var end = here.IndexOf((byte)'\n');
            line.AddRange(end < 0 ? here : here[..end]);
            if (line.Count > most) throw new ImapException("The server sends a line without end.");
            if (end >= 0)
            {
                _from += end + 1;
                if (line.Count > 0 && line[^1] == '\r') line.RemoveAt(line.Count - 1);
                return line.ToArray();
            }
            await Fill(quiet, stop);
        }
    }

    private async Task<ReadOnlyMemory<byte>> Literal(int size, TimeSpan quiet, CancellationToken stop)
    {
        var bytes = new byte[Math.Min(size, FirstRoom)];
        var filled = 0;
        while (filled < size)
        {
            // Once a fair part of it has come, the rest is believed: so a large one is not held twice.
            if (filled == bytes.Length) Array.Resize(ref bytes, filled >= size / 8 ? size : bytes.Length * 2);
            if (_from == _to && bytes.Length - filled >= _buffer.Length)
            {
                var (at, into) = (filled, bytes);
                filled += await Receive(patience => _stream.ReadAsync(into.AsMemory(at), patience).AsTask(), quiet, stop);
                continue;
            }
            if (_from == _to) await Fill(quiet, stop);
            var some = Math.Min(_to - _from, bytes.Length - filled);
            _buffer.AsSpan(_from, some).CopyTo(bytes.AsSpan(filled));
            _from += some;
            filled += some;
        }
        return bytes;
    }

    private async Task Fill(TimeSpan quiet, CancellationToken stop)
    {
        _from = 0;
        _to = 0;
        _to = await Receive(patience => _stream.ReadAsync(_buffer.AsMemory(), patience).AsTask(), quiet, stop);
    }

    private static async Task<int> Receive(Func<CancellationToken, Task<int>> read, TimeSpan quiet, CancellationToken stop) =>
        await Within(quiet, read, stop) is > 0 and var some ? some : throw new ImapException("The server closed the connection.");

    private static async Task<int> Within(TimeSpan time, Func<CancellationToken, Task<int>> work, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(time);
        try
        {
            return await work(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ImapException(string.Create(CultureInfo.InvariantCulture, $"The server said nothing for {time.TotalSeconds:0.###} seconds."));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            throw new ImapException("The connection broke off.", because: e);
        }
    }

    // {17} or {17+} at the end of a line: so many bytes follow.
    private static long? LiteralAfter(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[^1] != '}' || line.LastIndexOf((byte)'{') is not (>= 0 and var from)) return null;
        var digits = line[(from + 1)..^1];
        if (digits.Length > 0 && digits[^1] == '+') digits = digits[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && digits.Length <= 18 ? size : null;
    }
}
