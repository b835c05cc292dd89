using DiffPlex;
using DiffPlex.Chunkers;

namespace FirstContact.Agreements;

/// <summary>Two texts as one, word by word: what is gone in del, what is new in ins.</summary>
internal static class Redlined
{
    // Its own marks, so that a comma or a line more does not change the word before it.
    private static readonly DelimiterChunker Words = new([' ', '\t', '\n', '.', ',', ';', ':', '(', ')', '!', '?']);

    public static Html Of(string before, string after)
    {
        if (before == after) return Html.Of($"{after}");
        var diff = Differ.Instance.CreateDiffs(before, after, false, false, Words);
        var (pieces, at) = (new List<Html>(), 0);
        // The run of changes that is being gathered: words with nothing but blanks between them are changed together.
        var (gone, come, kept) = ("", "", "");
        foreach (var block in diff.DiffBlocks)
        {
            var same = string.Concat(diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            if (same.IsBlank && (gone.Length > 0 || come.Length > 0)) (gone, come) = (gone + same, come + same);
            else { Write(); pieces.Add(Html.Of($"{same}")); }
            gone += string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            come += string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        kept = string.Concat(diff.PiecesOld.Skip(at));
        Write();
        pieces.Add(Html.Of($"{kept}"));
        return Html.Join(pieces);

        void Write()
        {
            if (gone.Length > 0) pieces.Add(Html.Of($"<del>{gone}</del>"));
            // Side by side they would read as one word.
            if (gone.Length > 0 && come.Length > 0) pieces.Add(Html.Of($" "));
            if (come.Length > 0) pieces.Add(Html.Of($"<ins>{come}</ins>"));
            (gone, come) = ("", "");
        }
    }
}
