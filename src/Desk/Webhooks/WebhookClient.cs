using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace FirstContact.Webhooks;

/// <summary>How long a receiver may take: to be connected with, and altogether.</summary>
public sealed record WebhookLimits(TimeSpan Connect, TimeSpan Whole)
{
    public static readonly WebhookLimits Usual = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
}

/// <summary>
/// Calls receivers. The address is checked when the connection is made, and that very address is connected to: a name that means another
/// address a moment later does not help. No redirect is followed, no proxy asked, no cookie kept, and no answer read to its end.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const int AnswerKept = 2000, LongestHeaders = 16;
    private static readonly string Agent = $"FirstContact/{typeof(WebhookClient).Assembly.GetName().Version?.ToString(2)}";
    private static readonly TimeSpan OwnAddressesBelieved = TimeSpan.FromMinutes(1), ConnectionsLast = TimeSpan.FromMinutes(2);

    private readonly WebhookReach _reach;
    private readonly WebhookLimits _limits;
    private readonly HttpClient _http;
    private (IReadOnlySet<IPAddress> Addresses, long At)? _own;

    public WebhookClient(WebhookReach reach, WebhookLimits limits)
    {
        (_reach, _limits) = (reach, limits);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = limits.Connect, ConnectCallback = Connect,
            PooledConnectionLifetime = ConnectionsLast, MaxResponseHeadersLength = LongestHeaders, MaxResponseDrainSize = 0, ActivityHeadersPropagator = null,
        }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private string NotConnected => string.Create(CultureInfo.InvariantCulture, $"No connection was made within {_limits.Connect.TotalSeconds:0.###} seconds.");

    /// <summary>What a name means just now.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public void Dispose() => _http.Dispose();

    /// <exception cref="OperationCanceledException">The desk is closing.</exception>
    internal async Task<Attempt> Send(string url, IEnumerable<(string Name, string Value)> headers, string body, Instant at, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        if (_reach.Wrong(url) is { } wrong) return Failed(wrong.Message);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(stop);
        whole.CancelAfter(_limits.Whole);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } } };
        request.Headers.UserAgent.ParseAdd(Agent);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, whole.Token);
            var status = (int)answer.StatusCode;
            return new(at, Took(), status, Why(answer), await Beginning(answer, whole.Token)) { NotBefore = NotBefore(answer.Headers.RetryAfter, at) };
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            return Failed(!whole.IsCancellationRequested && e.InnerException is TimeoutException ? NotConnected : string.Create(CultureInfo.InvariantCulture, $"It did not answer within {_limits.Whole.TotalSeconds:0.###} seconds."));
        }
        catch (HttpRequestException e) { return Failed(Why(e)); }

        Duration Took() => Duration.FromTimeSpan(Stopwatch.GetElapsedTime(since));
        Attempt Failed(string why) => new(at, Took(), null, why, null);
    }

    private static string? Why(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => answer.Headers.Location is { } to
            ? $"It redirects to {Short(to.OriginalString)}. No redirect is followed: give the address that it leads to, if it is the right one."
            : "It redirects, and no redirect is followed.",
        var status => string.Create(CultureInfo.InvariantCulture, $"It answered {status}{(answer.ReasonPhrase.IsBlank ? "" : $" {Short(answer.ReasonPhrase!)}")}."),
    };

    private string Why(HttpRequestException failed)
    {
        for (Exception? e = failed; e is not null; e = e.InnerException)
            switch (e)
            {
                case InsideException inside: return inside.Message;
                case AuthenticationException tls: return $"No safe connection could be made: {Short(tls.Message)}";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return "There is no such host.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }: return "The connection was refused.";
                case OperationCanceledException or TimeoutException: return NotConnected;
            }
        return $"It could not be reached: {Short(failed.Message)}";
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await Resolve(context.DnsEndPoint.Host, stop);
        var permitted = addresses.Where(a => _reach.Permits(a) && (_reach.Opens(a) || !Own().Contains(a))).ToArray();
        if (permitted.Length == 0 && addresses.Length > 0) throw new InsideException(addresses[0]);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>This machine by its outer addresses: what a firewall hides from others, it would show to itself.</summary>
    private IReadOnlySet<IPAddress> Own()
    {
        if (_own is { } known && Stopwatch.GetElapsedTime(known.At) < OwnAddressesBelieved) return known.Addresses;
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address).ToHashSet();
        _own = (own, Stopwatch.GetTimestamp());
        return own;
    }

    /// <summary>The first bytes of an answer, as text that can be kept: they mostly say what is wrong.</summary>
    private static async Task<string?> Beginning(HttpResponseMessage answer, CancellationToken stop)
    {
        var bytes = new byte[AnswerKept];
        var read = 0;
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(stop);
            read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        }
        // The status has been said already, and it is what counts.
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException) { return null; }
        return read == 0 ? null : new string([.. Encoding.UTF8.GetString(bytes, 0, read).Select(c => c is '\n' or '\t' || !char.IsControl(c) && !char.IsSurrogate(c) ? c : c == '\r' ? ' ' : '\uFFFD')]);
    }

    private static Duration? NotBefore(RetryConditionHeaderValue? asked, Instant now) =>
        asked?.Delta is { } delta ? Duration.FromTimeSpan(delta)
        : asked?.Date is { } date && Instant.FromDateTimeOffset(date) is var then && then > now ? then - now
        : null;

    private static string Short(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(300)]);

    private sealed class InsideException(IPAddress address) : IOException($"{address} lies in an inner network, which this desk does not call unless its settings name it.");
}
