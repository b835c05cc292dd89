using System.Net;
using System.Net.Sockets;

namespace FirstContact.Webhooks;

/// <summary>
/// How far the desk may reach when it calls others. Whoever may write an address into a form must not be able to make the
/// desk call what only the desk can see: inner networks are shut unless the settings of the program open them.
/// </summary>
/// <param name="plainHttp">Whether http is allowed beside https.</param>
public sealed class WebhookReach(bool plainHttp)
{
    public static readonly WebhookReach Usual = new(plainHttp: false);

    // All that is not an address of the whole internet, by the registries of IANA, and where clouds answer questions about themselves.
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // What is not in here is not given out to anybody: loopback, link-local, unique local, multicast and all that may come.
    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    // Addresses that carry another one: it is that one which is called in the end.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96"), SixToFour = IPNetwork.Parse("2002::/16");

    private readonly IReadOnlyList<IPNetwork> _opened = [];

    private WebhookReach(bool plainHttp, IReadOnlyList<IPNetwork> opened) : this(plainHttp) => _opened = opened;

    public bool PlainHttp => plainHttp;

    /// <param name="opened">Inner networks that may be called all the same.</param>
    public static WebhookReach Of(bool plainHttp, IEnumerable<IPNetwork> opened) => new(plainHttp, [.. opened]);

    /// <summary>Whether the settings open this very address, whatever else it is.</summary>
    public bool Opens(IPAddress address) => _opened.Any(n => n.Contains(Bare(address)));

    public bool Permits(IPAddress address)
    {
        var bare = Bare(address);
        if (Opens(bare)) return true;
        if (bare.AddressFamily == AddressFamily.InterNetwork) return !Inside.Any(n => n.Contains(bare));
        if (Carried(bare) is { } carried) return Permits(carried);
        return bare.AddressFamily == AddressFamily.InterNetworkV6 && Unicast.Contains(bare) && !Inside.Any(n => n.Contains(bare));
    }

    /// <summary>What is wrong with an address that somebody typed. A name is looked up only when it is called, and then each time.</summary>
    public Error? Wrong(string? typed)
    {
        if (typed.IsBlank || typed.IsLongerThan(Webhook.LongestUrl) || !Uri.TryCreate(typed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return WebhookErrors.UrlInvalid;
        if (url.Scheme == "http" && !plainHttp) return WebhookErrors.UrlNotHttps;
        if (url.UserInfo.Length > 0) return WebhookErrors.UrlHasPassword;
        if (url.IsLoopback && !Opens(IPAddress.Loopback) && !Opens(IPAddress.IPv6Loopback)) return WebhookErrors.UrlIsInside;
        return IPAddress.TryParse(url.DnsSafeHost, out var address) && !Permits(address) ? WebhookErrors.UrlIsInside : null;
    }

    private static IPAddress Bare(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPAddress? Carried(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new(bytes[12..]) : SixToFour.Contains(address) ? new(bytes[2..6]) : null;
    }
}
