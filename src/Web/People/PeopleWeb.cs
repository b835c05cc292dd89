using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

/// <summary>What the slice hangs into the web: how people get in, their pages, their routes for programs.</summary>
public static class PeopleWeb
{
    internal const string Tries = "tries";

    // An office behind one address signs in together in the morning; a guesser needs far more than this.
    private const int TriesAMinute = 30;

    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddAuthentication(SessionAuthentication.Name).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Name, null);
        services.AddAuthorization();
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            o.AddPolicy(Tries, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress, _ => new() { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddScoped<SignIn>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<IHostedService, FirstRun>();
        services.AddSingleton(new SettingsTile(70, "/settings/people", "users", "People", "Who is served and who serves, and what each may do."));
        services.AddSingleton(new SettingsTile(80, "/settings/teams", "users-group", "Teams", "Who works together on what, and what they are skilled in."));
        services.AddSingleton(new SettingsTile(90, "/settings/units", "building", "Business units", "Where people belong, and whom a charge goes to."));
        foreach (var subject in new[] { Team.Subject, Unit.Subject }) services.AddSingleton(new LiveTopic(subject, (_, caller, _) => Task.FromResult(caller.May(PeoplePermissions.See))));
        return services.AddSingleton(new LiveTopic(Person.Subject, (_, caller, key) => Task.FromResult(key == caller.Person.Value || caller.May(PeoplePermissions.See))));
    }

    public static void MapPeoplePages(this RouteGroupBuilder pages)
    {
        SignInPages.Map(pages);
        SetupPages.Map(pages);
        var inside = pages.MapGroup("").RequireAuthorization();
        MePages.Map(inside);
        PersonMergePages.Map(inside);
        PeoplePages.Map(inside);
        TeamPages.Map(inside);
        UnitPages.Map(inside);
    }

    public static void MapPeopleApi(this RouteGroupBuilder api)
    {
        PeopleApi.Map(api);
        TeamApi.Map(api);
        UnitApi.Map(api);
        SessionApi.Map(api);
    }
}
