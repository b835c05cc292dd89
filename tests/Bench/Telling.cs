using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FirstContact.Classifying;

namespace FirstContact.Bench;

/// <summary>
/// How well and how fast the desk tells categories, on tickets that people really wrote: it learns from four fifths and is asked about the
/// rest. What belongs to which part says a hash of the text (FNV-1a, modulo five), so that it is always the same.
/// </summary>
internal static class Telling
{
    private const double Precise = 0.95;
    private const int Bins = 10;

    public static int Measure(string page)
    {
        if (TicketFile.Real is not { } file)
        {
            Console.Error.WriteLine("The file with the real tickets is not beside the checkout.");
            return 1;
        }
        var (labels, corpus, asked) = (new List<string>(), new Corpus(), new List<(string Text, int Label)>());
        foreach (var (text, label) in Rows(file))
        {
            if (!labels.Contains(label)) labels.Add(label);
            if (Hash(text) % 5 == 0) asked.Add((text, labels.IndexOf(label)));
            else corpus.Add(new(TextWords.Of(text, null), labels.IndexOf(label)));
        }

        var begun = Stopwatch.GetTimestamp();
        var (learned, report) = Learner.Learn(corpus)!.Value;
        var learning = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var bytes = ClassifierBytes.Of(learned);
        var classifier = ClassifierBytes.Read(bytes)!;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

        foreach (var (text, _) in asked.Take(500)) classifier.Guesses(TextWords.Of(text, null));
        var times = new List<double>();
        var answers = new List<(int Said, double Sure, int True)>();
        foreach (var (text, label) in asked)
        {
            var from = Stopwatch.GetTimestamp();
            var best = classifier.Guesses(TextWords.Of(text, null)) is [var first, ..] ? first : null;
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            answers.Add((best is null ? -1 : (int)best.Label, best?.Confidence ?? 0, label));
        }
        times.Sort();

        var text2 = Tell(labels, corpus.Count, answers, report, learning, peak, bytes.Length, times);
        Console.WriteLine(text2);
        Sections.Put(page, Sections.Telling, text2);
        return 0;
    }

    private static string Tell(List<string> labels, int trained, List<(int Said, double Sure, int True)> answers, Classifying.Report report, double learning, double peak, int bytes, List<double> times)
    {
        var right = Share(answers, _ => true);
        var (share, from) = AtPrecision(answers);
        // What an administrator would set by what the settings page says, and what it then comes to.
        var set = report.Decided.First(d => d.Right >= Precise);
        var sure = answers.Where(a => a.Sure * 100 >= set.Percent).ToList();
        var said = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            `bin/bench classification`: the desk learns from four fifths of 38,269 real tickets of eight categories ({trained:N0}) and is asked about the other {answers.Count:N0}. A hash of the text says which part it belongs to.

            | | goal | |
            | --- | --- | --- |
            | Right | at least 86 % | {right:P2} {Met(right >= 0.86)} |
            | Decided at a precision of 95 % | | {share:P1}, those of which it is {from * 100:F0} % sure or more |
            | Decided from {set.Percent} % sure on, where what it held out while learning says {set.Right:P1} are right | | {(double)sure.Count / answers.Count:P1}, of which {Share(answers, a => a.Sure * 100 >= set.Percent):P1} are right |
            | Mean distance between how sure it is and how often it is right, by tenths | | {Distance(answers):P1} |
            | Learning, one thread, s | at most 60 | {learning:F1} {Met(learning <= 60)} |
            | One suggestion, ms: mean, p95, most | at most 10 | {times.Average():F2}, {times[(int)(times.Count * 0.95)]:F2}, {times[^1]:F2} {Met(times[(int)(times.Count * 0.95)] <= 10)} |
            | Memory of the whole process at most, MB; what is kept, MB | | {peak:F0}; {bytes / 1048576.0:F1} |

            | category | asked about | precision | recall | F1 |
            | --- | --- | --- | --- | --- |

            """));
        var sum = 0.0;
        foreach (var (at, label) in labels.Index())
        {
            var (there, called, both) = (answers.Count(a => a.True == at), answers.Count(a => a.Said == at), answers.Count(a => a.True == at && a.Said == at));
            sum += 2.0 * both / (there + called);
            said.Append(CultureInfo.InvariantCulture, $"| {label} | {there:N0} | {(double)both / called:P1} | {(double)both / there:P1} | {2.0 * both / (there + called):P1} |\n");
        }
        return said.Append(CultureInfo.InvariantCulture, $"| mean | | | | {sum / labels.Count:P1} |\n").ToString();
    }

    private static IEnumerable<(string Text, string Label)> Rows(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line) yield return (line[..line.LastIndexOf(',')].Trim('"'), line[(line.LastIndexOf(',') + 1)..]);
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var sign in Encoding.UTF8.GetBytes(text)) hash = (hash ^ sign) * 16777619;
        return hash;
    }

    /// <summary>The largest part, the surest first, of which so many are right.</summary>
    private static (double Share, double From) AtPrecision(List<(int Said, double Sure, int True)> answers)
    {
        var (right, best, from) = (0, 0, 1.0);
        foreach (var (at, answer) in answers.OrderByDescending(a => a.Sure).Index())
        {
            if (answer.Said == answer.True) right++;
            if ((double)right / (at + 1) >= Precise) (best, from) = (at + 1, answer.Sure);
        }
        return ((double)best / answers.Count, from);
    }

    private static double Distance(List<(int Said, double Sure, int True)> answers) =>
        answers.GroupBy(a => (int)(a.Sure * Bins)).Sum(g => Math.Abs(g.Average(a => a.Sure) - g.Average(a => a.Said == a.True ? 1.0 : 0)) * g.Count() / answers.Count);

    private static double Share(List<(int Said, double Sure, int True)> answers, Func<(int Said, double Sure, int True), bool> of) => answers.Where(of).ToList() is var some ? (double)some.Count(a => a.Said == a.True) / some.Count : 0;

    private static string Met(bool met) => met ? "met" : "missed";
}

/// <summary>The parts of docs/benchmarks.md that are measured by themselves, and stay when the others are.</summary>
internal static class Sections
{
    public const string Telling = "## Telling categories\n", Mail = "## Reading mail\n", Intake = "## Taking mail in\n", Fetch = "## Fetching mail\n", Clocks = "## Clocks\n", Keyboard = "## A morning at the keyboard\n";
    private const string Before = "## How to read this\n";

    public static string Of(string page, string head)
    {
        var from = page.IndexOf(head, StringComparison.Ordinal);
        return from < 0 ? "" : page[from..(page.IndexOf("\n## ", from, StringComparison.Ordinal) is var end and > 0 ? end + 1 : page.Length)];
    }

    public static void Put(string file, string head, string text)
    {
        var page = File.ReadAllText(file);
        var was = Of(page, head);
        if (was.Length > 0) page = page.Replace(was, "", StringComparison.Ordinal);
        File.WriteAllText(file, page.Replace(Before, $"{head}\n{text}\n{Before}", StringComparison.Ordinal));
    }
}
