using Microsoft.Extensions.Localization;

namespace FirstContact.Switching;

/// <summary>What of days with other teams needs somebody, on the page of all that needs him.</summary>
internal static class SwitchingNeeds
{
    public static async Task<IReadOnlyList<OtherNeed>> Of(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        !caller.May(SwitchingPermissions.TakePart) || !(await desk.Ask(new ListDayNeeds(), caller)).Is(out var needs, out _) ? [] : [.. needs.Select(n => Of(n, times, words))];

    private static OtherNeed Of(DayNeed need, Times times, IStringLocalizer words)
    {
        var (at, title) = (DayPages.At(need.Day.Key), words["{0} with {1}", words.On(need.Day.Details, times), need.Day.Details.Team.Name]);
        return need.Kind switch
        {
            DayNeedKind.News => One(at, title, SwitchingWords.Icon(need.Telling!.What), words.Told(need.Telling, need.About)) with { SeenAt = $"{at}/seen" },
            DayNeedKind.WriteDown => One($"{at}/record", title, "pencil", words["What was seen there? Two sentences are enough, or cancel it if it did not take place."]),
            _ => One($"{at}#follows", need.FollowUp!.Text, "calendar-due", words["Follows from {0}; due {1}", title.Value, times.On(need.FollowUp.Due)]) with { Late = need.FollowUp.Due < times.ToDay },
        };

        OtherNeed One(string address, string called, string icon, string why) => new(words["Beside tickets"], words["between you and other teams"], address, called, "", icon, why);
    }
}
