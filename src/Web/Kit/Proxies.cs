using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FirstContact.Kit;

/// <summary>Believes a proxy that says who asks and by which scheme: one on this machine always, others only when the settings name them.</summary>
public static class Proxies
{
    public static void UseProxies(this WebApplication app, Settings settings)
    {
        var believe = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var network in settings.Proxies) believe.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(believe);
    }

    /// <summary>Addresses and networks with commas: <c>10.0.0.5, 10.1.0.0/16</c>.</summary>
    /// <exception cref="SettingsException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? text) =>
    [
        .. from part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select IPNetwork.TryParse(part, out var network) ? network
               : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
               : throw new SettingsException($"FIRSTCONTACT_PROXIES names '{part}', which is no address and no network. Name one like 10.0.0.5 or 10.1.0.0/16."),
    ];
}
