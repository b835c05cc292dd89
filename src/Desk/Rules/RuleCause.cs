using System.Globalization;

namespace FirstContact.Rules;

/// <summary>How the journal says that a rule has caused an entry: <c>rule/12/77</c>, the rule and its run.</summary>
internal static class RuleCause
{
    private const string Begins = "rule/";

    public static string Of(RuleId rule, long run) => string.Create(CultureInfo.InvariantCulture, $"{Begins}{rule.Value}/{run}");

    public static bool TryParse(string cause, out long run)
    {
        run = 0;
        return cause.StartsWith(Begins, StringComparison.Ordinal) && cause.Split('/') is [_, _, var last] && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out run);
    }
}
