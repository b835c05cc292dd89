using Microsoft.AspNetCore.HttpOverrides;

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
}
