using FirstContact.Policies;
using Microsoft.AspNetCore.Antiforgery;

namespace FirstContact.Kit;

/// <summary>A small figure beside an item of the navigation: each slice brings its own.</summary>
public sealed record NavCounts(Func<Desk, Caller, Task<IReadOnlyDictionary<string, string>>> Of);

/// <summary>Fills the frame around a page before it is rendered.</summary>
public sealed class FrameFiller(Desk desk, Frame frame, IAntiforgery antiforgery, IEnumerable<NavCounts> counts, IClock clock)
{
    public async Task Fill(HttpContext http)
    {
        frame.AskedAt = clock.GetCurrentInstant();
        frame.Caller = http.Features.Get<KnownCaller>()?.Caller;
        frame.At = http.Request.Path.StartsWithSegments("/settings", StringComparison.Ordinal) ? "/settings" : http.Request.Path;
        frame.FormToken = new(() => antiforgery.GetAndStoreTokens(http) is var tokens ? Html.Of($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">") : default);
        frame.Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null;
        frame.Keys = http.Request.Cookies["keys"] != "off";
        var rules = (await desk.Ask(new ShowDeskRules(), Caller.Desk)).Value!.Values;
        (frame.Organisation, frame.Phone) = (rules.Organisation, rules.Phone);
        if (frame.Caller is null || !HttpMethods.IsGet(http.Request.Method)) return;
        foreach (var some in counts) frame.Counts = await some.Of(desk, frame.Caller);
    }
}
