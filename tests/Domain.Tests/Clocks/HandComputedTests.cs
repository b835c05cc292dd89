using System.Globalization;
using System.Text.RegularExpressions;
using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>The table in docs/guide/clocks.md, row by row.</summary>
public sealed partial class HandComputedTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDate Monday = new(2026, 11, 23);
    private static readonly OpenHours Hours = new(CalendarDetails.Usual with { Days = [new(Monday.PlusDays(2), "Closed", [])] }, Berlin);
    private static readonly Named<CalendarId> Office = new(new(1), "Office");
    private static readonly Named<TeamId> FirstContact = new(TeamId.FirstContact, "First Contact"), Network = new(new(2), "Network");
    private static readonly Named<SupplierId> Harbour = new(new(3), "Harbour Telecom");
    private static readonly PersonId Agent = new(1), Customer = new(2);

    public static TheoryData<string, string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string, string>();
            foreach (var line in File.ReadLines(GuideFile()).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2))
                if (line.Trim('|').Split('|', StringSplitOptions.TrimEntries) is [var promise, var happens, var looked, var worked, var due, var stands]) rows.Add(promise, happens, looked, worked, due, stands);
            return rows;
        }
    }

    private static string GuideFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FirstContact.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "guide", "clocks.md");
    }

    [Fact]
    public void The_table_has_its_rows() => Assert.True(Rows.Count >= 32);

    [Theory, MemberData(nameof(Rows))]
    public void As_it_was_worked_by_hand(string promise, string happens, string looked, string worked, string due, string stands)
    {
        var (agreements, kind, measure) = Promised(promise);
        var now = At(looked);
        var clocks = TicketClocks.Of(happens.Split(", ").SelectMany(History), agreements, (_, _) => [Party.Everyone], _ => null, now);
        var clock = clocks.Last(c => c.Key.Kind == kind && c.Key.Measure == measure);
        var reading = Clock.Read(clock.Turns, _ => Hours, now);
        Assert.Equal(worked, ClauseWords.Time(reading.Worked));
        Assert.Equal(due == "never" ? null : At(due), reading.Due);
        Assert.Equal(stands, clock.Outcome(reading) switch { ClockOutcome.Missed => "late", ClockOutcome.Kept => "kept", ClockOutcome.Void => "void", _ => reading.State == ClockState.Paused ? "pauses" : "runs" });
    }

    [Fact]
    public void Customers_are_served_by_their_own_day_and_a_team_works_by_its()
    {
        var (pune, network) = (new Party(PartyKind.Unit, 7, "Pune"), Party.Of(Network));
        var history = "Mon 09:00 opened, Mon 10:00 handed over, Mon 11:00 accepted".Split(", ").SelectMany(History).ToList();
        string? Zone(Party p) => p == pune ? "Asia/Kolkata" : p.Is(network) ? "America/New_York" : null;
        string? Of(string promise) => TicketClocks.Of(history, Promised(promise).Item1, (_, _) => [pune, Party.Everyone], Zone, At("Mon 12:00")).Single().Turns[^1].Hours.Zone;
        Assert.Equal("Asia/Kolkata", Of("resolution 4 h"));
        Assert.Equal("America/New_York", Of("acceptance 1 h"));
        Assert.Equal("America/New_York", Of("taken on 4 h"));
        Assert.Null(TicketClocks.Of(history, Promised("resolution 4 h").Item1, (_, _) => [Party.Everyone], Zone, At("Mon 12:00")).Single().Turns[^1].Hours.Zone);
    }

    // 'resolution 8 h, P2 4 h', 'resolution 4 h, from Tue for open tickets 8 h'
    private static (AgreementsInForce, AgreementKind, Measure) Promised(string promise)
    {
        var (name, measure, kind) = Array.Find<(string Name, Measure, AgreementKind)>(
        [
            ("first response", Measure.FirstResponse, AgreementKind.Service), ("next response", Measure.NextResponse, AgreementKind.Service), ("news", Measure.UpdateRhythm, AgreementKind.Service),
            ("acceptance", Measure.Acceptance, AgreementKind.Operational), ("taken on", Measure.Resolution, AgreementKind.Operational), ("supplier", Measure.Resolution, AgreementKind.Underpinning), ("resolution", Measure.Resolution, AgreementKind.Service),
        ], m => promise.StartsWith(m.Name, StringComparison.Ordinal));
        var (targets, versions) = (new List<TargetClause>(), new List<InForce>());
        var long_ago = Monday.PlusDays(-100).AtStartOfDayInZone(Berlin).ToInstant();
        foreach (var part in promise[name.Length..].Split(", "))
        {
            var (hours, p, from) = (Duration.FromHours(int.Parse(Regex.Match(part, @"(\d+) h").Groups[1].Value, CultureInfo.InvariantCulture)), Regex.Match(part, @"^P(\d) "), Regex.Match(part, @"^from (\w+)"));
            if (from.Success)
            {
                var at = At($"{from.Groups[1].Value} 00:00");
                versions.Add(Of(long_ago, at, false));
                targets.Clear();
                targets.Add(new(1, measure, [], hours, 90, Agreements.Period.Month, Office));
                versions.Add(Of(at, null, part.Contains("open tickets", StringComparison.Ordinal)));
            }
            else targets.Add(new(targets.Count + 1, measure, p.Success ? [p.Groups[1].Value[0] - '0'] : [], hours, 90, Agreements.Period.Month, Office));
        }
        if (versions.Count == 0) versions.Add(Of(long_ago, null, false));
        return (new(versions), kind, measure);

        InForce Of(Instant from, Instant? until, bool forOpen) => new(new(1), versions.Count + 1, "All", kind,
            kind switch { AgreementKind.Service => Party.Desk, AgreementKind.Operational => Party.Of(Network), _ => Party.Of(Harbour) }, kind == AgreementKind.Underpinning ? Party.Desk : Party.Everyone,
            new() { Targets = [.. targets] }, from, until, forOpen, [], []);
    }

    private static IEnumerable<(Event, By)> History(string step)
    {
        var parts = step.Split(' ', 3);
        var (at, what) = (At($"{parts[0]} {parts[1]}"), parts[2]);
        (Event, By) Do(Event e, PersonId? by = null) => (e, new By(by ?? Agent, at));
        return what switch
        {
            "opened" => [Do(new TicketOpened(TicketKind.Incident, Channel.Phone, "It is broken", "", new(Customer, "Helen"), null, Level.Medium, Level.Medium, new(3), new(null, null, null), FirstContact))],
            "greeted" => [Do(new CustomerGreeted(null))],
            "replied" => [Do(new MessagePosted(1, MessageKind.Reply, Visibility.Public, "x"))],
            "the customer writes" => [Do(new MessagePosted(1, MessageKind.Reply, Visibility.Public, "x") { CustomersSide = true }, Customer)],
            "waits for the customer" => [Do(new TicketWaiting(WaitFor.Customer, "x", true, null))],
            "waits for the customer untold" => [Do(new TicketWaiting(WaitFor.Customer, "x", false, null))],
            "waits for a change" => [Do(new TicketWaiting(WaitFor.Change, "x", true, null))],
            "waits for the supplier" => [Do(new TicketWaiting(WaitFor.Supplier, "x", true, null) { Supplier = Harbour })],
            "goes on" => [Do(new TicketResumed(ResumedBy.Hand, Duration.Zero))],
            "P2" => [Do(new PriorityOverridden(new(3), new(2), "x"))],
            "P3" => [Do(new PriorityOverridden(new(2), new(3), "x"))],
            "resolved" => [Do(new TicketResolved("x", null, Duration.Zero))],
            "reopened" => [Do(new TicketReopened(TicketStatus.Resolved, "x"))],
            "cancelled" => [Do(new TicketCancelled("x"))],
            "handed over" => [Do(new TicketHandedOver(1, FirstContact, Network, new(Agent, "Ada"), new(null, null, "x")))],
            "accepted" => [Do(new HandoverAccepted(1, FirstContact, Network, null, Duration.Zero))],
            "returned" => [Do(new HandoverReturned(1, FirstContact, Network, "x", null, Duration.Zero))],
            _ => throw new NotSupportedException(what),
        };
    }

    // 'Tue 08:30', 'Mon+1 11:00'
    private static Instant At(string text)
    {
        var m = Moment().Match(text);
        Assert.True(m.Success, text);
        var day = Monday.PlusDays(Array.IndexOf(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], m.Groups[1].Value) + (m.Groups[2].Success ? 7 : 0));
        return day.At(new LocalTime(int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[4].Value, CultureInfo.InvariantCulture))).InZoneStrictly(Berlin).ToInstant();
    }

    [GeneratedRegex(@"^(\w{3})(\+1)? (\d\d):(\d\d)$")]
    private static partial Regex Moment();
}
