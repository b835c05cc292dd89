using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>How tickets find somebody at Harrow &amp; Lind: First Contact asks for the next one, Identity and the data people have theirs given out.</summary>
internal static class AssignmentStory
{
    private const double Hour = 60;
    private const long Dashboard = 4810;

    public static void Tell(Script script)
    {
        script.Add(Ago(script, 5 * Hour), async stage =>
        {
            var people = await stage.Read(read => read.List("select id, email from person", r => (Id: new PersonId(r.GetInt64(0)), Email: r.GetString(1))));
            var teams = await stage.Read(async read => (await read.Teams()).ToDictionary(t => t.Name, t => t.Id));
            await Works("maya", 7, 15, "label templates");
            await Works("kofi", 9, 18, "wi-fi");
            await Works("priya", 8, 16, "single sign-on", "second factor");
            await Works("aiko", 8, 17, "reports", "shift calendar");
            await Works("owen", 7, 16, "vpn", "wi-fi");
            await Goes("First Contact", WayDetails.Usual with { Way = AssignWay.PullNext });
            await Goes("Identity", WayDetails.Usual with { Way = AssignWay.RoundRobin, Most = 8 });
            await Goes("Data and Reports", WayDetails.Usual with { Way = AssignWay.Balanced, Most = 6, Skill = SkillDemand.Required });
            await stage.Do("ruth", "page", new ChangeSkillNeeds([.. await Needs(stage, ("Wi-Fi", "wi-fi"), ("Remote access", "vpn"), ("Report or figures", "reports"))]));

            async Task Works(string who, int from, int to, params string[] skills) => await stage.Do(who, "page", new ChangeAvailability(people.First(p => p.Email == Cast.Email(who)).Id)
            {
                Hours = new("Europe/London", [.. Enumerable.Range(1, 5).Select(d => new WorkDay((IsoDayOfWeek)d, new(from, 0), new(to, 0)))]), Skills = [.. skills],
            });

            async Task Goes(string team, WayDetails way) => await stage.Do("ruth", "page", new ChangeTeamWay(teams[team], way));
        });
        script.Add(Ago(script, 90), stage => stage.Do(Cast.TheDesk, "assignment", new GiveTicket(new(Dashboard))));
        script.Add(Ago(script, 53), stage => stage.Do("maya", "page", new TakeNext()));
        script.Add(Ago(script, 52), stage => stage.Do("kofi", "page", new TakeNext()));
    }

    private static async Task<IEnumerable<SkillNeed>> Needs(Stage stage, params (string Category, string Skill)[] needs)
    {
        var categories = await stage.Read(read => read.List("select id, name from category", r => (Id: new CategoryId(r.GetInt64(0)), Name: r.GetString(1))));
        return needs.Select(n => new SkillNeed(n.Skill, Category: categories.First(c => c.Name == n.Category).Id));
    }

    private static Instant Ago(Script script, double minutes) => script.Now - Duration.FromMinutes(minutes);
}
