using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FirstContact.Measures;
using NodaTime.Text;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact measure teamwork</c> and <c>measure training</c>: the figures of the pages, for a terminal or a program.</summary>
public static class MeasureVerb
{
    public static Command Command
    {
        get
        {
            var name = new Argument<string>("name") { Description = "Which measures: teamwork, or training (what customers ask, by department)." };
            var json = new Option<bool>("--json") { Description = "As the API answers." };
            var from = new Option<string?>("--from") { Description = "The first day of opening, like 2026-11-22." };
            var to = new Option<string?>("--to") { Description = "The last day." };
            var team = new Option<string?>("--team") { Description = "Only tickets that this team has had." };
            var service = new Option<string?>("--service") { Description = "Only tickets of this service." };
            var segment = new Option<string?>("--segment") { Description = "Only tickets of customers of this segment." };
            var impact = new Option<string?>("--impact") { Description = "Only tickets of this impact: low, medium or high." };
            var months = new Option<int>("--months") { Description = "For training: of the last 3, 6 or 12 months.", DefaultValueFactory = _ => 12 };
            var measure = new Command("measure", "Tells the measures: how teams work together, and what customers ask.") { name, json, from, to, team, service, segment, impact, months };
            measure.SetAction((asked, stop) => Measure(
                asked.GetRequiredValue(name), asked.GetValue(json),
                new(Day(asked.GetValue(from)), Day(asked.GetValue(to)), asked.GetValue(team), asked.GetValue(service), asked.GetValue(segment), asked.GetValue(impact), Settings.Read().TimeZone.Id), asked.GetValue(months), stop));
            return measure;
        }
    }

    private static async Task<int> Measure(string name, bool json, TeamworkFilter filter, int months, CancellationToken stop)
    {
        if (name is not ("teamwork" or "training")) throw new BadArgumentException($"There are no measures '{name}'. There are: teamwork, training.");
        await using var host = await DeskHost.Open();
        await KeepUp(host, stop);
        if (name == "training")
        {
            var needs = await host.Asked(new ShowTraining(months, Zone: filter.Zone), stop);
            return Tell(json ? TrainingJson.Of(needs) : null, TrainingDefinitions.All.Select(d => (d.Title, d.Figure(needs.All))));
        }
        var figures = await host.Asked(new ShowTeamwork(filter), stop);
        return Tell(json ? TeamworkJson.Of(figures) : null, Definitions.All.Select(d => (d.Title, d.Figure(figures))));
    }

    /// <param name="json">As the API answers; null for a line for each figure.</param>
    private static int Tell<T>(T? json, IEnumerable<(string Title, double? Figure)> figures) where T : class
    {
        if (json is not null) Console.WriteLine(JsonSerializer.Serialize(json, ApiJson.Options));
        else
            foreach (var (title, figure) in figures)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title,-40} {figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-",12}"));
        return FirstContactVerbs.Done;
    }

    /// <summary>Where no server runs nobody has read on: then this does, so that the figures are of now.</summary>
    private static async Task KeepUp(DeskHost host, CancellationToken stop)
    {
        var runner = DeskModule.Runner(host.Get<IServiceProvider>(), new KeepMeasures());
        using var progress = new Progress("Counting");
        for (var all = 0; await runner.ReadOn(stop) is var read and > 0;) progress.Say(string.Create(CultureInfo.InvariantCulture, $"{all += read:N0} entries"));
    }

    private static LocalDate? Day(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : throw new BadArgumentException($"'{text}' is no day. Write it like 2026-11-22.");
}
