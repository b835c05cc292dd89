using System.IO.Compression;
using System.Text;

namespace FirstContact;

/// <summary>A file of 38,269 tickets, <c>text,category</c>: those that people really wrote where they lie beside the checkout, else made-up ones of the same shape.</summary>
public static class TicketFile
{
    public const int Tickets = 38_269;
    private static readonly string[] Categories = ["Hardware", "Access", "Miscellaneous", "HR Support", "Purchase", "Administrative rights", "Internal Project", "Storage"];
    private static readonly Lazy<string> File = new(() => Real ?? Made());

    /// <summary>Where it is.</summary>
    public static string Path => File.Value;

    /// <summary>The real tickets, beside the root of the repository or of the one that this is a working tree of; null when they are not there.</summary>
    public static string? Real { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "../shared/data/it-tickets.csv.gz") is var path && System.IO.File.Exists(path)) return path;
        return null;
    }

    /// <summary>Always the same one. Its texts are about as long as the real ones: two dozen words mostly, several hundred now and then.</summary>
    private static string Made()
    {
        var folder = Directory.CreateTempSubdirectory("firstcontact-tickets-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = System.IO.Path.Combine(folder, "it-tickets.csv.gz");
        using var lines = new StreamWriter(new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest), new UTF8Encoding(false));
        lines.WriteLine("text,category");
        for (var i = 0; i < Tickets; i++)
        {
            var chance = new Random(i);
            var words = (int)(6 * Math.Exp(chance.NextDouble() * chance.NextDouble() * 4.6)) + 1 + chance.Next(20);
            lines.Write(Word(i));
            for (var n = 1; n < words; n++) lines.Write($" {Word((int)Math.Exp(chance.NextDouble() * 9))}");
            lines.WriteLine($",{Categories[chance.Next(Categories.Length)]}");
        }
        return path;
    }

    private static string Word(int n)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = n + 70; rest > 0; rest /= 70) word.Append(Consonants[rest % 14]).Append(Vowels[rest / 14 % 5]);
        return word.ToString();
    }
}
