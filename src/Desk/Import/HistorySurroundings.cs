using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Import;

/// <summary>
/// The teams, people and services that a log names. Who is here by that name is meant; the others are made as they were then: in no list that
/// anybody chooses from, until somebody takes them up.
/// </summary>
internal sealed class HistorySurroundings
{
    private const string NoTeam = "Team not recorded";
    private readonly Dictionary<string, Named<TeamId>> _teams = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Named<PersonId>> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Named<ServiceId>> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Named<TeamId>> _newTeams = [];
    private readonly List<(Named<PersonId> Person, string Email)> _newPeople = [];
    private readonly List<Named<ServiceId>> _newServices = [];
    private Seq<TeamLabels> _labels = [];

    public PriorityMatrix Matrix { get; private init; } = PriorityMatrix.Usual;
    public Named<PersonId> Customer { get; private set; }
    public Named<TeamId> Unnamed => _teams[NoTeam];

    public IEnumerable<string> Creates =>
    [
        .. Counted(_newTeams.Count, "team"), .. Counted(_newPeople.Count, "person", "people"), .. Counted(_newServices.Count, "service"),
        .. Counted(_labels.Count(l => l.Labels.Contains(MeasureRules.FirstContactLabel)), "label 'first contact'", "labels 'first contact'"),
    ];

    public Named<TeamId> Team(string name) => _teams[name];

    public Named<PersonId> Person(string name) => _people[name];

    public Named<ServiceId> Service(string name) => _services[name];

    /// <param name="pretend">In a dry run no numbers are drawn.</param>
    public static async Task<HistorySurroundings> Load(Work work, IEnumerable<HistoryEvent> events, HistoryMapping mapping, bool pretend)
    {
        var read = work.Read;
        var here = new HistorySurroundings { Matrix = await read.PriorityMatrix() };
        var known = await KnownPeople.Load(read);
        var log = events.ToList();

        foreach (var team in await read.Teams()) here._teams[team.Name] = team.Named;
        foreach (var service in await read.Services()) here._services[service.Name] = new(service.Id, service.Name);
        string[] teams = [.. log.Select(e => e.Team ?? NoTeam).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !here._teams.ContainsKey(n))];
        string[] services = [.. log.Select(e => e.Service).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !here._services.ContainsKey(n))];
        string[] people = [.. log.Select(e => e.Person).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

        foreach (var (name, id) in teams.Zip(await Ids(Domain.Team, teams.Length))) here._newTeams.Add(here._teams[name] = new(new(id), name));
        foreach (var (name, id) in services.Zip(await Ids(Domain.Service, services.Length))) here._newServices.Add(here._services[name] = new(new(id), name));
        var strangers = new List<string>();
        foreach (var name in people)
            if (known.Find(name).Is(out var found, out _) || known.ByEmail(Address(name)) is { } before && (found = before) is { Id.Value: > 0 }) here._people[name] = found;
            else strangers.Add(name);
        if (known.ByEmail(UnknownPerson.Email) is { } unknown) here.Customer = unknown;
        else strangers.Add(UnknownPerson.Name);
        foreach (var (name, id) in strangers.Zip(await Ids(Domain.Person, strangers.Count)))
        {
            var person = new Named<PersonId>(new(id), name);
            if (name == UnknownPerson.Name) here.Customer = person;
            here._people.TryAdd(name, person);
            here._newPeople.Add((person, name == UnknownPerson.Name ? UnknownPerson.Email : Address(name)));
        }
        here._labels = Labels(log, here._teams, mapping);
        return here;

        async Task<IReadOnlyList<long>> Ids(string table, int count) => pretend || count == 0 ? [.. Enumerable.Range(1, count).Select(i => (long)-i)] : await read.Database.NextIds(read, table, count);
    }

    public async Task Create(Work work)
    {
        // Of what is here somebody may choose; what only was there is history.
        work.Teams.CreateMany([.. _newTeams.Select(t => new Past<Team>(new Team { Id = t.Id }).Then(work.By, _ => People.Team.Add(new(t.Name, "From another desk's history.", []))).Then(work.By, t => t.Retire()))]);
        work.Services.CreateMany([.. _newServices.Select(s => new Past<Service>(new Service { Id = s.Id }).Then(work.By, _ => Services.Service.Add(new(s.Name, "From another desk's history.", null, null))).Then(work.By, s => s.Retire()))]);
        work.People.CreateMany([.. _newPeople.Select(p => new Past<Person>(new Person { Id = p.Person.Id }).Then(work.By, _ => People.Person.Register(new(p.Person.Name, p.Email)))
            .Then(work.By, person => p.Email == UnknownPerson.Email ? Decision.Nothing : new PersonDeactivated()))]);
        if (_labels.Count > 0) await work.MeasureRules.Change(rules => rules.Label(_labels));
    }

    /// <summary>What the other desk called the line or level of a team, and which teams of it took the first contact.</summary>
    private static Seq<TeamLabels> Labels(List<HistoryEvent> log, Dictionary<string, Named<TeamId>> teams, HistoryMapping mapping)
    {
        var labels = log.Where(e => e.Team is not null).GroupBy(e => e.Team!, StringComparer.OrdinalIgnoreCase).ToDictionary(
            g => g.Key, g => g.Select(e => e.Label).OfType<string>().Where(l => l.Length <= MeasureRules.LongestLabel).GroupBy(l => l).OrderByDescending(l => l.Count()).Take(3).Select(l => l.Key).Append(HistoryWords.Line(g.Key)).OfType<string>().ToList(),
            StringComparer.OrdinalIgnoreCase);
        // A desk that marks its second and third line has its first in what is not marked.
        var marked = labels.Values.Any(l => l.Contains("2nd line") || l.Contains("3rd line"));
        foreach (var (team, words) in labels)
        {
            var first = mapping.FirstContact is { } said ? said.Contains(team, StringComparer.OrdinalIgnoreCase) || words.Intersect(said, StringComparer.OrdinalIgnoreCase).Any()
                : words.Contains("1st line") || (marked && !words.Contains("2nd line") && !words.Contains("3rd line"));
            if (first) words.Insert(0, MeasureRules.FirstContactLabel);
        }
        return [.. labels.Where(l => l.Value.Count > 0).Select(l => new TeamLabels(teams[l.Key].Id, [.. l.Value]))];
    }

    private static string Address(string name) => name.Contains('@', StringComparison.Ordinal) ? People.EmailAddress.Of(name)
        : $"{string.Concat(name.Folded.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '.')).Trim('.')}.{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..6]}@history.invalid".TrimStart('.');

    private static IEnumerable<string> Counted(int count, string noun, string? many = null) => count == 0 ? [] : [$"{count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} {(count == 1 ? noun : many ?? noun + "s")}"];

    private static class Domain
    {
        public static readonly string Team = People.Team.Subject, Person = People.Person.Subject, Service = Services.Service.Subject;
    }
}
