using System.Globalization;
using System.Text.Json;

namespace FirstContact.Bench;

/// <summary>What the clients ask for, in turn: pages by their addresses, or bodies to post.</summary>
internal sealed record Load(string Name, string Method, string Path, int Clients, IReadOnlyList<string> Lines)
{
    private const int Variety = 200, Bodies = 400;

    public bool Writes => Method == "POST";

    public static readonly IReadOnlyList<string> Names = ["queue", "ticket", "search", "create"];

    public static Load Of(string name, Place place) => name switch
    {
        "queue" => Pages("queue", [.. Enumerable.Range(0, Company.Teams).Select(t => $"/tickets?team={Uri.EscapeDataString(Company.TeamOf(t).Name)}")]),
        "ticket" => Pages("ticket", [.. Spread([.. Seed.Talks(place.Size)]).Select(i => $"/t/INC-{i.ToString("D6", CultureInfo.InvariantCulture)}")]),
        "search" => Pages("search", [$"/search?q={place.Texts.Rare}"]),
        _ => new("create", "POST", "/api/v1/tickets", 8, [.. Enumerable.Range(0, Bodies).Select(i => Body(place, i))]),
    };

    private static Load Pages(string name, IReadOnlyList<string> lines) => new(name, "GET", lines[0], 4, lines);

    private static IEnumerable<int> Spread(List<int> all) => Enumerable.Range(0, Variety).Select(i => all[(int)((long)i * all.Count / Variety)]).Distinct();

    private static string Body(Place place, int i)
    {
        var chance = new Random(-1 - i);
        var text = place.Texts[chance.Next(place.Size)];
        return JsonSerializer.Serialize(new
        {
            kind = "incident", channel = "phone", title = Texts.Title(text), description = text, impact = "medium", urgency = i % 2 == 0 ? "low" : "medium",
            customer = new { email = Company.Email(chance.Next(Company.Agents + 1, Company.People + 1)) },
            service = Company.ServiceOf(chance.Next(Company.Services)).Name, category = Company.CategoryOf(chance.Next(Company.Categories)).Name, team = Company.TeamOf(chance.Next(Company.Teams)).Name,
        });
    }
}

/// <summary>How fast it went.</summary>
/// <param name="P95">In milliseconds, as P50.</param>
/// <param name="Cpu">What a request cost the process that answered it, in microseconds of its processor time: this minds others on the machine the least.</param>
internal sealed record Speed(double Rate, double P50, double P95, double Cpu)
{
    public static Speed Of(List<double> took, TimeSpan time, TimeSpan cpu)
    {
        took.Sort();
        return new(took.Count / time.TotalSeconds, took[took.Count / 2], took[(int)(took.Count * 0.95)], cpu.TotalMicroseconds / took.Count);
    }
}
