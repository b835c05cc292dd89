using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>What the slice hangs into the web: the views in the navigation.</summary>
public static class ListsWeb
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services.AddSingleton(new NavItems(Views));

    private static async Task<IReadOnlyList<NavItem>> Views(Desk desk, Caller caller)
    {
        if (!(await desk.Ask(new ListViews(), caller)).Is(out var views, out _) || views.Count == 0) return [];
        var counts = (await desk.Ask(new CountViews(), caller)).Value!;
        return [.. views.Take(CountViews.Most).Select(v => new NavItem($"/tickets?view={v.Key}", v.Sharing == Sharing.Nobody ? "user" : "users", v.Name, counts.TryGetValue(v.Id, out var count) ? Figure(count) : null))];
    }

    private static string Figure(long count) => count >= CountTickets.Most ? "999+" : count.ToString(CultureInfo.InvariantCulture);
}
