using FirstContact.People;

namespace FirstContact.Measures;

/// <summary>What customers ask, by department: where training would spare them asking.</summary>
/// <param name="From">The first day of the time looked at; the time before is as long.</param>
/// <param name="Needs">Of a department and a subject, what was asked most often again, the most first.</param>
/// <param name="CountedUntil">Until when the journal is counted in; null when all of it is.</param>
public sealed record TrainingNeeds(int Months, LocalDate From, AskedCounts All, IReadOnlyList<Department> Departments, IReadOnlyList<TrainingNeed> Needs, Instant? CountedUntil);

/// <param name="Id">Nought for those who belong to no department.</param>
/// <param name="People">Who belongs to it now and is active; null when that is not known.</param>
/// <param name="Abouts">The most often asked first.</param>
public sealed record Department(UnitId Id, string Name, string Segment, int? People, AskedCounts Counts, IReadOnlyList<AskedSubject> Abouts)
{
    public double? PerPerson => People is > 0 and var people ? (double)Counts.Tickets / people : null;
}

/// <param name="Name">Of the category or the service; blank for neither.</param>
public sealed record AskedSubject(AskedAbout About, string Name, AskedCounts Counts);

public sealed record TrainingNeed(UnitId Unit, string Department, AskedSubject Subject);

/// <param name="Askers">Null where they are so few that none is looked at by himself.</param>
public sealed record DepartmentHistory(int Months, LocalDate From, Department Department, IReadOnlyList<Asker>? Askers, Instant? CountedUntil)
{
    public const int FewestAskers = 3;
}

/// <param name="Most">What this person asked about most.</param>
public sealed record Asker(PersonId Id, string Name, AskedCounts Counts, AskedSubject Most);

/// <summary>Who asks most, who describes best, or who helps himself most comes first.</summary>
public enum AskedOrder { Asked, Described, Solved }

internal static class AskedOrders
{
    public static IEnumerable<T> In<T>(this IEnumerable<T> all, AskedOrder order, Func<T, AskedCounts> counts, Func<T, string> name) => (order switch
    {
        AskedOrder.Described => all.OrderByDescending(a => counts(a).DescribedShare ?? -1).ThenByDescending(a => counts(a).Tried),
        AskedOrder.Solved => all.OrderByDescending(a => counts(a).Solved),
        _ => all.OrderByDescending(a => counts(a).Tickets),
    }).ThenByDescending(a => counts(a).Tickets).ThenBy(name, StringComparer.OrdinalIgnoreCase);
}
