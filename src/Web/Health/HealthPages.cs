using System.Globalization;
using System.Text;

namespace FirstContact.Health;

/// <summary>For whoever runs the desk: is it alive, can it work, what does it cost. No token, no secrets.</summary>
public static class HealthPages
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("alive")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/metrics", Metrics).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Desk desk)
    {
        try
        {
            var health = (await desk.Ask(new ShowHealth(), Caller.Desk)).Value!;
            return TypedResults.Text(health.Stopped.Count == 0 ? "ready" : $"ready, but stopped: {string.Join(", ", health.Stopped)}");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException)
        {
            return TypedResults.Text("the database does not answer", statusCode: 503);
        }
    }

    /// <summary>Prometheus text format, version 0.0.4.</summary>
    private static async Task<IResult> Metrics(Desk desk)
    {
        var health = (await desk.Ask(new ShowHealth(), Caller.Desk)).Value!;
        var text = new StringBuilder();
        Say("firstcontact_up", "gauge", "Whether the desk answers.", 1);
        Say("firstcontact_journal_entries_total", "counter", "Entries written to the journal.", health.Entries);
        Say("process_resident_memory_bytes", "gauge", "Memory in use.", Environment.WorkingSet);
        Say("process_cpu_seconds_total", "counter", "Processor time used.", Environment.CpuUsage.TotalTime.TotalSeconds);
        Head("firstcontact_subscriber_behind_entries", "gauge", "Journal entries that a subscriber has not read yet.");
        foreach (var (name, behind) in health.Behind) text.Append(CultureInfo.InvariantCulture, $"firstcontact_subscriber_behind_entries{{subscriber=\"{name}\"}} {behind}\n");
        Head("firstcontact_subscriber_stopped", "gauge", "Whether a subscriber has met an entry it cannot pass.");
        foreach (var (name, _) in health.Behind) text.Append(CultureInfo.InvariantCulture, $"firstcontact_subscriber_stopped{{subscriber=\"{name}\"}} {(health.Stopped.Contains(name) ? 1 : 0)}\n");
        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4");

        void Head(string name, string type, string help) => text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        void Say(string name, string type, string help, double value)
        {
            Head(name, type, help);
            text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
        }
    }
}
