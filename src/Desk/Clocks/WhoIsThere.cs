using FirstContact.Agreements;
using FirstContact.Assignment;
using FirstContact.Calendars;
using FirstContact.People;

namespace FirstContact.Clocks;

/// <summary>Whether enough people of who provides were there while it was open, signed or only proposed.</summary>
internal sealed class WhoIsThere(OpenHours hours, IReadOnlyList<IReadOnlyList<Interval>> people, int atLeast)
{
    public OpenHours Hours => hours;

    /// <param name="from">Nothing is asked of what was before.</param>
    public static async Task<WhoIsThere> Of(Reader read, TargetClause clause, Party provider, Instant from, Instant now)
    {
        var teams = (await read.Teams()).Where(t => provider.Kind == PartyKind.Team ? t.Id.Value == provider.Id : t.Active && t.FirstContact).ToList();
        var hours = (await read.Hours()).Of(new(clause.Hours.Id, teams.Select(t => t.Zone).FirstOrDefault(z => z is not null)));
        return new(hours, await Attendances.Of(read, [.. teams.Select(t => t.Id)], from, now), clause.AtLeast);
    }

    /// <summary>How long it was open between two moments, and how long of that enough were there.</summary>
    public (int Open, int Enough) Minutes(Instant from, Instant to)
    {
        if (from >= to) return (0, 0);
        var openings = hours.Openings(from).TakeWhile(o => o.Start < to).Select(o => new Interval(o.Start, Instant.Min(o.End, to))).ToList();
        return (In(openings.Aggregate(Duration.Zero, (sum, o) => sum + o.Duration)), In(Attendance.Enough(openings, people, atLeast)));

        static int In(Duration some) => (int)some.TotalMinutes;
    }
}
