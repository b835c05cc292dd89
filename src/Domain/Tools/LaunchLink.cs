using System.Text.RegularExpressions;

namespace FirstContact.Tools;

/// <summary>A link that opens a tool on a device. Its places are filled with encoded values, and it begins with nothing that a browser would run.</summary>
public static partial class LaunchLink
{
    public const int LongestLink = 1000, LongestDevice = 100;

    /// <summary>What may stand in braces.</summary>
    public static readonly Seq<string> Places = ["device", "ticket", "customer"];

    public static bool NeedsDevice(string link) => link.Contains("{device}", StringComparison.Ordinal);

    /// <summary>What it begins with, in lower case.</summary>
    public static string Scheme(string link) => link.Split(':')[0].ToLowerInvariant();

    public static Error? Wrong(string link, LaunchSchemes schemes)
    {
        if (link.IsLongerThan(LongestLink) || !Shape().IsMatch(link)) return ToolErrors.LinkInvalid;
        if (!schemes.Allows(Scheme(link))) return ToolErrors.SchemeNotAllowed;
        if (Place().Matches(link).Any(m => !Places.Contains(m.Groups[1].Value))) return ToolErrors.PlaceUnknown;
        // A brace without its other half would go out as it stands.
        return Place().Replace(link, "x") is var plain && (plain.Contains('{', StringComparison.Ordinal) || plain.Contains('}', StringComparison.Ordinal) || !IsWhole(plain)) ? ToolErrors.LinkInvalid : null;
    }

    /// <summary>A name or an address. It never begins with a dash: programs would take it for an option of theirs.</summary>
    public static Error? WrongDevice(string? device) =>
        device.IsBlank ? ToolErrors.DeviceMissing : device!.Trim() is var name && (name.IsLongerThan(LongestDevice) || !Device().IsMatch(name)) ? ToolErrors.DeviceInvalid : null;

    public static string Fill(string link, string? device, string ticket, string customer) => Place().Replace(link, m => Uri.EscapeDataString(m.Groups[1].Value switch
    {
        "device" => device?.Trim() ?? "", "ticket" => ticket, _ => customer,
    }));

    // A web address has a host, and no name before it that looks like one.
    private static bool IsWhole(string link) => Scheme(link) is not ("http" or "https")
        || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Host.Length > 0 && address.UserInfo.Length == 0);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{C}""'<>\\^`|]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[\p{L}\p{Nd}][\p{L}\p{Nd} ._:-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
