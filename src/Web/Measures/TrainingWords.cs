using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Measures;

/// <summary>How the customers' history is said.</summary>
public static class TrainingWords
{
    /// <summary>A percentage of fewer says nothing.</summary>
    private const int FewestBefore = 5;

    extension(IStringLocalizer words)
    {
        public string Department(string name) => name.Length > 0 ? name : words["No department"];

        public string About(string name) => name.Length > 0 ? name : words["Nothing known"];

        /// <summary>'12 before, 50% more'.</summary>
        public string Grows(AskedCounts c) => c.Before switch
        {
            null => MeasureWords.None,
            0 => words["none before"],
            < FewestBefore and var few => words["{0} before", few],
            var before => words["{0} before, {1}", MeasureWords.Count(before.Value), words.By(c.Growth!.Value)],
        };

        /// <summary>The same in a word, for a list.</summary>
        public string Trend(AskedCounts c) => c.Before switch { null => "", 0 => words["new"], < FewestBefore and var few => words["{0} before", few], _ => words.By(c.Growth!.Value) };

        private string By(double growth) => growth switch
        {
            >= 1 => words["{0} times as many", (growth + 1).ToString("0.#", CultureInfo.CurrentCulture)],
            > 0 => words["{0} more", Percent(growth)],
            < 0 => words["{0} fewer", Percent(-growth)],
            _ => words["as many"],
        };
    }

    /// <summary>A small link beside a figure to what it means.</summary>
    public static Html Why(IStringLocalizer words, string measure) =>
        Html.Of($"<a class=\"fc-3ink\" href=\"/training/definitions#{measure}\" title=\"{words["What this means"].Value}\">{Icon.Of("help-circle")}<span class=\"fc-vh\">{words["What this means"].Value}</span></a>");

    private static string Percent(double share) => share.ToString("0%", CultureInfo.CurrentCulture).Replace(" ", "", StringComparison.Ordinal);
}
