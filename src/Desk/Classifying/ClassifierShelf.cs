using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace FirstContact.Classifying;

/// <summary>What was learned, held in memory by each node: read once after it was learned, here or elsewhere, and not again.</summary>
internal static class ClassifierShelf
{
    private static readonly ConditionalWeakTable<Database, ConcurrentDictionary<Learning, (Instant At, Classifier? Classifier)>> Shelves = [];

    /// <param name="at">When it was learned, as the desk's own record says: an older one on the shelf is thrown away.</param>
    public static async ValueTask<Classifier?> Of(Reader read, Learning what, Instant at)
    {
        var shelf = Shelves.GetOrCreateValue(read.Database);
        if (shelf.TryGetValue(what, out var there) && there.At == at) return there.Classifier;
        var bytes = await read.One("select bytes from classifier where what = @what", r => r.GetFieldValue<byte[]>(0), ("@what", what));
        var classifier = bytes is null ? null : ClassifierBytes.Read(bytes);
        shelf[what] = (at, classifier);
        return classifier;
    }
}
