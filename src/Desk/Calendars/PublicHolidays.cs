using System.Globalization;

namespace FirstContact.Calendars;

/// <summary>A country, or a region of one, of which public holidays are known.</summary>
/// <param name="Code">Like DE, or DE-BY for a region.</param>
public sealed record HolidayPlace(string Code, string Name)
{
    public bool IsRegion => Code.Contains('-', StringComparison.Ordinal);

    public string Country => Code.Split('-')[0];
}

/// <summary>The public holidays of the world for some years: read from the file in the executable when first asked for (Holidays/NOTICE.md).</summary>
public static class PublicHolidays
{
    public const int FirstYear = 2025, LastYear = 2036;

    private static readonly Lazy<(IReadOnlyList<HolidayPlace> Places, IReadOnlyDictionary<string, List<string>> Lines)> File = new(Read);

    /// <summary>Countries by name, each with its regions behind it.</summary>
    public static IReadOnlyList<HolidayPlace> Places => File.Value.Places;

    public static IEnumerable<HolidayPlace> Countries => Places.Where(p => !p.IsRegion);

    public static IEnumerable<HolidayPlace> RegionsOf(string? country) => Places.Where(p => p.IsRegion && p.Country == country);

    public static HolidayPlace? Place(string? code) => Places.FirstOrDefault(p => string.Equals(p.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Its holidays within these years, by date; two on one day are one day with both names.</summary>
    public static IReadOnlyList<SpecialDay> Of(HolidayPlace place, int from, int to)
    {
        var lines = place.IsRegion ? Regional(place) : File.Value.Lines[place.Code];
        return
        [
            .. from line in lines from day in Days(line) where day.Date.Year >= @from && day.Date.Year <= to
               group day.Name by day.Date into named orderby named.Key
               select new SpecialDay(named.Key, Cut(string.Join(" / ", named.Distinct())), DayHours.Closed),
        ];
    }

    /// <summary>Those of the country, but for what the region leaves out, and what it has besides.</summary>
    private static IEnumerable<string> Regional(HolidayPlace place)
    {
        var own = File.Value.Lines[place.Code];
        var without = own.Where(l => l[0] == '-').Select(l => l[1..]).ToHashSet();
        return [.. File.Value.Lines[place.Country].Where(l => !without.Contains(l)), .. own.Where(l => l[0] == '+').Select(l => l[1..])];
    }

    /// <summary>'=1225 Christmas Day' is on that day of each year; '260403 270326 Good Friday' on these.</summary>
    private static IEnumerable<(LocalDate Date, string Name)> Days(string line)
    {
        if (line[0] == '=') return Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => (new LocalDate(year, Two(line, 1), Two(line, 3)), line[6..]));
        var dates = line.Split(' ').TakeWhile(w => w.Length == 6 && w.All(char.IsAsciiDigit)).ToList();
        var name = line[(dates.Count * 7)..];
        return dates.Select(d => (new LocalDate(2000 + Two(d, 0), Two(d, 2), Two(d, 4)), name));
    }

    private static int Two(string digits, int at) => int.Parse(digits.AsSpan(at, 2), CultureInfo.InvariantCulture);

    private static string Cut(string name) => name.IsLongerThan(SpecialDay.LongestName) ? name[..SpecialDay.LongestName] : name;

    private static (IReadOnlyList<HolidayPlace>, IReadOnlyDictionary<string, List<string>>) Read()
    {
        using var file = new StreamReader(typeof(PublicHolidays).Assembly.GetManifestResourceStream("holidays.txt")!);
        var (places, lines) = (new List<HolidayPlace>(), new Dictionary<string, List<string>>());
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!char.IsAsciiLetterUpper(line[0])) { lines[places[^1].Code].Add(line); continue; }
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            places.Add(new(line[..space], line[(space + 1)..]));
            lines[places[^1].Code] = [];
        }
        return (places, lines);
    }
}
