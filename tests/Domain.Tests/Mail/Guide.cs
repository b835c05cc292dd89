using System.Text.RegularExpressions;

namespace FirstContact.Mail;

/// <summary>The tables of the guide to mail, which are tests.</summary>
internal static partial class Guide
{
    /// <summary>The rows of the table that begins so.</summary>
    public static List<string[]> Table(string begins)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MAP.md"))) folder = folder.Parent!;
        var guide = File.ReadAllText(Path.Combine(folder.FullName, "docs/guide/mail.md"));
        var table = guide[guide.IndexOf(begins, StringComparison.Ordinal)..];
        return [.. table.Split('\n').TakeWhile(l => l.StartsWith('|')).Skip(2).Select(l => Cell().Matches(l).Select(m => m.Groups[1].Value.Trim()).ToArray())];
    }

    [GeneratedRegex(@"(?<=\|)([^|]+)(?=\|)")]
    private static partial Regex Cell();
}
