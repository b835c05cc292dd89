using System.Globalization;
using System.Text.RegularExpressions;

namespace FirstContact.Tickets;

/// <summary>What the work took, as people write it down: so long, on that day, by whom. It may be written down when all is over.</summary>
public sealed partial record Ticket
{
    public const int MostTimeEntries = 500, MostMinutes = 24 * 60, LongestTimeWords = 300;

    // Whoever forgot does not remember for longer.
    private const int DaysBack = 366;

    public Seq<TimeEntry> Time { get; init; } = [];

    public int Minutes => Time.Sum(e => e.Details.Minutes);

    public Decision SpendTime(By by, TimeDetails spent) =>
        Error.Of([.. Wrong(by, spent), Time.Count >= MostTimeEntries ? TimeErrors.TooMany : null]) is { } no ? no : new TimeSpent(Version + 1, spent.Trimmed);

    public Decision CorrectTime(By by, int entry, TimeDetails to)
    {
        if (Time.FirstOrDefault(e => e.No == entry) is not { } there) return TimeErrors.NotFound;
        if (Error.Of(Wrong(by, to)) is { } no) return no;
        return to.Trimmed == there.Details ? Decision.Nothing : new TimeCorrected(entry, there.Details, to.Trimmed);
    }

    public Decision RemoveTime(int entry) =>
        Time.FirstOrDefault(e => e.No == entry) is { } there ? new TimeRemoved(entry, there.Details) : TimeErrors.NotFound;

    // Somewhere it is tomorrow already.
    private static IEnumerable<Error?> Wrong(By by, TimeDetails spent)
    {
        var today = by.At.InUtc().Date;
        yield return spent.Minutes is < 1 or > MostMinutes ? TimeErrors.MinutesInvalid : null;
        yield return spent.Day > today.PlusDays(1) || spent.Day < today.PlusDays(-DaysBack) ? TimeErrors.DayInvalid : null;
        yield return spent.Words.IsLongerThan(LongestTimeWords) ? TimeErrors.WordsTooLong : null;
    }

    private Ticket? Timed(Event happened, By by) => happened switch
    {
        TimeSpent e => this with { Time = Time.Add(new(e.No, e.Spent, by.Person)) },
        TimeCorrected e => this with { Time = [.. Time.Select(t => t.No == e.No ? t with { Details = e.To } : t)] },
        TimeRemoved e => this with { Time = [.. Time.Where(t => t.No != e.No)] },
        _ => null,
    };
}

/// <param name="Who">Whose time it was.</param>
/// <param name="Words">On what; null when the ticket says it.</param>
public sealed partial record TimeDetails(int Minutes, LocalDate Day, Named<PersonId> Who, string? Words)
{
    internal TimeDetails Trimmed => this with { Words = Words.IsBlank ? null : Words!.Trim() };

    /// <summary>'90', '1:30', '1h30', '1 h 30 min', '1.5 h', '45 min'; null when it is none of these.</summary>
    public static int? ReadMinutes(string? text)
    {
        if (Typed().Match(text ?? "") is not { Success: true } typed) return null;
        var (hours, minutes) = (Number(typed.Groups["h"]), Number(typed.Groups["m"]));
        // What follows full hours is less than one of them, or it is no time of day.
        if (hours > 999 || minutes > 99_999 || (typed.Groups["h"].Success && minutes >= 60)) return null;
        return (int)Math.Round(hours * 60 + minutes, MidpointRounding.AwayFromZero);

        static decimal Number(Group group) => group.Success ? decimal.Parse(group.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^\s*(?:(?<h>\d{1,9}):(?<m>\d{2})|(?<h>\d{1,9}(?:[.,]\d{1,4})?)\s*h(?:ours?|rs?)?(?:\s*(?<m>\d{1,9})\s*(?:m(?:in(?:utes?)?)?)?)?|(?<m>\d{1,9})\s*(?:m(?:in(?:utes?)?)?)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}

public sealed record TimeEntry(int No, TimeDetails Details, PersonId EnteredBy);

public sealed record TimeSpent(int No, TimeDetails Spent) : Event;

public sealed record TimeCorrected(int No, TimeDetails From, TimeDetails To) : Event;

public sealed record TimeRemoved(int No, TimeDetails Spent) : Event;

public static class TimeErrors
{
    public static readonly Error NotFound = new(ErrorKind.Missing, "time.not-found", "This time is not written down.");
    public static readonly Error MinutesInvalid = new(ErrorKind.Invalid, "time.minutes-invalid", "Give a time from a minute to a day: 45, or 1:30, or 1.5 h.", "minutes");
    public static readonly Error DayInvalid = new(ErrorKind.Invalid, "time.day-invalid", "Give a day of the last year, today at the latest.", "day");
    public static readonly Error WordsTooLong = new(ErrorKind.Invalid, "time.words-too-long", $"Keep it within {Ticket.LongestTimeWords} characters.", "words");
    public static readonly Error TooMany = new(ErrorKind.Invalid, "time.too-many", $"There are {Ticket.MostTimeEntries} entries already. Correct one of them.", "minutes");
    public static readonly Error DayUnclear = new(ErrorKind.Invalid, "time.day-unclear", "Give a day like 2026-11-22.", "from");
    public static readonly Error RangeInvalid = new(ErrorKind.Invalid, "time.range-invalid", "The first day comes before the last.", "to");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "time.cursor-invalid", "This does not come from a page of this list.", "after");
}
