using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>The forms of the composer: what is sent, kept, taken back, and gone on with.</summary>
public static class WritingForms
{
    private static readonly string[] Words = ["reply", "note", "call"], Handing = ["handTo", "handAsked", "handStatement", "handReproduction", "handTried", "handPromised"], Along = [Draft.Promise, Draft.Files];

    public static void MapWritingForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/messages", Send);
        one.MapPost("/draft", Keep);
        one.MapPost("/typing", Typing);
        one.MapPost("/draft/removal", async (TicketAt number, WebCall call, Desk desk) => Back(number, (await desk.Do(new SaveDraft(number, null, []), Plain(call))).Error));
        one.MapPost("/draft/taking-over", async (TicketAt number, WebCall call, Form form, Desk desk) => Back(number, (await desk.Do(new TakeOverDraft(number, new(form.Number("person") ?? 0)), Plain(call))).Error));
        one.MapPost("/replies/{id:long}/taking-back", async (TicketAt number, long id, WebCall call, Desk desk) => Back(number, (await desk.Do(new TakeBackReply(new(id)), Plain(call))).Error));
        one.MapPost("/replies/{id:long}/departure", async (TicketAt number, long id, WebCall call, Desk desk) => Back(number, (await desk.Do(new HurryReply(new(id)), Plain(call))).Error));
    }

    private static async Task<IResult> Send(TicketAt number, WebCall call, Form form, Desk desk, TicketScreen screen, DateTimeZone zone)
    {
        var mode = form["mode"] ?? "reply";
        var promise = form.Instant("promise", zone);
        Error? refused;
        if (mode == "handover")
            refused = (await desk.Do(new HandOverTicket(number, form["handTo"], new(form["handStatement"], form["handTried"], form["handAsked"], promise) { Reproduction = form["handReproduction"], Promised = form["handPromised"] }), call.Of(form))).Error;
        else
        {
            if (!(await Uploads.Take(form, call, desk)).Is(out var uploaded, out var no)) return await screen.Again(number, call, form, "messages", no);
            Seq<long> files = [.. Numbers(form[Draft.Files]), .. uploaded];
            refused = mode switch
            {
                "note" => await Say(MessageKind.Note, Visibility.Internal),
                "call" => await Say(MessageKind.Call, Visibility.Public),
                _ when !call.Caller.May(WritingPermissions.Write) => await Say(MessageKind.Reply, Visibility.Public),
                _ => (await desk.Do(new SendReply(number, form["reply"])
                {
                    Attachments = files, Promise = promise, Leaves = form["send"] == "later" ? form.Instant("leaves", zone) ?? Instant.MinValue : null,
                    Then = form["send"] switch { "wait" => SendThen.WaitForCustomer, "check" => SendThen.AskToCheck, _ => SendThen.Nothing },
                }, call.Of(form))).Error,
            };

            async Task<Error?> Say(MessageKind kind, Visibility visibility) =>
                (await desk.Do(new SayOnTicket(number, kind, visibility, form[mode]) { Attachments = files, Promise = promise }, call.Of(form))).Error;
        }
        if (refused is { } wrong) return await screen.Again(number, call, form, "messages", Error.Of(wrong.All.Select(e => Said(e, form)).Select(e => e.Field is { } field ? e.At(Called(field, mode)) : e))!);
        desk.Presence.Wrote(Topic(number), call.Caller);
        // What was sent is no draft any more; what was begun in another mode still is.
        if (call.Caller.May(WritingPermissions.Write)) await desk.Do(new SaveDraft(number, null, Written(form, mode)), Plain(call));
        return (await desk.Ask(new DescribeTicket(number), call.Caller)).Is(out var view, out var gone) ? TicketScreen.On(form, view.Ticket.Number) : gone.Page();
    }

    /// <summary>A time that is not there has not passed.</summary>
    private static Error Said(Error no, Form form) => no.Code == WritingErrors.LeavesPassed.Code && form["leaves"] is null ? WritingErrors.LeavesMissing : no;

    /// <summary>What the composer calls a field of the desk.</summary>
    private static string Called(string field, string mode) => field switch { "body" => mode, "promise" => "newsBy", "team" => "handTo", "asked" or "statement" or "tried" or "reproduction" or "promised" => $"hand{char.ToUpperInvariant(field[0])}{field[1..]}", _ => field };

    private static async Task<IResult> Keep(TicketAt number, bool? quietly, WebCall call, Form form, Desk desk)
    {
        var kept = await desk.Do(new SaveDraft(number, form["mode"], Written(form)), Plain(call));
        if (kept.Value is { IsEmpty: false } draft) desk.Presence.Write(Topic(number), call.Caller, serves: true, draft.Mode);
        if (quietly == true) return kept.Error is { } no ? no.Problem() : TypedResults.NoContent();
        return Back(number, kept.Error);
    }

    /// <summary>Somebody whose words the desk does not keep is writing: a customer.</summary>
    private static async Task<IResult> Typing(TicketAt number, WebCall call, Desk desk)
    {
        if ((await desk.Ask(new DescribeTicket(number), call.Caller)).Error is { } no) return no.Problem();
        desk.Presence.Write(Topic(number), call.Caller, call.Caller.May(TicketPermissions.SeeAll), "reply");
        return TypedResults.NoContent();
    }

    private static string Topic(TicketAt number) => $"{Ticket.Subject}/{number.Id.Value.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What stands in the composer. What a handover is filled with by itself counts only when somebody has begun one.</summary>
    /// <param name="sent">The mode that has just been sent: its words, and what went along with them, are left out.</param>
    private static Seq<DraftField> Written(Form form, string? sent = null)
    {
        string[] names = [.. Words.Where(w => w != sent), .. sent == "handover" || (form["handTo"] ?? form["handAsked"]) is null ? [] : Handing, .. sent is null ? Along : []];
        return [.. from name in names where form[name] is not null select new DraftField(name, form[name]!)];
    }

    private static IResult Back(TicketAt number, Error? no) => no?.Page() ?? new SeeOther($"/t/{number.Id.Value.ToString(CultureInfo.InvariantCulture)}");

    // What is written is no word about a version, and none stops it.
    private static Call Plain(WebCall call) => call.Call with { Expects = null, Key = null };

    private static IEnumerable<long> Numbers(string? text) =>
        from part in (text ?? "").Split(',', StringSplitOptions.TrimEntries) let number = long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0 where number > 0 select number;
}
