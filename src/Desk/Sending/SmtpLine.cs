using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FirstContact.Sending;

/// <summary>The wire to a server: lines out, answers in, with TLS when it comes to that. What an answer may cost is bounded.</summary>
internal sealed class SmtpLine : IAsyncDisposable
{
    private const int LongestLine = 4096, MostLines = 200;
    private readonly SmtpServer _server;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream;
    private int _from, _to;

    private SmtpLine(SmtpServer server, Stream stream) => (_server, _stream) = (server, stream);

    public bool IsSafe => _stream is SslStream;

    public static async Task<SmtpLine> Connect(SmtpServer server, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(server.Limits.Connect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, soon.Token);
            return new(server, new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>What was said before does not count (RFC 3207 4.2), and what came too early was put in by somebody else.</summary>
    public async Task Secure(CancellationToken stop)
    {
        if (_from != _to) throw new IOException("It said more before the connection was safe than was asked.");
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(_server.Limits.Connect);
        var safe = new SslStream(_stream);
        _stream = safe;
        await safe.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = _server.Host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13, CertificateChainPolicy = Chain(), CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        }, soon.Token);
    }

    public async Task Write(string text, CancellationToken stop)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await _stream.FlushAsync(stop);
    }

    /// <summary>A message with its end: lines that begin with a dot get another (RFC 5321 4.5.2).</summary>
    public async Task WriteMessage(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        // The dot that ends a piece is the added one; its own begins the next piece.
        if (message.Span.StartsWith("."u8)) await _stream.WriteAsync("."u8.ToArray(), stop);
        while (message.Span.IndexOf("\r\n."u8) is >= 0 and var at)
        {
            await _stream.WriteAsync(message[..(at + 3)], stop);
            message = message[(at + 2)..];
        }
        await _stream.WriteAsync(message, stop);
        await _stream.WriteAsync(message.Span.EndsWith("\r\n"u8) ? ".\r\n"u8.ToArray() : "\r\n.\r\n"u8.ToArray(), stop);
        await _stream.FlushAsync(stop);
    }

    public async Task<SmtpAnswer> Read(CancellationToken stop, TimeSpan? longest = null) => (await ReadLines(stop, longest)).Answer;

    /// <summary>With its lines by themselves, which only EHLO needs (RFC 5321 4.1.1.1).</summary>
    public async Task<(SmtpAnswer Answer, IReadOnlyList<string> Lines)> ReadLines(CancellationToken stop, TimeSpan? longest = null)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(longest ?? _server.Limits.Answer);
        var lines = new List<string>();
        while (true)
        {
            if (SmtpAnswer.Line(await ReadLine(soon.Token)) is not var (code, more, text)) throw new IOException("It answers with what is no answer of a mail server.");
            lines.Add(text);
            if (!more) return (SmtpAnswer.Of(code, lines), lines);
            if (lines.Count == MostLines) throw new IOException("Its answer has no end.");
        }
    }

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();

    private async Task<string> ReadLine(CancellationToken stop)
    {
        while (true)
        {
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _from, end).TrimEnd('\r');
                _from += end + 1;
                return line;
            }
            if (_from > 0)
            {
                Buffer.BlockCopy(_buffer, _from, _buffer, 0, _to - _from);
                (_from, _to) = (0, _to - _from);
            }
            if (_to == _buffer.Length) throw new IOException("A line of its answer has no end.");
            var read = await _stream.ReadAsync(_buffer.AsMemory(_to), stop);
            if (read == 0) throw new EndOfStreamException("It hung up.");
            _to += read;
        }
    }

    private X509ChainPolicy? Chain()
    {
        if (_server.Trusted.Count == 0) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        using var machine = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        machine.Open(OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(machine.Certificates);
        policy.CustomTrustStore.AddRange(_server.Trusted);
        return policy;
    }
}
