using FirstContact.People;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tools;

/// <summary>Words of tools, as pages and programs say them.</summary>
internal static class ToolWords
{
    /// <summary>camelCase, as the API says it.</summary>
    public static string Code<T>(T word) where T : struct, Enum => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];

    /// <summary>Who may use it, in one line.</summary>
    public static string Users(this IStringLocalizer words, ToolDetails details) =>
        details.IsForAll ? words["everybody at the desk"] : string.Join(", ", [.. details.Teams.Select(t => t.Name), .. details.Roles.Select(r => words[r.Word()].Value)]);

    /// <summary>'since 3 March 2025, 412 days'.</summary>
    public static string Since(this IStringLocalizer words, LocalDate since, Times times) => Period.DaysBetween(since, times.ToDay) switch
    {
        <= 0 => words["since today"],
        1 => words["since {0}, 1 day", times.On(since)],
        var days => words["since {0}, {1} days", times.On(since), days],
    };
}
