namespace FirstContact.Tickets;

/// <param name="Number">As the telephone system shows it.</param>
/// <param name="At">When; now when it is missing.</param>
/// <param name="Person">Who called, by e-mail address; whoever has this number when it is missing.</param>
/// <param name="Transcript">What was said to the voice mail.</param>
/// <param name="Attachments">The voice mail: upload it first.</param>
public sealed record MissedCallBody(string? Number, Instant? At = null, string? Person = null, string? Transcript = null, long[]? Attachments = null);

/// <param name="Words">What was said; the customer reads it.</param>
/// <param name="Caller">Who it was, by e-mail address, where nobody had this number.</param>
public sealed record ReachedBody(string? Words = null, string? Caller = null);

/// <param name="Again">When somebody tries again; after the usual time when it is missing.</param>
public sealed record TriedBody(Instant? Again = null);

public sealed record CallBackJson(string Number, Instant Due, int MissedCalls, Instant MissedAt, bool VoiceMail, bool Known, int Attempts, Instant? TriedAt)
{
    internal static CallBackJson? Of(CallBack? c) => c is null ? null : new(c.Number, c.Due, c.Missed, c.MissedAt, c.VoiceMail, c.Known, c.Attempts, c.TriedAt);
}

public sealed record CallRulesBody(int? DueMinutes, int? RetryMinutes, int? JoinHours);

public sealed record CallRulesJson(int Version, int DueMinutes, int RetryMinutes, int JoinHours)
{
    internal static CallRulesJson Of(CallRules r) => new(r.Version, r.Values.DueMinutes, r.Values.RetryMinutes, r.Values.JoinHours);
}

/// <summary>Calls that nobody took, for telephone systems and scripts.</summary>
public static class CallApi
{
    public static void MapCallApi(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("").WithTags("Calls");
        calls.MapPost("/missed-calls", (Body<MissedCallBody> body, WebCall call, Desk desk, HttpResponse http) =>
            TicketApi.Run(new RecordMissedCall(body.Value.Number, body.Value.At, body.Value.Person, body.Value.Transcript) { Attachments = [.. body.Value.Attachments ?? []] }, call with { Call = call.Call with { Expects = null } }, desk, http, made: true))
            .WithSummary("A call that nobody took: answers the ticket to call back, a new one or the one that waits for this number").Produces<TicketJson>(201);
        calls.MapPost("/tickets/{ticket}/call/reached", (TicketAt ticket, Body<ReachedBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new ReachByCall(ticket, body.Value.Words, body.Value.Caller), call, desk, http)).WithSummary("Called back, and reached").Produces<TicketJson>();
        calls.MapPost("/tickets/{ticket}/call/tried", (TicketAt ticket, Body<TriedBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new TryCallAgain(ticket, body.Value.Again), call, desk, http)).WithSummary("Called back, and nobody answered").Produces<TicketJson>();
        calls.MapGet("/call-rules", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowCallRules(), call.Caller)).Is(out var now, out var no) ? http.Tagged(now.Version, CallRulesJson.Of(now)) : no.Problem()).WithSummary("What holds for missed calls").Produces<CallRulesJson>();
        calls.MapPut("/call-rules", async (Body<CallRulesBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeCallRules(new(body.Value.DueMinutes ?? 0, body.Value.RetryMinutes ?? 0, body.Value.JoinHours ?? -1)), call.Call)).Is(out var now, out var no) ? http.Tagged(now.Version, CallRulesJson.Of(now)) : no.Problem())
            .WithSummary("Say what holds for missed calls").Produces<CallRulesJson>();
    }
}
