using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>The parties and terms with which agreements are tried.</summary>
internal static class Sample
{
    public static readonly Named<PersonId> Owen = new(new(5), "Owen Pryce"), Ruth = new(new(6), "Ruth Adeyemi"), Someone = new(new(9), "Aiko Tanaka");
    public static readonly Named<CalendarId> Office = new(new(3), "Office hours"), Shifts = new(new(4), "Shifts");
    public static readonly Named<TeamId> FirstContact = new(TeamId.FirstContact, "First Contact"), Network = new(new(2), "Network");

    public static readonly Parties Teams = new("First Contact and Network", Party.Of(Network), Party.Of(FirstContact), [Owen], [Ruth]);
    public static readonly Parties Everyone = new("All services", Party.Desk, Party.Everyone, [Ruth], [Owen]);

    public static readonly TargetClause Accept = new(1, Measure.Acceptance, [], Duration.FromHours(1), 90, Period.Month, Office);
    public static readonly TargetClause Resolve = new(2, Measure.Resolution, [], Duration.FromHours(8), 80, Period.Month, Office);
    public static readonly Terms Terms = new() { Targets = [Accept, Resolve], ProviderDuties = "Somebody looks at the queue every half hour." };

    public static readonly LocalDate Today = new(2026, 11, 22), Next = new(2026, 12, 1);

    public static Instant StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}
