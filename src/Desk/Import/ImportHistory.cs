using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>
/// Takes in the past of another desk from its event log: tickets with the teams they went through, who worked on them, and what they waited
/// for; so the measures of a desk that moves here begin with its past. All of it or nothing; a case that was taken in before is passed over.
/// </summary>
public sealed record ImportHistory(HistoryLog Log, HistoryMapping Mapping, bool DryRun = false) : ICommand<HistoryReport>
{
    private const string Kind = "history";
    private const int Told = 500, LongestName = 80;

    /// <summary>Hears how many cases of how many have been read.</summary>
    public Action<int, int>? Progress { get; init; }

    public Permission Needs => TicketPermissions.Import;

    public async Task<Result<HistoryReport>> Do(Work work)
    {
        var zone = Mapping.TimeZone.IsBlank ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(Mapping.TimeZone!);
        if (zone is null) return ImportErrors.ZoneUnknown(Mapping.TimeZone!);
        var (errors, wrong) = (new List<LineError>(), 0);
        var lines = Log.Events.Select(e => Read(e, zone, work.By.At, Wrong)).OfType<Line>().ToList();
        var cases = lines.GroupBy(l => l.Event.Case!, StringComparer.OrdinalIgnoreCase).ToList();
        var known = await Imported.Here(work.Read, Kind, cases.Select(c => Key(c.Key)));
        var fresh = cases.Where(c => !known.Contains(Key(c.Key))).ToList();

        var write = wrong == 0 && !DryRun && fresh.Count > 0;
        var here = await HistorySurroundings.Load(work, fresh.SelectMany(c => c).Select(l => l.Event), Mapping, pretend: !write);
        var made = new List<(string Key, Past<Ticket> Made)>();
        foreach (var (i, one) in fresh.Index())
        {
            var past = Story(one.Key, [.. one.OrderBy(l => l.At)], here);
            if (past.Error is { } no) Wrong(one.First().Event.Line, no);
            made.Add((Key(one.Key), past));
            if ((i + 1) % Told == 0 || i + 1 == fresh.Count) Progress?.Invoke(i + 1, fresh.Count);
        }

        write &= wrong == 0;
        if (write)
        {
            var ids = await work.Read.Database.NextIds(work.Read, Ticket.Subject, made.Count);
            await here.Create(work);
            work.Tickets.CreateMany([.. made.Zip(ids, (m, id) => m.Made with { State = m.Made.State with { Id = new(id) } })]);
            work.Write(Imported.Rows(Kind, made.Zip(ids, (m, id) => (m.Key, id))));
        }
        return new HistoryReport(
            Log.Events.Count, cases.Count, made.Count, cases.Count - fresh.Count, made.Sum(m => m.Made.Events.Count(e => e.Happened is HandoverAccepted or TicketMoved)), wrong, [.. errors], [.. here.Creates],
            lines.Count == 0 ? null : lines.Min(l => l.At), lines.Count == 0 ? null : lines.Max(l => l.At), write);

        void Wrong(int line, Error error)
        {
            foreach (var one in error.All)
                if (wrong++ < ImportReport.MostKept) errors.Add(new(line, one.Field is { } field ? Called(field) : null, one.Code, one.Message));
        }
    }

    // What it did once is passed over the second time.
    public Task<Result<HistoryReport>> Again(Work work, long subject) => Do(work);

    public long Subject(HistoryReport answer) => 0;

    public override string ToString() => $"ImportHistory {Log.Hash} {Mapping} {DryRun}";

    /// <summary>How the file calls a field.</summary>
    private string Called(string field) => Log.Columns.FirstOrDefault(c => c.Value == field).Key ?? field;

    private static string Key(string name) => $"n:{name.ToLowerInvariant()}";

    private Line? Read(HistoryEvent e, DateTimeZone zone, Instant now, Action<int, Error> wrong)
    {
        var at = e.Time is null ? null : ImportWords.Time(e.Time, zone);
        var state = HistoryWords.State(e.Activity, e.Step, Mapping.Statuses);
        var no = Error.Of(
            e.Case is null ? HistoryErrors.CaseMissing : null,
            at is null ? HistoryErrors.TimeUnclear : at > now ? HistoryErrors.TimeToCome : null,
            state is null ? HistoryErrors.StatusUnknown(string.Join('/', new[] { e.Activity, e.Step }.OfType<string>())) : null,
            new[] { e.Team, e.Person, e.Service }.Any(n => n.IsLongerThan(LongestName)) ? HistoryErrors.NameTooLong : null);
        if (no is null) return new(e, at!.Value, state!.Value);
        wrong(e.Line, no);
        return null;
    }

    private static Past<Ticket> Story(string name, IReadOnlyList<Line> lines, HistorySurroundings here)
    {
        Named<TeamId>? team = null;
        var steps = new List<HistoryStep>();
        foreach (var (e, at, state) in lines)
        {
            // A line without a team is about the one that has it.
            team = e.Team is { } named ? here.Team(named) : team ?? here.Unnamed;
            steps.Add(new(at, state, string.Join(", ", new[] { e.Activity, e.Step }.OfType<string>().DefaultIfEmpty("?")), team.Value, e.Person is { } who ? here.Person(who) : null));
        }
        var impact = lines.Select(l => l.Event.Impact).OfType<string>().Select(ImportWords.Level).OfType<Level>().FirstOrDefault(Level.Medium);
        var service = lines.Select(l => l.Event.Service).OfType<string>().FirstOrDefault();
        var title = lines.Select(l => l.Event.Title).OfType<string>().FirstOrDefault() ?? (service is null ? name : $"{service}, {name}");
        return HistoryCase.Told(steps, new(
            TicketKind.Incident, Channel.Api, title.Length > Ticket.LongestTitle ? title[..Ticket.LongestTitle] : title, $"{name}, from another desk.", here.Customer, null, impact, Level.Medium,
            here.Matrix.Of(impact, Level.Medium), new(null, service is null ? null : here.Service(service), null), steps[0].Team), here.Customer);
    }

    private sealed record Line(HistoryEvent Event, Instant At, HistoryState State);
}
