using FirstContact.Policies;
using Microsoft.AspNetCore.Antiforgery;

namespace FirstContact.Kit;

/// <summary>A small figure beside an item of the navigation: each slice brings its own.</summary>
public sealed record NavCounts(Func<Desk, Caller, Task<IReadOnlyDictionary<string, string>>> Of);

/// <summary>How much is new for somebody, in both shells, and what rings when there is more.</summary>
public sealed record NavNews(Func<Desk, Caller, Task<int>> Of, Func<Caller, string> Topic);

/// <summary>A line of the navigation, with its small figure.</summary>
/// <param name="Open">Work that one has begun, rather than a view.</param>
public sealed record NavItem(string Address, string Icon, string Name, string? Count, bool Open = false);

/// <summary>Lines that a slice puts into the navigation: they differ from person to person.</summary>
public sealed record NavItems(Func<Desk, Caller, Task<IReadOnlyList<NavItem>>> Of);

/// <summary>Lines that a slice puts into the portal, for those customers whom they are about.</summary>
public sealed record PortalItems(Func<Desk, Caller, Task<IReadOnlyList<NavItem>>> Of);

/// <summary>Something that can be done from every page: it posts, and leads on.</summary>
/// <param name="Word">In English; the page says it in its own language.</param>
public sealed record NavButton(string Action, string Icon, string Word, string? Keys = null);

/// <summary>Buttons that a slice puts into the navigation, for those whom they are of use to.</summary>
public sealed record NavButtons(Func<Desk, Caller, Task<IReadOnlyList<NavButton>>> Of);

/// <summary>Something that the caller has sent off and can still take back.</summary>
/// <param name="UndoAt">Where taking it back is posted to.</param>
public sealed record Undoable(string Words, Instant Until, string UndoAt);

/// <summary>What a slice lets people take back, wherever they have gone on to.</summary>
public sealed record Undoables(Func<Desk, Caller, Task<IReadOnlyList<Undoable>>> Of);

/// <summary>Something that everybody is to know now, above every page.</summary>
/// <param name="Address">Where more of it stands, for those who may read it.</param>
public sealed record Banner(string Title, string Words, Instant At, string? Address);

/// <summary>What a slice says to everybody, and what rings when that is another.</summary>
public sealed record Banners(Func<Desk, Caller, Task<IReadOnlyList<Banner>>> Of, string Topic);

/// <summary>Fills the frame around a page before it is rendered.</summary>
public sealed class FrameFiller(Desk desk, Frame frame, IAntiforgery antiforgery, IEnumerable<NavCounts> counts, IEnumerable<NavItems> items, IEnumerable<NavButtons> buttons, IEnumerable<Undoables> undoables, IEnumerable<NavNews> news, IEnumerable<Banners> banners, IEnumerable<PortalItems> portal, IClock clock)
{
    public async Task Fill(HttpContext http)
    {
        frame.AskedAt = clock.GetCurrentInstant();
        frame.Caller = http.Features.Get<KnownCaller>()?.Caller;
        frame.At = http.Request.Path.StartsWithSegments("/settings", StringComparison.Ordinal) ? "/settings" : http.Request.Path;
        frame.FormToken = new(() => antiforgery.GetAndStoreTokens(http) is var tokens ? Html.Of($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">") : default);
        // The first page brings the proof of forms, also one without a form: two that are fetched at once behind it would each bring another, and one of them would be refused.
        if (frame.Caller is not null && !http.Request.Cookies.ContainsKey(KitModule.FormCookie)) _ = frame.FormToken.Value;
        frame.Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null;
        frame.Keys = http.Request.Cookies["keys"] != "off";
        var rules = (await desk.Ask(new ShowDeskRules(), Caller.Desk)).Value!.Values;
        (frame.Organisation, frame.Phone) = (rules.Organisation, rules.Phone);
    }

    /// <summary>How much is new, for whoever is signed in, and what everybody is to know.</summary>
    public async Task News()
    {
        if (frame.Caller is null) return;
        foreach (var some in banners) (frame.Banners, frame.BannerTopics) = ([.. frame.Banners, .. await some.Of(desk, frame.Caller)], $"{frame.BannerTopics},{some.Topic}");
        foreach (var one in news) (frame.News, frame.NewsTopic) = (frame.News + await one.Of(desk, frame.Caller), one.Topic(frame.Caller));
    }

    /// <summary>What stands in the portal's bar besides what everybody has there.</summary>
    public async Task Portal()
    {
        if (frame.Caller is null) return;
        await News();
        foreach (var some in portal) frame.Views = [.. frame.Views, .. await some.Of(desk, frame.Caller)];
    }

    /// <summary>The figures of the navigation: only for a page that is shown, not for a form that leads on to another.</summary>
    public async Task Count()
    {
        if (frame.Caller is null) return;
        await News();
        foreach (var some in counts) frame.Counts = frame.Counts.Count == 0 ? await some.Of(desk, frame.Caller) : frame.Counts.Concat(await some.Of(desk, frame.Caller)).ToDictionary();
        foreach (var some in buttons) frame.Buttons = [.. frame.Buttons, .. await some.Of(desk, frame.Caller)];
        foreach (var some in undoables) frame.Undoables = [.. frame.Undoables, .. (await some.Of(desk, frame.Caller)).Where(u => u.Until > frame.AskedAt)];
        foreach (var some in items) frame.Views = [.. frame.Views, .. await some.Of(desk, frame.Caller)];
    }
}
