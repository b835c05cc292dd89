using System.Text.Json;
using System.Text.Json.Nodes;
using FirstContact.Services;
using FirstContact.Webhooks;

namespace FirstContact.Tickets;

/// <summary>What the slice hangs into the web: live topics and the figures beside the navigation.</summary>
public static class TicketsWeb
{
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton(new LiveTopic(Ticket.Subject, async (desk, caller, key) => key is { } id
            ? (await desk.Ask(new DescribeTicket(new(id)), caller)).Error is null
            : caller.May(TicketPermissions.SeeAll)))
        .AddSingleton(new LiveTopic("customer", (_, caller, key) => Task.FromResult(key == caller.Person.Value)))
        .AddSingleton(new NavCounts(Counts))
        .AddSingleton(new SubjectJson(Ticket.Subject, AsJson))
        .AddSingleton(new SettingsTile(67, CallPages.Settings, "phone-incoming", "Missed calls", "How soon they are called back, and which belong together."))
        .AddScoped<TicketScreen>()
        .AddScoped<TicketMarks>();

    private static async Task<IReadOnlyDictionary<string, string>> Counts(Desk desk, Caller caller)
    {
        if (!(await desk.Ask(new CountTickets(), caller)).Is(out var counts, out _)) return new Dictionary<string, string>();
        return new Dictionary<string, string>
        {
            ["/tickets"] = Figure(counts.Open), ["/tickets?assignee=me"] = Figure(counts.Mine), ["/tickets?assignee=nobody"] = Figure(counts.Unassigned),
            ["/tickets?status=waiting"] = Figure(counts.Waiting), ["/tickets?status=resolved"] = Figure(counts.Resolved), [SnoozedPart.At] = Figure(counts.Snoozed), [CallPages.Owed] = Figure(counts.Called),
        };
    }

    /// <summary>What webhooks are told of a ticket: as the API shows it to an agent.</summary>
    private static async Task<JsonNode?> AsJson(Desk desk, long key)
    {
        if (!(await desk.Ask(new DescribeTicket(new(key)), Caller.Desk)).Is(out var view, out _)) return null;
        var categories = (await desk.Ask(new ListCategories(), Caller.Desk)).Value!;
        return JsonSerializer.SerializeToNode(TicketJson.Of(view, Caller.Desk, c => categories.FirstOrDefault(k => k.Id == c)?.Name), ApiJson.Options);
    }

    private static string Figure(long count) => count >= CountTickets.Most ? "999+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
