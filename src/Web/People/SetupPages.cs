using FirstContact.Policies;

namespace FirstContact.People;

/// <summary>The first run. Once there is an administrator, there is nothing here.</summary>
public static class SetupPages
{
    private static readonly Error CodeWrong = new(ErrorKind.Invalid, "setup.code-wrong", "This is not the code that the server has printed on its console.", "code");
    private static readonly Error Nothing = new(ErrorKind.Missing, "not-found", "There is nothing at this address, or you may not see it.");

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/setup", Ask);
        pages.MapPost("/setup", Make).RequireRateLimiting(PeopleWeb.Tries);
    }

    private static async Task<IResult> Ask(Database database) =>
        await IsDone(database) ? Nothing.Page() : Show.Page<SetupPage, FormView>(new(Form.Empty, null));

    private static async Task<IResult> Make(HttpContext http, Database database, Desk desk, SetupCode code, Passwords passwords, SignIn signIn, Form form)
    {
        if (await IsDone(database)) return Nothing.Page();
        var (name, email) = (form["name"] ?? "", form["email"] ?? "");
        var rules = (await desk.Ask(new ShowDeskRules(), Caller.Desk)).Value!;
        var values = rules.Values with { Organisation = form["organisation"] ?? "" };
        var hashed = passwords.Hash(form["password"], name, email);
        if (Error.Of(code.Is(form["code"]) ? null : CodeWrong, rules.Change(values).Error?.At("organisation"), Person.Register(new(name, email)).Error, hashed.Error) is { } wrong) return Again(wrong);

        var call = new Call(Caller.Desk, "page");
        if ((await desk.Do(new SetUp(name, email, hashed.Value), call, http.RequestAborted)).Error is { } no) return Again(no);
        await desk.Do(new ChangeDeskRules(values), call, http.RequestAborted);
        if ((await signIn.With(email, form["password"], Device.Of(http.Request), http.RequestAborted)).Is(out var session, out _)) SessionAuthentication.SignIn(http, session);
        return new SeeOther("/");

        IResult Again(Error no) => Show.Page<SetupPage, FormView>(new(form, no), no.Status());
    }

    private static async Task<bool> IsDone(Database database)
    {
        await using var read = await database.Read();
        return await SetUp.IsDone(read);
    }
}

/// <summary>A form as it was typed, and what is wrong with it.</summary>
public sealed record FormView(Form Form, Error? Error);
