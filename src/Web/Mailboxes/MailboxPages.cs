using System.Globalization;
using FirstContact.Policies;

namespace FirstContact.Mailboxes;

public sealed record MailboxesModel(IReadOnlyList<MailboxLine> Lines);

/// <param name="View">What is changed; null while something new is typed.</param>
/// <param name="Tried">How a try of the connection went; null when none was made.</param>
public sealed record MailboxModel(MailboxView? View, IReadOnlyList<TeamRow> Teams, IReadOnlyList<ClassRow> Classes, MailboxTyped Typed, Error? Error = null, Trial? Tried = null);

/// <param name="Wrong">What was wrong; null when all went well.</param>
public sealed record Trial(long Messages, string? Wrong)
{
    /// <summary>Signs in and opens the folder, and leaves everything as it is.</summary>
    public static async Task<Trial> Of(MailboxDoor door, MailboxRow row, CancellationToken stop)
    {
        try { return new(await door.Try(row, stop), null); }
        catch (ImapException e) { return new(0, e.Message); }
    }
}

/// <summary>Mailboxes for people: a list, and one page that adds or changes, tries, and switches on.</summary>
internal static class MailboxPages
{
    public const string List = "/settings/mailboxes";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/mailboxes", async (WebCall call, Desk desk) =>
            (await desk.Ask(new ListMailboxes(), call.Caller)).Is(out var lines, out var no) ? Show.Page<MailboxesPage, MailboxesModel>(new(lines)) : no.Page());
        settings.MapGet("/mailboxes/new", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/mailboxes", Add);
        settings.MapGet("/mailboxes/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id));
        settings.MapPost("/mailboxes/{id:long}", Change);
        settings.MapPost("/mailboxes/{id:long}/trial", Try);
        settings.MapPost("/mailboxes/{id:long}/on", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOnMailbox(new(id)), call, At(id)));
        settings.MapPost("/mailboxes/{id:long}/off", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOffMailbox(new(id)), call, At(id)));
        settings.MapPost("/mailboxes/{id:long}/again", (long id, WebCall call, Desk desk) => desk.Press(new FetchAgain(new(id)), call, At(id)));
        settings.MapPost("/mailboxes/{id:long}/removal", (long id, WebCall call, Desk desk) => desk.Press(new RemoveMailbox(new(id)), call, List));
    }

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk, MailboxSecrets secrets)
    {
        var typed = MailboxTyped.Of(form);
        if (!Secrets(form, secrets).Is(out var taken, out var no)) return await Screen(desk, call, null, typed, no);
        var result = await desk.Do(new AddMailbox(typed.Terms, taken), call.Of(form));
        return result.Is(out var made, out no) ? new SeeOther(At(made.Key)) : await Screen(desk, call, null, typed, no);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk, MailboxSecrets secrets)
    {
        var typed = MailboxTyped.Of(form);
        if (!Secrets(form, secrets).Is(out var taken, out var no)) return await Screen(desk, call, id, typed, no);
        var result = await desk.Do(new ChangeMailbox(new(id), typed.Terms, taken), call.Of(form));
        return result.Error is { } wrong ? await Screen(desk, call, id, typed, wrong) : new SeeOther(At(id));
    }

    private static async Task<IResult> Try(long id, WebCall call, Desk desk, MailboxDoor door, HttpContext http)
    {
        if (!(await desk.Ask(new ShowMailbox(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        return await Screen(desk, call, id, tried: await Trial.Of(door, view.Row, http.RequestAborted));
    }

    private static Result<Seq<SealedSecret>> Secrets(Form form, MailboxSecrets secrets) =>
        secrets.Take(form["password"], form["clientSecret"], form["refreshToken"]);

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, MailboxTyped? typed = null, Error? no = null, Trial? tried = null)
    {
        if (!call.Caller.May(MailboxPermissions.Manage)) return Errors.Forbidden.Page();
        MailboxView? view = null;
        if (id is { } known && !(await desk.Ask(new ShowMailbox(new(known)), call.Caller)).Is(out view, out var missing)) return missing.Page();
        var (teams, classes) = ((await desk.Ask(new ListTeams(), call.Caller)).Value!, (await desk.Ask(new ListClasses(), call.Caller)).Value!);
        return Show.Page<MailboxPage, MailboxModel>(new(view, teams, classes, typed ?? (view is null ? new() : MailboxTyped.Of(view.Row.Details)), no, tried), no?.Status() ?? 200);
    }
}
