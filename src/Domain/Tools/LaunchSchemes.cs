using System.Text.RegularExpressions;

namespace FirstContact.Tools;

/// <summary>What links to tools may begin with, besides the web: the programs that this house has on its desks.</summary>
public sealed partial record LaunchSchemes : IAggregate<LaunchSchemes>
{
    public const int Most = 50;

    public static string Subject => "launch-schemes";

    public static readonly LaunchSchemes Usual = new();

    // What a browser runs or opens by itself, and what has been used to break into machines by a mere link.
    private static readonly string[] Never =
    [
        "javascript", "data", "vbscript", "file", "blob", "about", "filesystem", "view-source", "jar", "chrome", "resource", "intent",
        "ms-msdt", "search-ms", "search", "ms-officecmd", "ms-appinstaller", "mhtml", "mk", "res", "shell", "cmd", "powershell",
    ];

    public int Version { get; init; }
    public Seq<string> Schemes { get; init; } = ["anydesk", "ms-quick-assist", "rdp", "ssh", "teamviewer", "vnc"];
    public long Key => 26;

    public bool Allows(string scheme) => scheme is "http" or "https" || Schemes.Contains(scheme);

    public Decision Change(IEnumerable<string> schemes)
    {
        Seq<string> to = [.. schemes.Select(s => s.Trim().TrimEnd(':', '/').ToLowerInvariant()).Where(s => s.Length > 0 && s is not ("http" or "https")).Distinct().Order(StringComparer.Ordinal)];
        if (Error.Of(
            to.Count > Most || to.Any(s => !Shape().IsMatch(s)) ? ToolErrors.SchemeInvalid : null,
            to.Any(Never.Contains) ? ToolErrors.SchemeDangerous : null) is { } no) return no;
        return to.Equals(Schemes) ? Decision.Nothing : new LaunchSchemesChanged(Schemes, to);
    }

    public LaunchSchemes Apply(Event happened, By by) => happened switch
    {
        LaunchSchemesChanged e => this with { Schemes = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The launch schemes know nothing of {happened.GetType().Name}."),
    };

    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]{1,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
