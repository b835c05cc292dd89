using System.Globalization;

namespace FirstContact.Mailboxes;

/// <param name="Login">By which name the desk signs in; its address when nothing is said.</param>
/// <param name="Password">Kept sealed; in no answer. Left away in a change, it stays.</param>
/// <param name="Team">By name or id.</param>
/// <param name="Class">By name or id.</param>
/// <param name="Unknown">What is done with senders whom nobody knows; left away for what the rules of mail say.</param>
public sealed record MailboxBody(
    string? Name, string? Address, string? Host, int? Port = null, MailSafety Safety = MailSafety.Tls, string? Certificate = null, string? Login = null, MailSignIn SignIn = MailSignIn.Password, string? Password = null,
    string? TokenUrl = null, string? ClientId = null, string? ClientSecret = null, string? RefreshToken = null, string? Scope = null, string? Folder = null, MailAfter After = MailAfter.MarkRead, string? MoveTo = null,
    bool TakeOld = false, int LargestMegabytes = 50, string? Team = null, string? Class = null, Mail.Unknown? Unknown = null)
{
    private const int TlsPort = 993, OpenPort = 143;

    internal MailboxTerms Terms => new(
        new(Name ?? "", Address ?? "", new(Host ?? "", Port ?? (Safety == MailSafety.Tls ? TlsPort : OpenPort), Safety, Certificate), Login ?? Address ?? "", SignIn,
            SignIn == MailSignIn.OAuth2 ? new(TokenUrl ?? "", ClientId ?? "", Scope) : null, Folder ?? "", After, MoveTo, TakeOld, LargestMegabytes, null, null) { Unknown = Unknown },
        Team, Class);

    internal Result<Seq<SealedSecret>> Secrets(MailboxSecrets secrets) => secrets.Take(Password, ClientSecret, RefreshToken);
}

/// <param name="Secrets">Which it has; never what they are.</param>
/// <param name="Waiting">How many messages wait on the server, as was seen last.</param>
public sealed record MailboxJson(
    long Id, int Version, string Name, string Address, string Host, int Port, MailSafety Safety, string? Certificate, string Login, MailSignIn SignIn, string? TokenUrl, string? ClientId, string? Scope,
    IReadOnlyList<MailboxSecret>? Secrets, string Folder, MailAfter After, string? MoveTo, bool TakeOld, int LargestMegabytes, string? Team, string? Class, Mail.Unknown? Unknown, bool Active,
    Instant? ContactedAt, Instant? FailingSince, string? Error, long Waiting, long Taken, long Left)
{
    internal static MailboxJson Of(MailboxLine line) => Of(line, null);

    internal static MailboxJson Of(MailboxView view) => Of(view.Line, [.. view.Secrets]);

    private static MailboxJson Of(MailboxLine line, IReadOnlyList<MailboxSecret>? secrets)
    {
        var (row, d) = (line.Row, line.Row.Details);
        return new(
            row.Id.Value, row.Version, d.Name, d.Address, d.Server.Host, d.Server.Port, d.Server.Safety, d.Server.Certificate, d.Login, d.SignIn, d.OAuth?.TokenUrl, d.OAuth?.ClientId, d.OAuth?.Scope,
            secrets, d.Folder, d.After, d.MoveTo, d.TakeOld, d.LargestMegabytes, d.Team?.Name, d.Class?.Name, d.Unknown, row.Active,
            line.ContactedAt, line.FailingSince, line.Error, line.Waiting, line.Taken, line.Left);
    }
}

/// <param name="Works">Whether the desk could sign in and open the folder.</param>
/// <param name="Messages">How many the folder holds.</param>
/// <param name="Wrong">What was wrong, in a sentence.</param>
public sealed record TrialJson(bool Works, long Messages, string? Wrong);

/// <summary>Mailboxes for programs. What a mailbox is opened with is in no answer.</summary>
internal static class MailboxApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/mailboxes", async (WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ListMailboxes(), call.Caller)).Is(out var lines, out var no) ? (IResult)http.Listed(lines, l => l.Row.Id, MailboxJson.Of) : no.Problem()).WithSummary("All mailboxes, and how it goes with their servers").Produces<Listing<MailboxJson>>();
        api.MapPost("/mailboxes", Add).WithSummary("Add a mailbox; it begins switched off").Produces<MailboxJson>(201);
        api.MapGet("/mailboxes/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(desk, call, id, http)).WithSummary("One mailbox").Produces<MailboxJson>();
        api.MapPut("/mailboxes/{id:long}", Change).WithSummary("Say anew all about a mailbox; secrets that are left away stay").Produces<MailboxJson>();
        api.MapDelete("/mailboxes/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Do(new RemoveMailbox(new(id)), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Remove it").Produces(204);
        api.MapPost("/mailboxes/{id:long}/activation", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOnMailbox(new(id)), call, desk, http)).WithSummary("Switch it on").Produces<MailboxJson>();
        api.MapDelete("/mailboxes/{id:long}/activation", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOffMailbox(new(id)), call, desk, http)).WithSummary("Switch it off").Produces<MailboxJson>();
        api.MapPost("/mailboxes/{id:long}/trials", Try).WithSummary("Try the connection; nothing is taken").Produces<TrialJson>();
        api.MapPost("/mailboxes/{id:long}/fetches", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new FetchAgain(new(id)), call, desk, http)).WithSummary("Fetch again what was left on the server").Produces<MailboxJson>();
    }

    private static async Task<IResult> Add(Body<MailboxBody> body, WebCall call, Desk desk, MailboxSecrets secrets, HttpResponse http)
    {
        if (!body.Value.Secrets(secrets).Is(out var taken, out var no)) return no.Problem();
        if (!(await desk.Do(new AddMailbox(body.Value.Terms, taken), call.Call)).Is(out var made, out no)) return no.Problem();
        var view = (await desk.Ask(new ShowMailbox(made.Id), call.Caller)).Value!;
        return http.Made(string.Create(CultureInfo.InvariantCulture, $"/api/v1/mailboxes/{made.Key}"), made.Version, MailboxJson.Of(view));
    }

    private static async Task<IResult> Change(long id, Body<MailboxBody> body, WebCall call, Desk desk, MailboxSecrets secrets, HttpResponse http) =>
        body.Value.Secrets(secrets).Is(out var taken, out var no) ? await Run(new ChangeMailbox(new(id), body.Value.Terms, taken), call, desk, http) : no.Problem();

    private static async Task<IResult> Try(long id, Body<NothingBody> _, WebCall call, Desk desk, MailboxDoor door, HttpContext http)
    {
        if (!(await desk.Ask(new ShowMailbox(new(id)), call.Caller)).Is(out var view, out var no)) return no.Problem();
        var tried = await Trial.Of(door, view.Row, http.RequestAborted);
        return TypedResults.Ok(new TrialJson(tried.Wrong is null, tried.Messages, tried.Wrong));
    }

    private static async Task<IResult> Run(Command<Mailbox> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? await Answer(desk, call, done.Key, http) : no.Problem();

    private static async Task<IResult> Answer(Desk desk, WebCall call, long id, HttpResponse http) =>
        (await desk.Ask(new ShowMailbox(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Row.Version, MailboxJson.Of(view)) : no.Problem();
}
