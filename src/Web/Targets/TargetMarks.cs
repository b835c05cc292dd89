using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Targets;

/// <summary>How goals are drawn and said: never by colour alone.</summary>
internal static class TargetMarks
{
    public const string None = "–";

    private const int Bar = 9, Gap = 4, High = 28;

    public static string Percent(double? percent) => percent is { } some ? $"{some.ToString("0.#", CultureInfo.CurrentCulture)}\u00a0%" : None;

    public static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>'November', 'July to September 2026'.</summary>
    public static string Period(TargetPeriod period, LocalDate from)
    {
        var until = period == TargetPeriod.Month ? from : from.PlusMonths(2);
        return period == TargetPeriod.Month ? from.ToString("MMMM uuuu", CultureInfo.CurrentCulture) : $"{from.ToString("MMMM", CultureInfo.CurrentCulture)} – {until.ToString("MMMM uuuu", CultureInfo.CurrentCulture)}";
    }

    public static string Goal(TargetTerms t, IStringLocalizer words) => t.Definition.MoreIsBetter ? words["at least {0} %", t.Percent] : words["at most {0} %", t.Percent];

    /// <summary>Whether a period meets the goal, as a word with its mark.</summary>
    public static Html State(Attained a, PeriodCount period, IStringLocalizer words) => (a.Met(period), period.Judged) switch
    {
        (true, _) => Tag("is-ok", "circle-check", words["on goal"]),
        (false, _) => Tag("is-hot", "alert-circle", a.Terms.Definition.MoreIsBetter ? words["below the goal"] : words["above the goal"]),
        (_, false) => Tag("is-line", "calendar-event", words["not judged yet"]),
        _ => Tag("is-line", "hourglass", words["nothing decided yet"]),
    };

    public static Html Tag(string css, string icon, string word) => Html.Of($"<span class=\"fc-tag {css}\">{Icon.Of(icon)} {word}</span>");

    /// <summary>How much of a hundred, with the goal as a mark across it.</summary>
    public static Html Share(Attained a, PeriodCount period, string name)
    {
        var fill = a.Met(period) switch { true => "var(--fc-d3)", false => "var(--fc-hot)", _ => "var(--fc-d1)" };
        var width = Number(Math.Clamp(period.Percent ?? 0, 0, 100));
        return Html.Of($"<svg class=\"fc-goalbar\" width=\"100%\" height=\"14\" role=\"img\" aria-label=\"{name}\"><rect y=\"3\" width=\"100%\" height=\"8\" rx=\"4\" fill=\"var(--fc-line)\"/><rect y=\"3\" width=\"{width}%\" height=\"8\" rx=\"4\" fill=\"{fill}\"/><line x1=\"{a.Terms.Percent}%\" x2=\"{a.Terms.Percent}%\" y1=\"0\" y2=\"14\" stroke=\"var(--fc-ink)\" stroke-width=\"2\"/></svg>");
    }

    /// <summary>The last periods as bars with the goal across them: full where it was met, hollow where it was missed, thin where nothing was decided or judged.</summary>
    public static Html Periods(Attained a, IStringLocalizer words)
    {
        var svg = HtmlBuilder.Start();
        var width = a.Periods.Count * (Bar + Gap) - Gap;
        var name = string.Join("; ", a.Periods.Select(p => $"{Period(a.Terms.Period, p.From)}: {Percent(p.Percent)}"));
        svg.Add($"<svg class=\"fc-spark\" width=\"{width}\" height=\"{High}\" viewBox=\"0 0 {width} {High}\" role=\"img\" aria-label=\"{words["The last six periods"].Value}: {name}\">");
        for (var i = 0; i < a.Periods.Count; i++)
        {
            var (p, x) = (a.Periods[i], i * (Bar + Gap));
            if (p.Percent is not { } percent) continue;
            var high = Math.Max(1.5, (High - 2) * percent / 100);
            var (fill, stroke) = a.Met(p) switch { true => ("var(--fc-d3)", "var(--fc-d3)"), false => ("none", "var(--fc-hot)"), _ => ("var(--fc-line-2)", "var(--fc-line-2)") };
            svg.Add($"<rect x=\"{Number(x + 0.75)}\" y=\"{Number(High - 0.75 - high)}\" width=\"{Number(Bar - 1.5)}\" height=\"{Number(high)}\" rx=\"1.5\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>");
        }
        var goal = Number(High - 0.75 - (High - 2) * a.Terms.Percent / 100.0);
        svg.Add($"<line x1=\"0\" x2=\"{width}\" y1=\"{goal}\" y2=\"{goal}\" stroke=\"var(--fc-ink)\" stroke-width=\"1\" stroke-dasharray=\"2 2\"/></svg>");
        return svg.Done();
    }

    public static string? Trend(Attained a, IStringLocalizer words) => a.Trend is not { } points ? null : a.IsBetter(points) switch
    {
        true => words["better by {0} points", Points(points)].Value, false => words["worse by {0} points", Points(points)].Value, _ => words["as before"].Value,
    };

    public static string Decided(Decided decided, MeasureDefinition measure, IStringLocalizer words) => decided switch { Targets.Decided.Yes => words[measure.Yes], Targets.Decided.No => words[measure.No], _ => words["open"] };

    private static string Points(double points) => Math.Abs(points).ToString("0.#", CultureInfo.CurrentCulture);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
