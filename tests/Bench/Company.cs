using FirstContact.Services;

namespace FirstContact.Bench;

/// <summary>Who asks and who serves: 2,000 people, 10 teams, 20 services, 30 categories.</summary>
internal static class Company
{
    public const int People = 2_000, Agents = 50, Teams = 10, Services = 20, Categories = 30;

    /// <summary>The agent whom the load plays.</summary>
    public static Named<PersonId> Agent => new(new(1), Name(1));

    public static string Name(long person) => $"{First[person % First.Length]} {Last[person / First.Length % Last.Length]}{(person >= First.Length * Last.Length ? "-" + Last[person % Last.Length] : "")}";

    public static string Email(long person) => $"person{person}@harrow.example";

    public static Named<TeamId> TeamOf(int n) => new(new(n + 1), n == 0 ? "First Contact" : $"Team {n + 1}");

    public static Named<ServiceId> ServiceOf(int n) => new(new(n + 1), $"Service {n + 1}");

    public static Named<CategoryId> CategoryOf(int n) => new(new(n + 1), $"Category {n + 1}");

    /// <summary>The rows of all of them, as an import would write them.</summary>
    public static void Found(Work work, By by)
    {
        work.People.CreateMany([.. Enumerable.Range(1, People).Select(n => new Past<Person>(new Person { Id = new(n) })
            .Then(by, _ => Person.Register(new PersonDetails(Name(n), Email(n), "+44 20 7946 0000"), Roles(n))))]);
        work.Teams.CreateMany([.. Enumerable.Range(1, Teams - 1).Select(TeamOf).Select(t => new Past<Team>(new Team { Id = t.Id }).Then(by, _ => Team.Add(new TeamDetails(t.Name, "", []))))]);
        work.Services.CreateMany([.. Enumerable.Range(0, Services).Select(n => (Service: ServiceOf(n), Team: TeamOf(n % Teams))).Select(s => new Past<Service>(new Service { Id = s.Service.Id })
            .Then(by, _ => Service.Add(new ServiceDetails(s.Service.Name, "", s.Team, null))))]);
        work.Categories.CreateMany([.. Enumerable.Range(0, Categories).Select(CategoryOf).Select(c => new Past<Category>(new Category { Id = c.Id }).Then(by, _ => Category.Add(c.Name)))]);
    }

    private static IEnumerable<Role> Roles(int n) => n == 1 ? [Role.Agent, Role.TeamLead, Role.Administrator] : n <= Agents ? [Role.Agent] : [Role.Customer];

    private static readonly string[] First =
        ["Ada", "Ben", "Cleo", "Dev", "Ella", "Finn", "Grace", "Hugo", "Iris", "Jon", "Kira", "Liam", "Mona", "Nils", "Olga", "Per", "Quinn", "Rosa", "Sam", "Tess", "Uma", "Vera", "Will", "Xenia", "Yan", "Zoe"];

    private static readonly string[] Last =
        ["Abbott", "Bauer", "Costa", "Dahl", "Evans", "Faure", "Grant", "Holm", "Ibsen", "Jansen", "Kovac", "Lopez", "Moreau", "Novak", "Owen", "Petit", "Quist", "Rossi", "Silva", "Toth", "Urban", "Vogel", "Weber", "Young", "Zeman"];
}
