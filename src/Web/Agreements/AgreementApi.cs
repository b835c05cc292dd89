using Microsoft.Extensions.Localization;

namespace FirstContact.Agreements;

/// <param name="Provider">The team or the supplier, by name or id; null for the desk.</param>
/// <param name="ReceiverKind">everyone, segment or unit; team or everyone; desk: as the kind of agreement asks for.</param>
/// <param name="Receiver">The segment, the unit or the team, by name or id.</param>
/// <param name="ProviderSpeakers">By e-mail address.</param>
/// <param name="AsItIs">How it is done today, promised by nobody; else the first draft.</param>
public sealed record StartAgreementBody(
    AgreementKind? Kind = null, string? Title = null, string? Provider = null, PartyKind? ReceiverKind = null, string? Receiver = null, string[]? ProviderSpeakers = null, string[]? ReceiverSpeakers = null, bool AsItIs = true, TermsBody? Terms = null);

/// <param name="ProviderSpeakers">By e-mail address.</param>
public sealed record PartiesBody(string? Title = null, string[]? ProviderSpeakers = null, string[]? ReceiverSpeakers = null);

/// <param name="Why">What is to become better; asked for once something is in force.</param>
public sealed record BeginDraftBody(string? Why = null);

/// <param name="ForOpen">For tickets that are open then as well.</param>
public sealed record DraftStartBody(LocalDate? From = null, bool ForOpen = false);

public sealed record DraftReasonBody(string? Reason = null);

/// <param name="Clause">By its key: scope, target-1, pausing, ladder, provider-duties, receiver-duties, procedures, on-miss, review.</param>
/// <param name="Counter">The terms as this side would have them; only this clause is taken from them.</param>
public sealed record PositionBody(Side? Side = null, string? Clause = null, Stance? Stance = null, TermsBody? Counter = null, string? Words = null);

public sealed record AcceptanceBody(Side? Side = null, string? Clause = null);

/// <param name="Draft">The one that was read.</param>
/// <param name="OnBehalf">Who has signed on paper for a supplier, and when.</param>
public sealed record SignatureBody(Side? Side = null, int Draft = 0, string? OnBehalf = null);

/// <param name="Clause">By its key; null for the whole.</param>
public sealed record AgreementCommentBody(string? Clause = null, string? Words = null);

/// <param name="Next">When it is looked at again; as the terms say when nothing is said.</param>
public sealed record AgreementReviewBody(string? Minutes = null, LocalDate? Next = null);

/// <param name="On">The last day on which it holds.</param>
public sealed record AgreementEndingBody(LocalDate? On = null, string? Reason = null);

