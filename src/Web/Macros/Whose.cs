using System.Globalization;
using FirstContact.People;
using Microsoft.Extensions.Localization;

namespace FirstContact.Macros;

/// <summary>For whom something is kept, as forms and lists say it.</summary>
internal static class Whose
{
    /// <summary>What the caller may choose: coordinators all and every team, team leads their teams. What it is now stays to be chosen.</summary>
    public static IEnumerable<(string, string)> Options(Caller caller, IReadOnlyList<TeamRow> teams, Named<TeamId>? now, IStringLocalizer words)
    {
        var all = caller.May(MacroPermissions.ForAll);
        IEnumerable<(string, string)> of = teams.Where(t => t.Active && (all || t.Members.Contains(caller.Person))).Select(t => (Value(t.Named)!, words["the team {0}", t.Name].Value));
        if (now is { } kept && teams.FirstOrDefault(t => t.Id == kept.Id) is { Active: false }) of = of.Append((Value(kept)!, words["{0}, retired", kept.Name].Value));
        return all ? of.Prepend(("", words["all who work here"].Value)) : of;
    }

    /// <summary>As a form sends it.</summary>
    public static string? Value(Named<TeamId>? team) => team?.Id.Value.ToString(CultureInfo.InvariantCulture);

    public static string Whom(this IStringLocalizer words, Named<TeamId>? team) => team is { } one ? one.Name : words["all"];
}
