using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Clocks;

/// <param name="Explains">Whether the caller may say why a promise was missed.</param>
/// <param name="Part">The clock whose form was refused.</param>
public sealed record ClocksModel(long Id, string Number, string Title, bool Serves, bool Explains, IReadOnlyList<ShownClock> Clocks, string? Part = null, Form? Typed = null, Error? Error = null);

/// <param name="List">Null when what was asked for could not be understood.</param>
public sealed record MissesModel(MissList? List, string? Cause, string? Agreement, string? Title, Error? Error = null)
{
    public string Address(string path, string? after = null) => string.Join('&', new[] { ("cause", Cause), ("agreement", Agreement), ("after", after) }.Where(p => !p.Item2.IsBlank).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}")) is { Length: > 0 } asked ? $"{path}?{asked}" : path;
}

/// <summary>Why this time, and what was missed.</summary>
internal static class ClockPages
{
    public const string Missed = "/misses";
    private static readonly string[] Columns = ["ticket", "title", "team", "promise", "agreement", "version", "targetMinutes", "workedMinutes", "due", "done", "cause", "words"];

    public static string At(string number) => $"/t/{number}/clocks";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/t/{number}/clocks", (TicketAt number, WebCall call, Desk desk, Frame frame) => Screen(number, call, desk, frame));
        pages.MapPost("/t/{number}/clocks/{clock}/cause", async (TicketAt number, string clock, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new ExplainMiss(number, clock, form.Word<MissCause>("cause"), form["words"]), call.Of(form) with { Expects = null })).Is(out var ticket, out var no) ? new SeeOther(At(ticket.Number))
                : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(number, call, desk, frame, m => m with { Part = clock, Typed = form, Error = no }, no));
        pages.MapGet("/misses", async (string? cause, string? agreement, string? after, WebCall call, Desk desk) =>
        {
            var list = await desk.Ask(new ListMisses(cause, Id(agreement), after), call.Caller);
            return list.Error is { Kind: ErrorKind.Forbidden } no ? no.Page() : Show.Page<MissesPage, MissesModel>(new(list.Value, cause, agreement, list.Value is { Rows: [var first, ..] } ? first.Agreement.Name : null, list.Error), list.Error?.Status() ?? 200);
        });
        pages.MapGet("/misses.csv", async (string? cause, string? agreement, WebCall call, Desk desk) => (await Table(cause, agreement, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Page());
    }

    internal static AgreementId? Id(string? agreement) => long.TryParse(agreement, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;

    private static async Task<IResult> Screen(TicketId id, WebCall call, Desk desk, Frame frame, Func<ClocksModel, ClocksModel>? with = null, Error? refused = null)
    {
        frame.At = "/tickets";
        if (!(await desk.Ask(new DescribeTicket(id), call.Caller)).Is(out var described, out var no)) return no.Page();
        if (!(await desk.Ask(new ShowClocks(id), call.Caller)).Is(out var clocks, out no)) return no.Page();
        var model = new ClocksModel(described.Ticket.Key, described.Ticket.Number, described.Ticket.Title, call.Caller.May(TicketPermissions.SeeAll), call.Caller.May(TicketPermissions.Work), clocks);
        var shown = with is null ? model : with(model);
        return model.Serves ? Show.Page<ClocksPage, ClocksModel>(shown, refused?.Status() ?? 200) : Show.Page<MyClocksPage, ClocksModel>(shown, refused?.Status() ?? 200);
    }

    internal static async Task<Result<Csv>> Table(string? cause, string? agreement, WebCall call, Desk desk) =>
        (await desk.Ask(new ListMisses(cause, Id(agreement), null, ListMisses.MostRows), call.Caller)).Is(out var first, out var no) ? new Csv("missed-promises", Columns, Rows(first, cause, agreement, call.Caller, desk)) : no;

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(MissList page, string? cause, string? agreement, Caller caller, Desk desk)
    {
        for (var list = page; ; list = (await desk.Ask(new ListMisses(cause, Id(agreement), list.Next, ListMisses.MostRows), caller)).Value!)
        {
            foreach (var m in list.Rows)
                yield return [m.Number, m.Title, m.Team, m.Clock, m.Agreement.Name, m.Version.ToString(CultureInfo.InvariantCulture), Minutes(m.Target), Minutes(m.Worked), InstantPattern.General.Format(m.Due),
                    m.EndedAt is { } done ? InstantPattern.General.Format(done) : null, m.Cause is { } why ? char.ToLowerInvariant(why.ToString()[0]) + why.ToString()[1..] : null, m.Words];
            if (list.Next is null) yield break;
        }
    }

    private static string Minutes(Duration time) => ((long)time.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
