using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;
using System.Threading.RateLimiting;

namespace FirstContact.Passes;

/// <summary>How an act that a pass allows looks and is done: each slice brings its own.</summary>
/// <param name="Show">What is asked, with its buttons; null when the thing has moved on.</param>
/// <param name="Do">Does it. A null error is done; the model shows again what was typed.</param>
/// <param name="Home">Where the thing is for who signs in.</param>
public sealed record PassAct(string Name, Func<PassVisit, Task<IResult>> Show, Func<PassVisit, Form, Task<IResult>> Do, Func<PassVisit, Task<string>> Home);

/// <summary>Somebody who holds a link.</summary>
/// <param name="At">The link, where its forms are sent to.</param>
public sealed record PassVisit(KnownPass Known, string At, Desk Desk);

/// <summary>The door for those who come by a link in a mail. Reading does nothing, as programs read links too; a button does.</summary>
public static class PassPages
{
    private const string Rate = "passes";

    // Nobody guesses 256 bits; this keeps who tries from costing us much.
    private const int VisitsAMinute = 60;

    public static IServiceCollection AddPasses(this IServiceCollection services) => services.Configure<RateLimiterOptions>(o =>
        o.AddPolicy(Rate, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress, _ => new() { PermitLimit = VisitsAMinute, Window = TimeSpan.FromMinutes(1) })));

    public static void MapPassPages(this RouteGroupBuilder pages)
    {
        var once = pages.MapGroup("/once/{secret}").RequireRateLimiting(Rate);
        once.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex";
            return next(context);
        });
        once.MapGet("", (string secret, FindPass passes, Desk desk, IEnumerable<PassAct> acts) => Visit(secret, passes, desk, acts, (act, visit) => act.Show(visit)));
        once.MapPost("", (string secret, Form form, FindPass passes, Desk desk, IEnumerable<PassAct> acts) => Visit(secret, passes, desk, acts, (act, visit) => act.Do(visit, form)));
    }

    /// <summary>The page of a pass that opens nothing any more.</summary>
    public static async Task<IResult> Void(PassAct act, PassVisit visit, Error why) =>
        Show.Page<PassVoidPage, PassVoid>(new(why, await act.Home(visit)), why == PassErrors.Used ? StatusCodes.Status200OK : StatusCodes.Status410Gone);

    private static async Task<IResult> Visit(string secret, FindPass passes, Desk desk, IEnumerable<PassAct> acts, Func<PassAct, PassVisit, Task<IResult>> go)
    {
        if (await passes.BySecret(secret) is not { } known || acts.FirstOrDefault(a => a.Name == known.Pass.Act) is not { } act)
            return Show.Page<PassVoidPage, PassVoid>(new(PassErrors.Unknown, "/"), StatusCodes.Status404NotFound);
        var visit = new PassVisit(known, string.Create(CultureInfo.InvariantCulture, $"/once/{Uri.EscapeDataString(secret)}"), desk);
        return known.Void is { } why ? await Void(act, visit, why) : await go(act, visit);
    }
}

/// <param name="Home">Where the thing is for who signs in.</param>
public sealed record PassVoid(Error Why, string Home);
