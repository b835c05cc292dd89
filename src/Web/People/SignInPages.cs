namespace FirstContact.People;

/// <summary>The door.</summary>
public static class SignInPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/signin", Ask);
        pages.MapPost("/signin", Enter).RequireRateLimiting(PeopleWeb.Tries);
        pages.MapPost("/signout", Leave).RequireAuthorization();
    }

    private static async Task<IResult> Ask(HttpContext http, Database database, string? to)
    {
        if (http.Features.Get<KnownCaller>() is not null) return new SeeOther(Here(to));
        await using var read = await database.Read(http.RequestAborted);
        return await SetUp.IsDone(read) ? Show.Page<SignInPage, SignInView>(new(Here(to), null, null)) : new SeeOther("/setup");
    }

    private static async Task<IResult> Enter(HttpContext http, SignIn signIn, Form form)
    {
        var to = Here(form["to"]);
        if (!(await signIn.With(form["email"], form["password"], Device.Of(http.Request), http.RequestAborted)).Is(out var session, out var no))
            return Show.Page<SignInPage, SignInView>(new(to, form["email"], no), no.Status());
        SessionAuthentication.SignIn(http, session);
        return new SeeOther(to);
    }

    private static async Task<IResult> Leave(HttpContext http, WebCall call, Desk desk)
    {
        await desk.Do(new EndSession(call.Known.Session), call.Call);
        SessionAuthentication.SignOut(http);
        return new SeeOther("/signin");
    }

    /// <summary>Only a path of ours: a sign-in that leads to another site is a trap.</summary>
    internal static string Here(string? to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) && !to.StartsWith("/signin", StringComparison.Ordinal) ? to : "/";
}

public sealed record SignInView(string To, string? Email, Error? Error);
