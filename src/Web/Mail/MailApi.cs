using System.Globalization;

namespace FirstContact.Mail;

/// <param name="Ticket">The number of the ticket that it is on.</param>
/// <param name="Message">The number of the message there; 0 when it opened the ticket.</param>
/// <param name="Machine">What told that a program wrote it; null for people.</param>
/// <param name="Checks">What a trusted server found out about the sender.</param>
public sealed record MailJson(
    MailId Id, int Version, MailState State, string? Reason, string? Sender, string? SenderName, string? Subject, MailVia Via, string? Recipient, long Size, Instant KeptAt, Instant? SettledAt,
    string? Ticket, int? Message, string? Machine, string? Checks)
{
    internal static MailJson Of(MailLine m) => new(m.Id, m.Version, m.State, m.Reason, m.Author, m.AuthorName, m.About, m.Via, m.Recipient, m.Size, m.KeptAt, m.SettledAt, m.Ticket, m.Message, m.Machine, m.Checks);
}

/// <param name="Held">The desk must not decide alone.</param>
/// <param name="Failed">It broke.</param>
public sealed record HeldMailJson(int Held, int Failed);

/// <summary>What hands a message in hears of it: that it is stored.</summary>
public sealed record MailKeptJson(MailId Id, MailState State);

/// <summary>Mail for programs: handing it in, seeing what became of it, the rules.</summary>
internal static class MailApi
{
    private static readonly Error StateUnknown = new(ErrorKind.Invalid, "mail.state-unknown", "A state is waiting, taken, doubled, refused, held or failed.", "state");

    public static void Map(IEndpointRouteBuilder api)
    {
        var mail = api.MapGroup("").WithTags("Mail");
        mail.MapPost("/mail", HandIn).WithSummary("Hand in a raw message: it is the body; to whom it went in ?recipient=. It is stored when this answers, and handed in twice it is one").Accepts<byte[]>("message/rfc822").Produces<MailKeptJson>(202);
        mail.MapGet("/mail", List).WithSummary("What came in, newest first").Produces<Listing<MailJson>>();
        mail.MapGet("/mail/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(id, call, desk, http)).WithSummary("One message and what became of it").Produces<MailJson>();
        mail.MapGet("/mail/{id:long}/raw", async (long id, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowMail(new(id)), call.Caller)).Is(out var view, out var no) ? TypedResults.File(view.Raw.ToArray(), "message/rfc822", $"mail-{id}.eml") : (IResult)no.Problem()).WithSummary("The message as it came");
        mail.MapPost("/mail/{id:long}/attempts", async (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new TakeMailAgain(new(id)), call.Call)).Error is { } no ? no.Problem() : await Answer(id, call, desk, http)).WithSummary("Take in again what was refused, held or failed").Produces<MailJson>();
        mail.MapPost("/mail/{id:long}/refusal", async (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new LeaveOutMail(new(id)), call.Call)).Error is { } no ? no.Problem() : await Answer(id, call, desk, http)).WithSummary("Leave out what was held or failed: somebody has looked at it").Produces<MailJson>();
        mail.MapGet("/mail/held", async (WebCall call, Desk desk) =>
            (await desk.Ask(new CountHeldMail(), call.Caller)).Is(out var held, out var no) ? TypedResults.Json(new HeldMailJson(held.Held, held.Failed), ApiJson.Options) : (IResult)no.Problem()).WithSummary("How many messages wait for somebody to decide on them").Produces<HeldMailJson>();
        MailRulesApi.Map(mail);
    }

    private static async Task<IResult> HandIn(string? recipient, HttpRequest request, WebCall call, Desk desk)
    {
        // Asked first: nobody sends sixty megabytes to hear that he may not.
        if (!call.Caller.May(MailPermissions.HandIn)) return Errors.Forbidden.Problem();
        if (request.ContentLength > MailLimits.Usual.Largest) return MailErrors.TooLarge.Problem();
        var raw = await RawMessage.Read(request.Body, MailLimits.Usual.Largest, request.HttpContext.RequestAborted);
        return (await desk.Do(new KeepMail(raw, MailVia.Http, null, recipient), call.Call)).Is(out var kept, out var no)
            ? TypedResults.Json(new MailKeptJson(kept.Id, kept.State), ApiJson.Options, statusCode: 202) : no.Problem();
    }

    private static async Task<IResult> List(string? state, string? after, string? limit, WebCall call, Desk desk, HttpContext http)
    {
        var only = Enum.TryParse<MailState>(state, ignoreCase: true, out var word) && char.IsLetter(state![0]) ? word : (MailState?)null;
        if (!state.IsBlank && only is null) return StateUnknown.Problem();
        var rows = limit.IsBlank ? 50 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return (await desk.Ask(new ListMail(only, after, rows), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(MailJson.Of)], list.Next) : no.Problem();
    }

    private static async Task<IResult> Answer(long id, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Ask(new ShowMail(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Line.Version, MailJson.Of(view.Line)) : no.Problem();
}
