using Microsoft.Extensions.Localization;

namespace FirstContact.Switching;

/// <summary>What of days with other teams needs somebody, on the page of all that needs him.</summary>
internal sealed class SwitchingNotices(IStringLocalizer words, Times times) : INotices
{
    public async Task<IReadOnlyList<Notice>> Of(Desk desk, Caller caller) =>
        !caller.May(SwitchingPermissions.TakePart) || !(await desk.Ask(new ListDayNeeds(), caller)).Is(out var needs, out _) ? [] : [.. needs.Select(Notice)];

    private Notice Notice(DayNeed need)
    {
        var (at, title) = (DayPages.At(need.Day.Key), words["{0} with {1}", words.On(need.Day.Details, times), need.Day.Details.Team.Name]);
        return need.Kind switch
        {
            DayNeedKind.News => new(at, title, SwitchingWords.Icon(need.Telling!.What), words.Told(need.Telling, need.About)) { SeenAt = $"{at}/seen" },
            DayNeedKind.WriteDown => new($"{at}/record", title, "pencil", words["What was seen there? Two sentences are enough, or cancel it if it did not take place."]),
            _ => new($"{at}#follows", need.FollowUp!.Text, "calendar-due", words["Follows from {0}; due {1}", title.Value, times.On(need.FollowUp.Due)]) { Late = need.FollowUp.Due < times.ToDay },
        };
    }
}
