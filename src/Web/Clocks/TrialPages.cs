using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <param name="Name">draft, habits, provider or receiver: whose terms they are.</param>
public sealed record TrialColumn(string Name, TriedTerms Tried);

/// <param name="Typed">How many months were asked for, in the words of whoever asked.</param>
/// <param name="Error">What is wrong with that: then there is nothing to show.</param>
public sealed record TrialModel(Agreement Agreement, int Months, IReadOnlyList<TrialColumn> Columns, string? Typed = null, Error? Error = null);

/// <summary>What is on the table, tried against the last months.</summary>
internal static class TrialPages
{
    private const int Usual = 3;

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/agreements/{id:long}/trial", async (long id, string? months, WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = AgreementsPages.List;
            if ((await Tried(id, Months(months), call, desk)).Is(out var model, out var no)) return call.Shown<TrialPage, MyTrialPage, TrialModel>(model);
            if (no.Kind != ErrorKind.Invalid || !(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out _)) return no.Page();
            return call.Shown<TrialPage, MyTrialPage, TrialModel>(new(view.Agreement, Usual, [], months, no), no.Status());
        });

    public static void MapApi(IEndpointRouteBuilder api) =>
        api.MapGet("/agreements/{id:long}/trial", async (long id, string? months, WebCall call, Desk desk) => (await Tried(id, Months(months), call, desk)).Is(out var model, out var no)
            ? TypedResults.Json(model.Columns.Select(TrialJson.From).ToList(), ApiJson.Options) : (IResult)no.Problem()).WithSummary("What would have been kept of the draft, of both sides' offers and of today's habits in the last months").Produces<IReadOnlyList<TrialJson>>();

    /// <summary>What is no number is none that will do.</summary>
    private static int Months(string? typed) => typed.IsBlank ? Usual : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0;

    private static async Task<Result<TrialModel>> Tried(long id, int months, WebCall call, Desk desk)
    {
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no;
        var (agreement, columns) = (view.Agreement, new List<TrialColumn>());
        var all = new List<(string Name, Terms Terms)>();
        if (agreement.Habits is { } habits) all.Add(("habits", habits));
        if (agreement.Table is { } table)
        {
            all.Add(("draft", table.Terms));
            foreach (var side in (Side[])[Side.Provider, Side.Receiver])
            {
                var offers = table.Positions.Where(p => p.Side == side && p.Counter is not null).ToList();
                if (offers.Count > 0) all.Add((AgreementsPages.Code(side), offers.Aggregate(table.Terms, (terms, p) => terms.Take(p.Clause, p.Counter!))));
            }
        }
        else if (agreement.Last is { } last) all.Add(("version", last.Terms));
        foreach (var (name, terms) in all)
        {
            if (!(await desk.Ask(new TryTerms(agreement.Kind, agreement.Parties.Provider, agreement.Parties.Receiver, terms, months), call.Caller)).Is(out var tried, out var wrong)) return wrong;
            columns.Add(new(name, tried));
        }
        return new TrialModel(agreement, months, columns);
    }
}

/// <param name="Times">Of availability in minutes in which it was open; <c>Kept</c> are those in which enough were there.</param>
/// <param name="Percent">Null where there was none.</param>
/// <param name="Enough">Within this time the promised share would have been kept.</param>
public sealed record TriedTargetJson(int Target, Measure Measure, int Goal, int Times, int Kept, double? Percent, Duration? Median, Duration? Enough);

/// <param name="Of">draft, habits, version, provider or receiver: whose terms were tried.</param>
/// <param name="Cut">There were more tickets: the newest were read.</param>
public sealed record TrialJson(string Of, Instant Since, int Tickets, bool Cut, IReadOnlyList<TriedTargetJson> Targets)
{
    internal static TrialJson From(TrialColumn c) => new(c.Name, c.Tried.Since, c.Tried.Tickets, c.Tried.Cut, [.. c.Tried.Targets.Select(t => new TriedTargetJson(t.Clause.No, t.Clause.Measure, t.Clause.Percent, t.Times, t.Kept, t.Percent, t.Median, t.Enough))]);
}

public sealed record AttainedPeriodJson(Instant From, int Kept, int Missed, double? Percent);

/// <param name="Trend">Percentage points between the last two periods that ended and the two before them.</param>
/// <param name="Forecast">What the period that runs comes to, if what is open is kept as often as before.</param>
public sealed record AttainedTargetJson(int Target, Measure Measure, int Goal, IReadOnlyList<AttainedPeriodJson> Periods, int Open, double? Trend, double? Forecast);

public sealed record AttainmentJson(NamedJson Agreement, int? Version, IReadOnlyList<AttainedTargetJson> Targets)
{
    internal static AttainmentJson Of(Attainment a) => new(new(a.Agreement.Id.Value, a.Agreement.Name), a.Version,
        [.. a.Targets.Select(t => new AttainedTargetJson(t.Clause.No, t.Clause.Measure, t.Clause.Percent, [.. t.Periods.Select(p => new AttainedPeriodJson(p.From, p.Kept, p.Missed, p.Percent))], t.Open, t.Trend, t.Forecast))]);
}
