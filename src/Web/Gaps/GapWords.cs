using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Gaps;

internal static class GapWords
{
    public static string? Css(GapState state) => state switch { GapState.Doing => "is-accent", GapState.Done => "is-ok", GapState.Declined => "is-line", _ => null };

    extension(IStringLocalizer words)
    {
        public string State(GapState state) => state switch { GapState.Doing => words["being done"], GapState.Done => words["done"], GapState.Declined => words["declined"], _ => words["open"] };

        /// <summary>Need and matter as one title.</summary>
        public string Title(GapLine line) => line.About is { } about ? words["{0}: {1}", words.Need(line.Gap.Need), about] : words.Need(line.Gap.Need);

        /// <summary>A share with its base.</summary>
        public string Share(int of, int all) => all == 0 ? words["none"] : words["{0} % of {1}", (int)Math.Round(100.0 * of / all), all];
    }
}
