using System.Globalization;
using FirstContact.Agreements;
using NodaTime.Text;

namespace FirstContact.Clocks;

/// <summary>What was kept of an agreement, as a table: a row a target and period.</summary>
internal static class AttainmentPages
{
    private static readonly string[] Columns = ["target", "measure", "goalPercent", "from", "kept", "missed", "percent", "open"];

    public static string At(AgreementId id) => $"/agreements/{id.Value}/attainment.csv";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/agreements/{id:long}/attainment.csv", async (long id, WebCall call, Desk desk, Times times) => (await Table(id, call, desk, times)).Is(out var csv, out var no) ? csv : (IResult)no.Page());

    public static void MapApi(IEndpointRouteBuilder api)
    {
        api.MapGet("/agreements/{id:long}/attainment", async (long id, WebCall call, Desk desk, Times times, HttpRequest request) =>
            Csv.Wanted(request) ? (await Table(id, call, desk, times)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ShowAttainment(new(id), times.Zone.Id), call.Caller)).Is(out var attained, out var no) ? TypedResults.Json(AttainmentJson.Of(attained), ApiJson.Options) : (IResult)no.Problem())
            .WithSummary("What was kept, target by target and period by period").Produces<AttainmentJson>();
        api.MapGet("/agreements/{id:long}/attainment.csv", async (long id, WebCall call, Desk desk, Times times) => (await Table(id, call, desk, times)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("The same as CSV").Produces<string>(200, "text/csv");
    }

    private static async Task<Result<Csv>> Table(long id, WebCall call, Desk desk, Times times) =>
        (await desk.Ask(new ShowAttainment(new(id), times.Zone.Id), call.Caller)).Is(out var attained, out var no) ? new Csv("attainment", Columns, Rows(attained, times).ToAsyncEnumerable()) : no;

    /// <summary>What is open belongs to the period that runs.</summary>
    private static IEnumerable<IReadOnlyList<string?>> Rows(Attainment attained, Times times) =>
        from target in attained.Targets
        from period in target.Periods
        select (IReadOnlyList<string?>)
        [
            Number(target.Clause.No), AgreementsPages.Code(target.Clause.Measure), Number(target.Clause.Percent), LocalDatePattern.Iso.Format(period.From.InZone(times.Zone).Date),
            Number(period.Kept), Number(period.Missed), period.Percent?.ToString("F1", CultureInfo.InvariantCulture), period == target.Now ? Number(target.Open) : null,
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
