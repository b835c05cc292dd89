namespace FirstContact.People;

/// <summary>One's own page: how one is called, when one is away, and what lets one in.</summary>
public static class MePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/me", (WebCall call, Desk desk) => Me(desk, call));
        pages.MapPost("/me", (WebCall call, Desk desk, Form form) => Done(desk, call, form, "profile", new ChangeOwnProfile(form["name"] ?? "", form["phone"]) { Language = form["language"] }));
        pages.MapPost("/me/away", (WebCall call, Desk desk, Form form, Times times) =>
            Done(desk, call, form, "away", new GoAway(call.Caller.Person, form.Instant("until", times.Zone) ?? Instant.MinValue, form["note"])));
        pages.MapPost("/me/back", (WebCall call, Desk desk, Form form) => Done(desk, call, form, "away", new ComeBack(call.Caller.Person)));
        pages.MapPost("/me/password", ChangePassword).RequireRateLimiting(PeopleWeb.Tries);
        pages.MapPost("/me/sessions/end-others", (WebCall call, Desk desk, Form form) => Done(desk, call, form, "sessions", new EndOtherSessions(call.Known.Session)));
        pages.MapPost("/me/sessions/{id:long}/end", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, form, "sessions", new EndSession(id)));
        pages.MapPost("/me/tokens", NewToken);
        pages.MapPost("/me/tokens/{id:long}/revoke", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, form, "tokens", new RevokeToken(id)));
        pages.MapPost("/me/theme", Theme);
        pages.MapPost("/me/addresses/removal", (WebCall call, Desk desk, Form form) => Done(desk, call, form, "address", new RemoveAddress(call.Caller.Person, form["address"])));
        pages.MapGet("/me/addresses/{code}", (string code, WebCall call) => call.Caller.May(PeoplePermissions.See)
            ? Show.Page<ConfirmAddressPage, ConfirmAddressView>(new(code)) : Show.Page<ConfirmAddressPortalPage, ConfirmAddressView>(new(code)));
        pages.MapPost("/me/addresses/{code}", (string code, WebCall call, Desk desk, Form form) => Done(desk, call, form, "address", new ConfirmAddress(code))).RequireRateLimiting(PeopleWeb.Tries);
    }

    private static async Task<IResult> Done(Desk desk, WebCall call, Form form, string part, ICommand<Person> command) =>
        (await desk.Do(command, call.Of(form))).Error is { } no ? await Me(desk, call, form, part, no) : new SeeOther("/me");

    private static async Task<IResult> ChangePassword(WebCall call, Desk desk, Form form, SignIn signIn, Passwords passwords)
    {
        var me = (await desk.Ask(new ShowPerson(call.Caller.Person), call.Caller)).Value!.Person;
        if (!await signIn.Knows(me.Id, form["current"])) return await Me(desk, call, form, "password", PeopleErrors.PasswordWrong);
        return passwords.Hash(form["password"], me.Name, me.Email).Is(out var hash, out var no)
            ? await Done(desk, call, form, "password", new ChangeOwnPassword(hash, call.Known.Session))
            : await Me(desk, call, form, "password", no);
    }

    /// <summary>Answers with the page itself: the secret is told here and nowhere again.</summary>
    private static async Task<IResult> NewToken(WebCall call, Desk desk, Form form)
    {
        var scopes = form.All("scope");
        var command = new CreateToken(call.Caller.Person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), form["tokenName"] ?? "", scopes.Count == 0 ? null : scopes);
        var result = await desk.Do(command, call.Of(form));
        return result.Is(out var token, out var no)
            ? await Me(desk, call, token: token.Secret)
            : await Me(desk, call, form, "tokens", no.Field == "name" ? no.At("tokenName") : no);
    }

    private static IResult Theme(HttpContext http, Form form)
    {
        if (form["theme"] is "light" or "dark")
            http.Response.Cookies.Append("theme", form["theme"]!, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps });
        else http.Response.Cookies.Delete("theme");
        return new SeeOther("/me");
    }

    internal static async Task<IResult> Me(Desk desk, WebCall call, Form? form = null, string? part = null, Error? no = null, Secret? token = null)
    {
        if (!(await desk.Ask(new ShowPerson(call.Caller.Person), call.Caller)).Is(out var me, out var missing)) return missing.Page();
        var sessions = (await desk.Ask(new ListSessions(call.Caller.Person), call.Caller)).Value ?? [];
        var view = new MeView(me, sessions, call.Known.Session, form ?? Form.Empty, part, no, token);
        var status = no?.Status() ?? 200;
        // Whoever is only served stays in the portal.
        return call.Caller.May(PeoplePermissions.See) ? Show.Page<MePage, MeView>(view, status) : Show.Page<MyPortalPage, MeView>(view, status);
    }
}

/// <param name="Code">As it stood in the letter's link.</param>
public sealed record ConfirmAddressView(string Code);

/// <param name="Part">The form that was refused.</param>
/// <param name="Token">The secret of a token just made.</param>
public sealed record MeView(PersonView Me, IReadOnlyList<SessionRow> Sessions, long Session, Form Form, string? Part, Error? Error, Secret? Token)
{
    public Error? ErrorOf(string part) => part == Part ? Error : null;

    public string? Typed(string part, string field, string? stored) => part == Part ? Form[field] : stored;
}
