using Microsoft.Extensions.Localization;

namespace FirstContact.Measures;

/// <summary>How figures are said.</summary>
public static class MeasureWords
{
    public const string None = "–";

    public static string Percent(double? share) => share is { } some ? some.ToString(some is > 0 and < 0.1 ? "0.0%" : "0%", System.Globalization.CultureInfo.CurrentCulture).Replace(" ", "", StringComparison.Ordinal) : None;

    public static string Number(double? number) => number is { } some ? some.ToString("0.00", System.Globalization.CultureInfo.CurrentCulture) : None;

    public static string Count(int number) => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>'38 min', '1 h 50', '3 days'.</summary>
    public static string Hours(this Times times, double? hours) => hours is { } some ? times.Span(Duration.FromMinutes(Math.Round(some * 60))) : None;

    public static string Of(this IStringLocalizer words, WaitKind kind) => kind switch
    {
        WaitKind.Customer => words["the customer"],
        WaitKind.Supplier => words["a supplier"],
        WaitKind.Change => words["a change"],
        WaitKind.Problem => words["a problem"],
        WaitKind.Acceptance => words["another team to accept"],
        WaitKind.Queue => words["somebody to begin"],
        _ => words["something else"],
    };

    public static string Title(this IStringLocalizer words, FaultKind kind) => words[FaultWords.Of(kind).Title];

    /// <summary>A small link beside a figure to what it means.</summary>
    public static Html Why(IStringLocalizer words, string measure) =>
        Html.Of($"<a class=\"fc-3ink\" href=\"/teamwork/definitions#{measure}\" title=\"{words["What this means"].Value}\">{Icon.Of("help-circle")}<span class=\"fc-vh\">{words["What this means"].Value}</span></a>");
}
