using Microsoft.Extensions.Localization;

namespace FirstContact.Switching;

/// <summary>Words of days with other teams, as pages say them.</summary>
internal static class SwitchingWords
{
    /// <summary>'Thursday 3 December, morning'.</summary>
    public static string On(this IStringLocalizer words, DayDetails day, Times times)
    {
        var date = times.Planned(day.Date);
        return day.Part switch { DayPart.Morning => words["{0}, morning", date], DayPart.Afternoon => words["{0}, afternoon", date], _ => date };
    }

    public static string Word(this IStringLocalizer words, DayPart part) => words[part switch { DayPart.Morning => "the morning", DayPart.Afternoon => "the afternoon", _ => "the whole day" }];

    public static string Free(this IStringLocalizer words, SwitchDay day) => day.Free switch
    {
        <= 0 => words["full"],
        1 => words["1 place free of {0}", day.Details.Places],
        var free => words["{0} places free of {1}", free, day.Details.Places],
    };

    /// <summary>What one is told, as a sentence.</summary>
    public static string Told(this IStringLocalizer words, Telling telling, string about) => telling.What switch
    {
        News.Hosting => words["{0} has offered it with you as the host.", about],
        News.Changed => words["{0} has changed it. Look whether it still suits you.", about],
        News.Cancelled => words["{0} has cancelled it: {1}", about, telling.Word!],
        News.Booked => telling.Word is { } wish ? words["{0} comes, and would like to see: {1}", about, wish] : words["{0} comes.", about],
        News.BookedForYou => words["{0} has booked it for you.", about],
        News.Withdrawn => words["{0} does not come after all.", about],
        News.WithdrawnForYou => words["{0} has given your place back.", about],
        News.Declined => words["{0} has declined your booking: {1}", about, telling.Word!],
        _ => words["{0} has written down what was seen.", about],
    };

    public static string Icon(News what) => what switch
    {
        News.Cancelled or News.Declined => "circle-x", News.Changed => "refresh-alert", News.Withdrawn or News.WithdrawnForYou => "arrow-back-up", News.WrittenDown => "eye", News.Hosting => "calendar-event", _ => "user-plus",
    };

    public static string Code<T>(T word) where T : struct, Enum => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];
}
