using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>The words of a ticket as the learner takes them: those that the search takes too, so that what is asked is cut as what was learned.</summary>
internal static class TextWords
{
    // Beyond this nothing is read; see Corpus.LongestText.
    private const int Longest = 4_000;

    public static List<string> Of(string? title, string? description) => SearchWord.In(Cut($"{title} \n {description}")).ConvertAll(w => w.Text);

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}
