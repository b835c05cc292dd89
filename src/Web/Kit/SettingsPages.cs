using FirstContact.Policies;

namespace FirstContact.Kit;

/// <summary>One part of the settings as its overview shows it: each slice brings its own.</summary>
/// <param name="Needs">Who may open it; null for all who work here.</param>
/// <param name="Order">Its place among the others, from 10 in steps of ten.</param>
public sealed record SettingsTile(int Order, string At, string Icon, string Title, string Says, Permission? Needs = null)
{
    /// <summary>How many things there wait for somebody; null for a part where nothing ever does.</summary>
    public Func<Desk, Caller, Task<int>>? Count { get; init; }
}

/// <param name="Counts">What waits, by the address of its part; nothing where nothing does.</param>
public sealed record SettingsModel(IReadOnlyList<SettingsTile> Tiles, IReadOnlyDictionary<string, int> Counts);

/// <summary>Everything below /settings: for those who work at the desk, whatever each may change there.</summary>
public static class SettingsPages
{
    public static RouteGroupBuilder MapSettings(this IEndpointRouteBuilder pages)
    {
        var settings = pages.MapGroup("/settings").RequireAuthorization();
        settings.AddEndpointFilter((context, next) =>
        {
            var frame = context.HttpContext.RequestServices.GetRequiredService<Frame>();
            return frame.May(PolicyPermissions.See) ? next(context) : new(Errors.Forbidden.Page());
        });
        settings.MapGet("", async (IEnumerable<SettingsTile> tiles, Frame frame, WebCall call, Desk desk) =>
        {
            var shown = tiles.Where(t => t.Needs is not { } needs || frame.May(needs)).OrderBy(t => t.Order).ToList();
            var counts = new Dictionary<string, int>();
            foreach (var tile in shown)
                if (tile.Count is { } count && await count(desk, call.Caller) is > 0 and var waiting) counts[tile.At] = waiting;
            return Show.Page<SettingsPage, SettingsModel>(new(shown, counts));
        });
        return settings;
    }
}
