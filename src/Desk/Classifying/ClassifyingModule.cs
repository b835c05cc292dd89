using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class ClassifyingModule
{
    private static readonly PolicyDocument<Suggesting> Document = new(Classifying.Suggesting.Usual,
        suggesting => DeskJson.Write(Kept.Of(suggesting)), (version, body) => DeskJson.Read<Kept>(body).As(version));

    extension(Work work)
    {
        public PolicyStore<Suggesting> Suggesting => new(work, Document);
    }

    extension(Reader read)
    {
        public ValueTask<Suggesting> Suggesting() => Document.Kept(read);

        /// <summary>What a text could be about, for each thing that was learned; nothing where nothing was learned, or the words say nothing.</summary>
        internal async Task<Seq<Thought>> Thoughts(string? title, string? description)
        {
            var suggesting = await read.Suggesting();
            if (!suggesting.HasLearned) return [];
            var words = TextWords.Of(title, description);
            return
            [
                .. Told(Suggested.Category, await Guesses(read, Learning.Category, suggesting.Category, words), (await read.Categories()).Where(c => c.Active).ToDictionary(c => c.Id.Value, c => c.Name)),
                .. Told(Suggested.Class, await Guesses(read, Learning.Class, suggesting.Class, words), (await read.Classes()).Where(c => c.Active).ToDictionary(c => c.Id.Value, c => c.Name)),
            ];
        }

        /// <summary>In what share of the tickets a word stands, as far as that was learned; null when nothing was.</summary>
        internal async Task<Func<string, double?>?> SharesOfWords() =>
            (await read.Suggesting()).Category is { Report: not null } learned && await ClassifierShelf.Of(read, Learning.Category, learned.At) is { } classifier ? classifier.Vocabulary.ShareOf : null;

        /// <summary>The most likely of each.</summary>
        internal async Task<Seq<Suggestion>> Suggestions(string? title, string? description) => [.. (await read.Thoughts(title, description)).Select(t => t.Suggestion)];

        /// <summary>The same, as far as it is sure enough to be shown.</summary>
        internal async Task<Seq<Suggestion>> ShownSuggestions(string? title, string? description)
        {
            var from = (await read.Suggesting()).Rules.ShowFrom;
            return [.. (await read.Suggestions(title, description)).Where(s => s.Percent >= from)];
        }
    }

    private static async Task<IReadOnlyList<Guess>> Guesses(Reader read, Learning what, Learned? learned, IReadOnlyList<string> words) =>
        learned?.Report is null || await ClassifierShelf.Of(read, what, learned.At) is not { } classifier ? [] : classifier.Guesses(words);

    /// <summary>What is retired since is not suggested: then nothing is.</summary>
    private static IEnumerable<Thought> Told(Suggested what, IReadOnlyList<Guess> guesses, Dictionary<long, string> names)
    {
        if (guesses is not [var best, ..] || !names.TryGetValue(best.Label, out var name)) yield break;
        // Rounded down: what is shown as 95 is not less.
        yield return new(new(what, best.Label, name, Math.Min((int)(best.Confidence * 100), Classifying.Suggesting.Most), best.Why), [.. guesses.Skip(1).Select(o => names.GetValueOrDefault(o.Label)).OfType<string>()]);
    }

    /// <summary>As it is kept: without its version, which has a column of its own.</summary>
    private sealed record Kept(SuggestingRules Rules, Instant? AskedAt, Learned? Category, Learned? Class)
    {
        public static Kept Of(Suggesting s) => new(s.Rules, s.AskedAt, s.Category, s.Class);

        public Suggesting As(int version) => new() { Version = version, Rules = Rules, AskedAt = AskedAt, Category = Category, Class = Class };
    }
}