/// <summary>Agreements for programs.</summary>
internal static class AgreementApi
{
    private static readonly Error KindUnknown = new(ErrorKind.Invalid, "agreement.kind-unknown", "Say service, operational or underpinning.", "kind"),
        SideMissing = new(ErrorKind.Invalid, "agreement.side-missing", "Say for which side: provider or receiver.", "side"), StanceMissing = new(ErrorKind.Invalid, "agreement.stance-missing", "Say agrees, counters or declines.", "stance");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/agreements", List).WithSummary("Those that you may see, by title").Produces<Listing<AgreementJson>>();
        api.MapGet("/agreements.csv", async (string? kind, string? ended, WebCall call, Desk desk, Times times, IStringLocalizer words) =>
            (await AgreementsPages.Table(kind, ended, call, desk, times, words)).Is(out var csv, out var no) ? csv : (IResult)no.Problem()).WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        api.MapPost("/agreements", Start).WithSummary("Begin one: how it is done today, or the first draft").Produces<AgreementJson>(201);
        api.MapGet("/agreements/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Agreement.Version, AgreementJson.Of(view.Agreement, Later(http))) : no.Problem()).WithSummary("One agreement whole").Produces<AgreementJson>();
        api.MapGet("/agreements/{id:long}/history", async (long id, WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no) ? http.Listed([.. view.History.Select(h => new AgreementEntryJson(h.At, h.By, h.Sentence))], null) : no.Problem()).WithSummary("What happened to it, the newest first").Produces<Listing<AgreementEntryJson>>();
        api.MapGet("/agreements/{id:long}/redline", Redline).WithSummary("What is different between two versions, clause by clause; from and to are a number, draft or habits").Produces<Listing<ClauseChangeJson>>();
        api.MapPut("/agreements/{id:long}/parties", (long id, Body<PartiesBody> body, WebCall call, Desk desk, HttpResponse http) => Holes(body.Value.ProviderSpeakers, body.Value.ReceiverSpeakers) is { } no ? Task.FromResult<IResult>(no.Problem())
            : Run(new ChangeParties(new(id), body.Value.Title, Joined(body.Value.ProviderSpeakers), Joined(body.Value.ReceiverSpeakers)), call, desk, http)).WithSummary("Another title, or others who speak").Produces<AgreementJson>();
        api.MapPut("/agreements/{id:long}/habits", (long id, Body<TermsBody> body, WebCall call, Desk desk, HttpResponse http) => Write(id, body.Value, "", call, desk, http, (_, terms) => new RecordHabits(new(id), terms)))
            .WithSummary("Write down how it is done today").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft", (long id, Body<BeginDraftBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new BeginDraft(new(id), body.Value.Why), call, desk, http)).WithSummary("Begin a draft from what holds now").Produces<AgreementJson>();
        api.MapPut("/agreements/{id:long}/draft", (long id, Body<TermsBody> body, WebCall call, Desk desk, HttpResponse http) => Write(id, body.Value, "", call, desk, http, (_, terms) => new RedraftTerms(new(id), terms)))
            .WithSummary("Write the draft, before it is put to both sides").Produces<AgreementJson>();
        api.MapPut("/agreements/{id:long}/draft/start", (long id, Body<DraftStartBody> body, WebCall call, Desk desk, Times times, HttpResponse http) => Run(new SetAgreementStart(new(id), body.Value.From, body.Value.ForOpen, times.Zone.Id), call, desk, http))
            .WithSummary("From which day it is to hold").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/putting", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new PutDraft(new(id)), call, desk, http)).WithSummary("Put the draft to both sides").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/taking-back", (long id, Body<DraftReasonBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new TakeDraftBack(new(id), body.Value.Reason), call, desk, http)).WithSummary("Take it back to write it anew").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/dropping", (long id, Body<DraftReasonBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new DropDraft(new(id), body.Value.Reason), call, desk, http)).WithSummary("End the negotiation").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/positions", Take).WithSummary("What a side says of a clause: yes, no, or what it offers instead").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/acceptances", (long id, Body<AcceptanceBody> body, WebCall call, Desk desk, HttpResponse http) => body.Value.Side is not { } side ? Task.FromResult<IResult>(SideMissing.Problem())
            : Run(new AcceptCounter(new(id), side, body.Value.Clause ?? ""), call, desk, http)).WithSummary("Take what the other side offers instead").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/draft/signatures", (long id, Body<SignatureBody> body, WebCall call, Desk desk, Times times, HttpResponse http) => body.Value.Side is not { } side ? Task.FromResult<IResult>(SideMissing.Problem())
            : Run(new SignDraft(new(id), side, body.Value.Draft, body.Value.OnBehalf, times.Zone.Id), call, desk, http)).WithSummary("Sign the draft for a side; the second signature makes it a version").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/comments", (long id, Body<AgreementCommentBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new CommentOnAgreement(new(id), body.Value.Clause, body.Value.Words), call, desk, http)).WithSummary("A word on a clause or the whole").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/reviews", (long id, Body<AgreementReviewBody> body, WebCall call, Desk desk, Times times, HttpResponse http) => Run(new ReviewAgreement(new(id), body.Value.Minutes, body.Value.Next, times.Zone.Id), call, desk, http)).WithSummary("Write down what came of a review").Produces<AgreementJson>();
        api.MapPost("/agreements/{id:long}/ending", (long id, Body<AgreementEndingBody> body, WebCall call, Desk desk, Times times, HttpResponse http) => Run(new EndAgreement(new(id), body.Value.On, body.Value.Reason, times.Zone.Id), call, desk, http)).WithSummary("End it").Produces<AgreementJson>();
    }

    private static async Task<IResult> List(string? kind, string? ended, WebCall call, Desk desk, Times times, IStringLocalizer words, HttpContext http)
    {
        if (!kind.IsBlank && AgreementsPages.KindOf(kind) is null) return KindUnknown.Problem();
        if (Csv.Wanted(http.Request)) return (await AgreementsPages.Table(kind, ended, call, desk, times, words)).Is(out var csv, out var unread) ? csv : unread.Problem();
        return (await desk.Ask(new ListAgreements(AgreementsPages.KindOf(kind), ended == "yes"), call.Caller)).Is(out var all, out var no) ? http.Listed([.. all.Select(a => AgreementJson.Of(a, times.Now))], null) : no.Problem();
    }

    private static async Task<IResult> Start(Body<StartAgreementBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        if (Error.Of(b.Kind is null ? KindUnknown : null, Holes(b.ProviderSpeakers, b.ReceiverSpeakers), b.Terms?.Holes is { } hole ? hole.At("terms") : null) is { } holes) return holes.Problem();
        var terms = b.Terms ?? new();
        var read = terms.Read(await TermsBook.Of(desk, call.Caller, terms.People), 1);
        if (TermsCheck.Wrong(b.Kind!.Value, read, TermsBody.Name) is { } wrong) return Within(wrong, "terms.").Problem();
        var said = new PartiesSaid(b.Title, b.Provider, b.ReceiverKind ?? PartyKind.Supplier, b.Receiver, Joined(b.ProviderSpeakers), Joined(b.ReceiverSpeakers));
        return (await desk.Do(new StartAgreement(b.Kind.Value, said, b.AsItIs, read.Terms), call.Call)).Is(out var made, out var no)
            ? http.Made($"/api/v1/agreements/{made.Key}", made.Version, AgreementJson.Of(made, Later(http))) : no.Problem();
    }

    private static async Task<IResult> Redline(long id, string? from, string? to, WebCall call, Desk desk, IStringLocalizer words, HttpContext http)
    {
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Problem();
        return RedlinePages.Of(view.Agreement, from, to, words).Is(out var r, out var missing)
            ? http.Listed([.. Clauses.Redline(r.From.Terms, r.To.Terms).Select(c => new ClauseChangeJson(c.Clause, ClauseWords.Name(c.Clause), c.Change, ClauseWords.Of(r.From.Terms, c.Clause), ClauseWords.Of(r.To.Terms, c.Clause)))], null) : missing.Problem();
    }

    private static async Task<IResult> Take(long id, Body<PositionBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        if (Error.Of(b.Side is null ? SideMissing : null, b.Stance is null ? StanceMissing : null, b.Counter?.Holes is { } hole ? hole.At("counter") : null) is { } no) return no.Problem();
        return b.Counter is not { } counter ? await Run(new TakePosition(new(id), b.Side!.Value, b.Clause ?? "", b.Stance!.Value, null, b.Words), call, desk, http)
            : await Write(id, counter, "counter.", call, desk, http, (view, terms) => new TakePosition(new(id), b.Side!.Value, b.Clause ?? "", b.Stance!.Value, terms, b.Words));
    }

    /// <summary>Does something with terms, which are understood by what the agreement is.</summary>
    private static async Task<IResult> Write(long id, TermsBody body, string at, WebCall call, Desk desk, HttpResponse http, Func<AgreementView, Terms, Command<Agreement>> with)
    {
        if (body.Holes is { } holes) return Within(holes, at).Problem();
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Problem();
        var read = body.Read(await TermsBook.Of(desk, call.Caller, body.People, view.Agreement.Habits, view.Agreement.Table?.Terms), Wants.NextTarget(view));
        return TermsCheck.Wrong(view.Agreement.Kind, read, TermsBody.Name) is { } wrong ? Within(wrong, at).Problem() : await Run(with(view, read.Terms), call, desk, http);
    }

    private static Error Within(Error error, string at) => Error.Of(error.All.Select(e => e.At($"{at}{e.Field}")))!;

    private static Error? Holes(string[]? ours, string[]? theirs) =>
        Error.Of((ours ?? []).Contains(null) ? AgreementErrors.SpeakerUnknown.At("providerSpeakers") : null, (theirs ?? []).Contains(null) ? AgreementErrors.SpeakerUnknown.At("receiverSpeakers") : null);

    private static string Joined(string[]? addresses) => string.Join(' ', addresses ?? []);

    private static async Task<IResult> Run(Command<Agreement> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, AgreementJson.Of(done, Later(http))) : no.Problem();

    // What ends or begins now does so a little after the request came.
    private static Instant Later(HttpResponse http) => http.HttpContext.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
}
