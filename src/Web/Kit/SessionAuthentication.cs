using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FirstContact.Kit;

/// <summary>Knows a browser by its cookie and a program by its token, and puts the <see cref="KnownCaller"/> among the request's features.</summary>
public sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, FindCaller find)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "session", Cookie = "fc_session";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var kind = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? SessionKind.Token : SessionKind.Browser;
        var secret = kind == SessionKind.Token ? header[Bearer.Length..].Trim() : Request.Cookies[Cookie];
        if (string.IsNullOrEmpty(secret)) return AuthenticateResult.NoResult();
        // Neither does for the other: a stolen token opens no page, a stolen cookie no program.
        if (await find.BySecret(secret) is not { } known || known.Kind != kind) return AuthenticateResult.Fail("Unknown, ended or expired.");

        Context.Features.Set(known);
        // Form tokens are bound to this claim, so that no form outlives the person who was shown it.
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, known.Caller.Person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>People are led to the door and back to where they wanted to go; programs are told.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }
        var to = HttpMethods.IsGet(Request.Method) && Request.Path != "/" ? $"?to={Uri.EscapeDataString(Request.Path + Request.QueryString)}" : "";
        return new SeeOther("/signin" + to).ExecuteAsync(Context);
    }

    /// <summary>The cookie lives as long as it may; the session behind it decides.</summary>
    public static void SignIn(HttpContext http, NewSession session) => http.Response.Cookies.Append(Cookie, session.Secret.Value, CookieRules(http, TimeSpan.FromDays(365)));

    public static void SignOut(HttpContext http) => http.Response.Cookies.Delete(Cookie, CookieRules(http, null));

    private static CookieOptions CookieRules(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = age, IsEssential = true };
}
