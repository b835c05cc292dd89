using System.Net;

namespace FirstContact.Kit;

/// <summary>Addresses and networks in a setting, with commas: <c>10.0.0.5, 10.1.0.0/16</c>.</summary>
public static class Networks
{
    /// <param name="setting">What it is called, without the beginning.</param>
    /// <exception cref="SettingsException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(string setting, string? text) =>
    [
        .. from part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select IPNetwork.TryParse(part, out var network) ? network
               : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
               : throw new SettingsException($"{Settings.Prefix}{setting} names '{part}', which is no address and no network. Name one like 10.0.0.5 or 10.1.0.0/16."),
    ];
}
