using System.Globalization;

namespace FirstContact.Sending;

/// <param name="To">Where it went, or is going.</param>
/// <param name="Answer">What the server said last, or why nothing was sent.</param>
/// <param name="LateAt">When another server said that it is late.</param>
/// <param name="LateUntil">Until when that one tries, when it said so.</param>
public sealed record LetterJson(
    long Id, string? Ticket, PersonId Person, string Name, string To, LetterKind Kind, LetterState State, int Attempts, Instant At, Instant? NextAt, Instant? FinishedAt, string? MessageId, int? Code, string? Answer,
    Instant? LateAt, Instant? LateUntil)
{
    internal static LetterJson Of(LetterLine l) => new(l.Id, l.Number, l.Person.Id, l.Person.Name, l.Address, l.Kind, l.State, l.Attempts, l.CreatedAt, l.NextAt, l.FinishedAt, l.MessageId, l.Code, l.Answer, l.LateAt, l.LateUntil);
}

/// <param name="Language">For those who read it, by its code; null for all others.</param>
/// <param name="Own">Whether somebody has written it; otherwise it is as usual.</param>
/// <param name="Team">Whose tickets it is for; null for all that have none of their own.</param>
public sealed record LetterFormJson(LetterKind Kind, TeamId? Team, string? Language, string Subject, string Body, bool Own);

public sealed record StoppedAddressJson(string Address, string Why, Instant StoppedAt);

/// <param name="Team">By name or id; left away for all teams.</param>
/// <param name="Language">By its code; left away for whoever reads none of those that have a form.</param>
public sealed record LetterFormBody(string? Subject, string? Body, string? Team = null, string? Language = null);

/// <summary>What is sent by mail, for programs.</summary>
internal static class SendingApi
{
    private static readonly Error StateUnknown = new(ErrorKind.Invalid, "letter.state-unknown", "This is no state of a letter.", "state");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/letters", List).WithSummary("What was sent by mail, newest first").Produces<Listing<LetterJson>>();
        api.MapPost("/letters/tests", async (Body<NothingBody> _, WebCall call, Desk desk, SendingSettings mail) =>
            (await desk.Do(new SendTestLetter(mail.Server is not null), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.Accepted((string?)null)).WithSummary("Send a test to yourself").Produces(202);
        api.MapGet("/returned-letters", async (WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ListReturnedLetters(), call.Caller)).Is(out var returned, out var no) ? http.Listed(returned, null) : no.Problem())
            .WithSummary("What did not arrive, about tickets that need the caller").Produces<Listing<ReturnedLetter>>();
        api.MapDelete("/returned-letters/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Do(new SeeReturnedLetter(id), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Somebody has seen that it did not arrive").Produces(204);
        api.MapPost("/letters/{id:long}/attempts", async (long id, Body<NothingBody> _, WebCall call, Desk desk) =>
            (await desk.Do(new ResendLetter(id), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.Accepted((string?)null)).WithSummary("Send it again, under the same Message-ID").Produces(202);
        api.MapDelete("/letters/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Do(new TakeBackLetter(id), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Take it back before it leaves").Produces(204);
        api.MapPost("/me/addresses", async (Body<People.AddressJson> body, WebCall call, Desk desk, SendingSettings mail) =>
            (await desk.Do(new ProveAddress(body.Value.Address, mail.Server is not null), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.Accepted((string?)null))
            .WithSummary("Asks for a letter to another address of one's own; its code confirms it").Produces(202);
        api.MapGet("/letter-forms", async (WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ShowLetterRules(), call.Caller)).Is(out var rules, out var no) ? http.Listed(Forms(rules), null) : no.Problem()).WithSummary("How letters read").Produces<Listing<LetterFormJson>>();
        api.MapPut("/letter-forms/{kind}", async (string kind, Body<LetterFormBody> body, WebCall call, Desk desk, HttpContext http) => Read(kind) is not { } known ? SendingErrors.NotFound.Problem()
            : (await desk.Do(new ChangeLetterForm(known, body.Value.Team, new(body.Value.Subject ?? "", body.Value.Body ?? "")) { Language = body.Value.Language }, call.Call)).Is(out var rules, out var no) ? http.Listed(Forms(rules), null) : no.Problem())
            .WithSummary("Change how letters of one kind read, for a team or for all, in a language or in all").Produces<Listing<LetterFormJson>>();
        api.MapDelete("/letter-forms/{kind}", async (string kind, string? team, string? language, WebCall call, Desk desk) => Read(kind) is not { } known ? SendingErrors.NotFound.Problem()
            : (await desk.Do(new ChangeLetterForm(known, team, null) { Language = language }, call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Take back what was written: it reads as usual again").Produces(204);
        api.MapGet("/stopped-addresses", async (WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ListStoppedAddresses(), call.Caller)).Is(out var stopped, out var no) ? http.Listed([.. stopped.Select(s => new StoppedAddressJson(s.Address, s.Why, s.StoppedAt))], null) : no.Problem())
            .WithSummary("Addresses that mail does not reach").Produces<Listing<StoppedAddressJson>>();
        api.MapDelete("/stopped-addresses/{address}", async (string address, WebCall call, Desk desk) =>
            (await desk.Do(new ClearAddress(address), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Mail arrives there again").Produces(204);
    }

    private static async Task<IResult> List(string? state, string? after, string? limit, WebCall call, Desk desk, HttpContext http)
    {
        var only = Enum.TryParse<LetterState>(state, ignoreCase: true, out var word) && char.IsLetter(state![0]) ? word : (LetterState?)null;
        if (!state.IsBlank && only is null) return StateUnknown.Problem();
        var rows = limit.IsBlank ? 50 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return (await desk.Ask(new ListLetters(only, after, rows), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(LetterJson.Of)], list.Next) : no.Problem();
    }

    private static IReadOnlyList<LetterFormJson> Forms(LetterRules rules) =>
    [
        .. Enum.GetValues<LetterKind>().Select(k => rules.For(k, null) is var f ? new LetterFormJson(k, null, null, f.Subject, f.Body, rules.Own(k, null) is not null) : null!),
        .. rules.Forms.Where(f => (f.Team, f.Language) is not (null, null)).Select(f => new LetterFormJson(f.Kind, f.Team?.Id, f.Language, f.Form.Subject, f.Form.Body, true)),
    ];

    private static LetterKind? Read(string kind) => Enum.TryParse<LetterKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(kind[0]) ? known : null;
}
