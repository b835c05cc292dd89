using System.Globalization;
using FirstContact.Tickets;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace FirstContact.Agreements;

/// <summary>All agreements that somebody may see, and the form that begins one.</summary>
internal static class AgreementsPages
{
    public const string List = "/agreements";
    private static readonly string[] Columns = ["agreement", "kind", "title", "provider", "receiver", "providerSpeakers", "receiverSpeakers", "stage", "version", "from", "reviewDue", "reviewedOn", "endsAt"];
    private static readonly string?[] PartyFields = ["title", "provider", "receiver", "speakers", "providerSpeakers", "receiverSpeakers"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agreements", Page);
        pages.MapGet("/agreements.csv", async (string? kind, string? ended, WebCall call, Desk desk, Times times, IStringLocalizer words) =>
            (await Table(kind, ended, call, desk, times, words)).Is(out var csv, out var no) ? csv : no.Page());
        pages.MapGet("/agreements/new", (string? kind, WebCall call, Desk desk, Frame frame, IStringLocalizer words) => Screen(KindOf(kind) ?? AgreementKind.Operational, Form.Empty, call, desk, frame, words));
        pages.MapPost("/agreements", Start);
    }

    /// <summary>Whoever is only served stays in the portal.</summary>
    public static IResult Shown<TPage, TPortal, TModel>(this WebCall call, TModel model, int status = 200) where TPage : Page<TModel> where TPortal : PortalPage<TModel> where TModel : notnull =>
        Served(call) ? Show.Page<TPortal, TModel>(model, status) : Show.Page<TPage, TModel>(model, status);

    public static bool Served(WebCall call) => !call.Caller.May(TicketPermissions.SeeAll);

    public static string Code<T>(T word) where T : struct, Enum => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];

    public static AgreementKind? KindOf(string? word) => Enum.TryParse<AgreementKind>(word, true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(word![0]) ? kind : null;

    private static async Task<IResult> Page(string? kind, string? ended, WebCall call, Desk desk, Times times, Frame frame)
    {
        frame.At = List;
        if (!(await desk.Ask(new ListAgreements(KindOf(kind), ended == "yes"), call.Caller)).Is(out var all, out var no)) return no.Page();
        var lines = all.Select(a => new AgreementLine(a, a.Stage(times.Now), Wants.Of(call.Caller, a, times))).ToList();
        return call.Shown<AgreementsPage, MyAgreementsPage, AgreementsModel>(new(lines, KindOf(kind), ended == "yes", call.Caller.May(AgreementPermissions.Start), Served(call)));
    }

    private static async Task<IResult> Start(Form form, WebCall call, Desk desk, Frame frame, IStringLocalizer words)
    {
        if (KindOf(form["kind"]) is not { } kind) return AgreementErrors.ProviderWrong.Page();
        if (form[TermsForm.More] is { } list) return await Screen(kind, TermsForm.OneMore(form, list), call, desk, frame, words);
        var book = await TermsBook.Of(desk, call.Caller, TermsForm.People(form));
        var read = TermsForm.Read(form, book, 1);
        var terms = Terms.Blank with { Targets = read.Terms.Targets };
        var wrong = TermsCheck.Wrong(kind, read with { Terms = terms, Steps = [] }, TermsForm.Name);
        var said = new PartiesSaid(form["title"], form["provider"], ReceiverKind(form["receiver"]), Receiver(form["receiver"]), form["providerSpeakers"], form["receiverSpeakers"]);
        var begun = await desk.Do(new StartAgreement(kind, said, form["asItIs"] != "no", terms), call.Of(form));
        if (begun.Is(out var made, out var no)) return new SeeOther(AgreementPages.At(made.Key));
        // What the rules say against a target they say of no row: the check knows which.
        return await Screen(kind, form, call, desk, frame, words, wrong is null ? no : Error.Of([.. no.All.Where(e => PartyFields.Contains(e.Field)), .. wrong.All]));
    }

    // One list offers all who may be served: everyone, 'segment:Plants', 'unit:3', 'team:2', or the desk.
    private static PartyKind ReceiverKind(string? typed) => Enum.TryParse<PartyKind>(typed?.Split(':')[0], true, out var kind) && Enum.IsDefined(kind) ? kind : PartyKind.Supplier;

    private static string? Receiver(string? typed) => typed?.Split(':', 2) is [_, var whom] ? whom : null;

    private static async Task<IResult> Screen(AgreementKind kind, Form typed, WebCall call, Desk desk, Frame frame, IStringLocalizer words, Error? no = null)
    {
        frame.At = List;
        if (!call.Caller.May(AgreementPermissions.Start) || no?.Kind is ErrorKind.Forbidden) return Errors.Forbidden.Page();
        var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value!.Where(t => t.Active).Select(t => (Id(t.Id), t.Name)).ToList();
        var units = kind == AgreementKind.Service ? (await desk.Ask(new ListUnits(), call.Caller)).Value!.Where(u => u.Active).ToList() : [];
        IReadOnlyList<(string, string)> providers = kind switch
        {
            AgreementKind.Service => [],
            AgreementKind.Operational => teams,
            _ => [.. (await desk.Ask(new ListSuppliers(), call.Caller)).Value!.Where(s => !s.Retired).Select(s => (Id(s.Id), s.Name))],
        };
        IReadOnlyList<(string, string)> receivers = kind switch
        {
            AgreementKind.Service =>
            [
                (Code(PartyKind.Everyone), words.Party(Party.Everyone, kind)), .. units.Select(u => u.Segment).Where(s => !s.IsBlank).Distinct(StringComparer.OrdinalIgnoreCase).Order().Select(s => ($"segment:{s}", words["Segment {0}", s].Value)),
                .. units.Select(u => ($"unit:{Id(u.Id)}", u.Name)),
            ],
            AgreementKind.Operational => [.. teams.Select(t => ($"team:{t.Item1}", t.Item2)), (Code(PartyKind.Everyone), words.Party(Party.Everyone, kind))],
            _ => [(Code(PartyKind.Desk), words.Party(Party.Desk, kind))],
        };
        return Show.Page<StartPage, StartModel>(new(kind, providers, receivers, await TermsBook.Of(desk, call.Caller, []), typed, no), no?.Status() ?? 200);
    }

    internal static async Task<Result<Csv>> Table(string? kind, string? ended, WebCall call, Desk desk, Times times, IStringLocalizer words) =>
        (await desk.Ask(new ListAgreements(KindOf(kind), ended == "yes"), call.Caller)).Is(out var all, out var no) ? new Csv("agreements", Columns, all.Select(a => Row(a, times, words)).ToAsyncEnumerable()) : no;

    private static IReadOnlyList<string?> Row(Agreement a, Times times, IStringLocalizer words)
    {
        var now = a.At(times.Now);
        return
        [
            Id(a.Id), Code(a.Kind), a.Title, words.Side(a, Side.Provider), words.Side(a, Side.Receiver), Names(a.Parties.ProviderSpeakers), Names(a.Parties.ReceiverSpeakers), Code(a.Stage(times.Now)),
            now?.No.ToString(CultureInfo.InvariantCulture), Day(now?.From.InZone(times.Zone).Date), Day(a.ReviewDue), Day(a.ReviewedOn), a.EndsAt is { } end ? InstantPattern.ExtendedIso.Format(end) : null,
        ];
    }

    private static string Names(Seq<Named<PersonId>> people) => string.Join("; ", people.Select(p => p.Name));

    private static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    private static string Id(IId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}
