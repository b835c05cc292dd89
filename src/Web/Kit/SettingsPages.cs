using FirstContact.Policies;

namespace FirstContact.Kit;

/// <summary>One part of the settings as its overview shows it: each slice brings its own.</summary>
/// <param name="Needs">Who may open it; null for all who work here.</param>
/// <param name="Order">Its place among the others, from 10 in steps of ten.</param>
public sealed record SettingsTile(int Order, string At, string Icon, string Title, string Says, Permission? Needs = null);

public sealed record SettingsModel(IReadOnlyList<SettingsTile> Tiles);

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
        settings.MapGet("", (IEnumerable<SettingsTile> tiles, Frame frame) =>
            Show.Page<SettingsPage, SettingsModel>(new([.. tiles.Where(t => t.Needs is not { } needs || frame.May(needs)).OrderBy(t => t.Order)])));
        return settings;
    }
}
