using System.Globalization;
using System.IO.Compression;

namespace FirstContact.Bench;

/// <summary>What people wrote: really, where the file with the real tickets is beside the checkout; else made up, with words as unequal as real ones.</summary>
internal sealed class Texts
{
    public const int RealOnes = TicketFile.Tickets;
    private const int Words = 6_000, Looked = 40_000;

    private readonly Func<int, string> _at;

    private Texts(string kind, int count, Func<int, string> at)
    {
        (Kind, Count, _at) = (kind, count, at);
        Rare = WordInOnePercent();
    }

    public string Kind { get; }
    public int Count { get; }

    /// <summary>The word that stands in very nearly one text of a hundred.</summary>
    public string Rare { get; }

    public string this[int i] => _at(i);

    public static Texts Of(int count) => count == RealOnes && TicketFile.Real is { } file ? Real(file) : Made(count);

    /// <summary>The first words, as the import makes a title.</summary>
    public static string Title(string text)
    {
        var end = text.Length <= 70 ? text.Length : text.LastIndexOf(' ', 70);
        return text[..(end > 0 ? end : 70)].Trim();
    }

    private static Texts Real(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        lines.ReadLine();
        var texts = new List<string>(RealOnes);
        while (lines.ReadLine() is { } line) texts.Add(line[..line.LastIndexOf(',')].Trim('"'));
        return new("real", texts.Count, i => texts[i]);
    }

    private static Texts Made(int count)
    {
        var words = Enumerable.Range(0, Words).Select(Word).ToArray();
        // The n-th word is about n times as rare as the first, as in every language.
        var sums = new double[Words];
        for (var i = 0; i < Words; i++) sums[i] = (i > 0 ? sums[i - 1] : 0) + 1.0 / (i + 3);
        return new("generated", count, i =>
        {
            var chance = new Random(i);
            return string.Join(' ', Enumerable.Range(0, chance.Next(15, 60)).Select(_ => words[Drawn(chance.NextDouble() * sums[^1])]));
        });

        int Drawn(double at) => Array.BinarySearch(sums, at) is var i && i < 0 ? Math.Min(~i, Words - 1) : i;
    }

    private static string Word(int n)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = "";
        for (var rest = n + 70; rest > 0; rest /= 70) word += $"{Consonants[rest % 14]}{Vowels[rest / 14 % 5]}";
        return word;
    }

    private string WordInOnePercent()
    {
        var looked = Math.Min(Count, Looked);
        var stands = new Dictionary<string, int>();
        for (var i = 0; i < looked; i++)
            foreach (var word in SearchWord.In(this[i]).Select(w => w.Text).Distinct()) stands[word] = stands.GetValueOrDefault(word) + 1;
        return stands.Where(w => w.Key.Length > 2).MinBy(w => (Math.Abs(w.Value - looked / 100), w.Key)).Key;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {Kind} tickets");
}
