using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FirstContact.Sending;

/// <summary>Where on the way something went wrong: what a server says before it has heard of a message is no word about that message.</summary>
public enum SmtpStage { Connect, Tls, Greeting, SignIn, Message }

/// <summary>The way to the server is broken, or was never there. <see cref="Stage"/> tells what had been said by then.</summary>
public sealed class SmtpException(SmtpStage stage, string why, SmtpAnswer? answer = null, Exception? inner = null) : IOException(why, inner)
{
    public SmtpStage Stage => stage;
    public SmtpAnswer? Answer => answer;
}

/// <summary>One connection to the server of the settings, that carries one message after the other.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpServer _server;
    private readonly SmtpClient _client;

    private SmtpConnection(SmtpServer server)
    {
        _server = server;
        _client = new() { LocalDomain = server.Name, CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts };
    }

    /// <summary>The next message may go the same way.</summary>
    public bool IsWell => _client.IsConnected;

    /// <exception cref="SmtpException">It cannot be reached, is not safe, or does not let us in.</exception>
    public static async Task<SmtpConnection> Open(SmtpServer server, CancellationToken stop)
    {
        var connection = new SmtpConnection(server);
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

    /// <summary>One letter to one address. Answers what the server said in the end, for good or ill.</summary>
    /// <exception cref="SmtpException">The connection broke; nobody knows then whether the message went.</exception>
    public async Task<SmtpAnswer> Send(MimeMessage message, FormatOptions options, MailboxAddress to, CancellationToken stop)
    {
        if (options.International && !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8)) return new(553, "5.6.7", "The mail server takes no address with such letters (SMTPUTF8).");
        if (_client.MaxSize > 0 && Size(message, options) is var size && size > _client.MaxSize)
            return new(552, "5.3.4", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The message has {size} bytes, and the mail server takes up to {_client.MaxSize}."));
        var from = (MailboxAddress)message.From[0];
        try
        {
            return await Within(SmtpStage.Message, _server.Limits.Message, async soon => SmtpAnswer.Of(250, [await _client.SendAsync(options, message, from, [to], soon)]), stop);
        }
        catch (SmtpException e) when (e.Answer is { } answer && _client.IsConnected)
        {
            // RFC 5321 3.8: who says 421 closes.
            if (answer.HangsUp) await _client.DisconnectAsync(quit: false, CancellationToken.None);
            return answer;
        }
    }

    /// <summary>Whether the server is still there after a rest: a letter is not the way to find out.</summary>
    public async Task<bool> IsThere(CancellationToken stop)
    {
        try
        {
            await Within(SmtpStage.Message, _server.Limits.Answer, async soon => { await _client.NoOpAsync(soon); return true; }, stop);
            return _client.IsConnected;
        }
        catch (SmtpException) { return false; }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            try { await _client.DisconnectAsync(quit: true, soon.Token); }
            catch (Exception e) when (e is IOException or OperationCanceledException or ProtocolException or CommandException or SocketException) { /* It is gone already. */ }
        }
        _client.Dispose();
    }

    private async Task Begin(CancellationToken stop)
    {
        var tls = _server.Tls switch { SmtpTls.Implicit => SecureSocketOptions.SslOnConnect, SmtpTls.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None };
        await Within(SmtpStage.Connect, _server.Limits.Connect, async soon => { await _client.ConnectAsync(_server.Host, _server.Port, tls, soon); return true; }, stop);
        if (!_server.SignsIn) return;
        if (!_client.IsSecure && !_server.IsHere) throw new SmtpException(SmtpStage.SignIn, "A password goes over a safe connection only. Set TLS, or leave user and password away.");
        await Within(SmtpStage.SignIn, _server.Limits.Answer, async soon =>
        {
            if (_server.TokenFile is { } file) await _client.AuthenticateAsync(new SaslMechanismOAuth2(_server.User!, (await File.ReadAllTextAsync(file, soon)).Trim()), soon);
            else await _client.AuthenticateAsync(_server.User!, _server.Password!, soon);
            return true;
        }, stop);
    }

    private static async Task<T> Within<T>(SmtpStage stage, TimeSpan longest, Func<CancellationToken, Task<T>> doing, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(longest);
        try { return await doing(soon.Token); }
        catch (Exception e) when ((e is OperationCanceledException && !stop.IsCancellationRequested) || e is TimeoutException)
        {
            throw new SmtpException(stage, stage == SmtpStage.Connect ? "No connection was made in time." : "It did not answer in time.", inner: e);
        }
        catch (SmtpCommandException e)
        {
            var answer = SmtpAnswer.Of((int)e.StatusCode, e.Message.Split('\n'));
            throw new SmtpException(stage == SmtpStage.Connect ? SmtpStage.Greeting : stage, $"It answered {answer}", answer, e);
        }
        catch (SslHandshakeException e) { throw new SmtpException(SmtpStage.Tls, "No safe connection could be made: its certificate is not trusted here, or it speaks no TLS.", inner: e); }
        catch (NotSupportedException e) { throw new SmtpException(stage == SmtpStage.SignIn ? stage : SmtpStage.Tls, e.Message, inner: e); }
        catch (AuthenticationException e) { throw new SmtpException(SmtpStage.SignIn, "It does not let the desk in: user or password are wrong.", inner: e); }
        catch (SmtpProtocolException e) { throw new SmtpException(stage == SmtpStage.Connect ? SmtpStage.Greeting : stage, e.Message, inner: e); }
        catch (Exception e) when (e is IOException or SocketException or ServiceNotConnectedException or UnauthorizedAccessException) { throw new SmtpException(stage, Why(e), inner: e); }
    }

    private static string Why(Exception failed) => failed is SocketException socket || failed.InnerException is SocketException && (socket = (SocketException)failed.InnerException) is not null
        ? socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "There is no such host.",
            SocketError.ConnectionRefused => "The connection was refused.",
            SocketError.ConnectionReset => "It hung up.",
            _ => socket.Message,
        }
        : failed.Message;

    /// <summary>Whom the machine trusts, and beside them whom the settings name.</summary>
    private bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || _server.Trusted.Count == 0 || certificate is null) return false;
        using var own = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        own.ChainPolicy.CustomTrustStore.AddRange(_server.Trusted);
        if (chain is not null) own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(e => e.Certificate).ToArray());
        using var theirs = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(theirs);
    }

    private static long Size(MimeMessage message, FormatOptions options)
    {
        using var measure = new MimeKit.IO.MeasuringStream();
        message.WriteTo(options, measure);
        return measure.Length;
    }
}
