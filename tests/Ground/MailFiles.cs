namespace FirstContact;

/// <summary>Real messages and bounces, where they lie beside the root of the repository or of the one that this is a working tree of.</summary>
public static class MailFiles
{
    public const int Count = 103;

    public static string? Folder { get; } = Find();

    public static IReadOnlyList<(string Name, byte[] Raw)> Messages => Of("messages");

    public static IReadOnlyList<(string Name, byte[] Raw)> Bounces => Of("bounces");

    private static IReadOnlyList<(string Name, byte[] Raw)> Of(string kind) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder!, kind), "*.eml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllBytes(f)))];

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "../shared/data/mail") is var path && Directory.Exists(path)) return path;
        return null;
    }
}
