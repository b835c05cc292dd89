using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Measures;

/// <summary>A line over months, drawn by the server: it is there without scripts, prints sharp, takes the colours of the theme, and each point is a link to its tickets.</summary>
public static class TrendPart
{
    private const int Width = 560, Height = 220, Left = 40, Right = 548, Top = 16, Bottom = 190, MostLabels = 12;

    /// <summary>Where a scale of small shares may end, so that its quarters are whole percents.</summary>
    private static readonly double[] Few = [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1];

    /// <param name="percent">Whether the values are shares.</param>
    /// <param name="small">Whether the shares are of a few in a hundred: then the scale ends above the highest.</param>
    public static Html Of(string id, string title, IReadOnlyList<(YearMonth Month, double? Value, string Behind)> points, bool percent, IStringLocalizer words, bool small = false)
    {
        var known = points.Select(p => p.Value).OfType<double>().ToList();
        if (known.Count < 2) return Html.Of($"<p class=\"fc-xs fc-3ink\">{words["A line needs two months with tickets."].Value}</p>");
        var most = percent ? small ? Few.First(f => f >= known.Max()) : 1 : Math.Max(Nice(known.Max()), 0.1);
        var svg = HtmlBuilder.Start();
        svg.Add($"<svg class=\"fc-chart\" viewBox=\"0 0 {Width} {Height}\" role=\"group\" aria-labelledby=\"{id}-t\"><title id=\"{id}-t\">{title}</title>");
        for (var i = 0; i <= 4; i++)
        {
            var y = Y(most * i / 4, most);
            svg.Add($"<line class=\"is-grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{N(y)}\" y2=\"{N(y)}\"/><text x=\"{Left - 6}\" y=\"{N(y + 4)}\" text-anchor=\"end\">{Said(most * i / 4)}</text>");
        }
        var path = new System.Text.StringBuilder();
        var pen = 'M';
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is not { } value) { pen = 'M'; continue; }
            path.Append(pen).Append(N(X(i, points.Count))).Append(' ').Append(N(Y(value, most)));
            pen = 'L';
        }
        svg.Add($"<path d=\"{path.ToString()}\" fill=\"none\" stroke=\"var(--fc-d1)\" stroke-width=\"2.25\" stroke-linejoin=\"round\"/>");
        var step = (points.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < points.Count; i++)
        {
            var (month, value, behind) = points[i];
            if ((points.Count - 1 - i) % step == 0) svg.Add($"<text x=\"{N(X(i, points.Count))}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{month.ToString(points.Count > MostLabels ? "MM/yy" : "MMM", CultureInfo.CurrentCulture)}</text>");
            if (value is not { } at) continue;
            svg.Add($"<a class=\"fc-dotlink\" href=\"{behind}\" aria-label=\"{month.ToString("MMMM yyyy", CultureInfo.CurrentCulture)}: {Said(at)}\"><circle cx=\"{N(X(i, points.Count))}\" cy=\"{N(Y(at, most))}\" r=\"12\" fill=\"transparent\"/><circle cx=\"{N(X(i, points.Count))}\" cy=\"{N(Y(at, most))}\" r=\"4\" fill=\"var(--fc-sheet)\" stroke=\"var(--fc-d1)\" stroke-width=\"2\"/></a>");
        }
        svg.Add($"</svg>");
        return svg.Done();

        string Said(double value) => percent ? MeasureWords.Percent(value) : value.ToString("0.##", CultureInfo.CurrentCulture);
    }

    /// <summary>A few bars as small as a word, for a trend in a table; its figures stand in its name.</summary>
    public static Html Small(IReadOnlyList<int> values, string name)
    {
        var most = Math.Max(values.Max(), 1);
        var width = values.Count * 6;
        return Html.Of($"<svg class=\"fc-spark\" width=\"{width}\" height=\"20\" viewBox=\"0 0 {width} 20\" role=\"img\" aria-label=\"{name}: {string.Join(", ", values)}\">{values.Index().Where(v => v.Item > 0).Select(v => Html.Of($"<rect x=\"{v.Index * 6}\" y=\"{N(20 - 18.0 * v.Item / most)}\" width=\"4\" height=\"{N(18.0 * v.Item / most)}\" rx=\"1\" fill=\"var(--fc-d1)\"/>"))}</svg>");
    }

    private static double X(int i, int count) => Left + 6 + (count < 2 ? 0 : (Right - Left - 12.0) * i / (count - 1));

    private static double Y(double value, double most) => Bottom - (Bottom - Top) * value / most;

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static double Nice(double most)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 0.0001))));
        return new[] { 1, 2, 4, 5, 8, 10 }.Select(n => n * unit).First(n => n >= most);
    }
}
