using System.Globalization;

namespace FirstContact.Webhooks;

/// <param name="Message">What the receiver knows it by: webhook-id.</param>
/// <param name="Why">What was wrong with the last attempt.</param>
/// <param name="TookMilliseconds">How long the last attempt took.</param>
public sealed record DeliveryLineJson(
    long Id, string Message, string Type, Instant At, string Subject, long Key, DeliveryState State, int Attempts, Instant? NextAt, Instant? FinishedAt, int? Status, string? Why, long? TookMilliseconds)
{
    internal static DeliveryLineJson Of(DeliveryLine d) => new(
        d.Id, d.Message, d.Type, d.At, d.Subject, d.Key, d.State, d.Attempts, d.NextAt, d.FinishedAt, d.Status, d.Why, d.Took is { } took ? (long)took.TotalMilliseconds : null);
}

/// <param name="Answer">The first bytes of what came back.</param>
public sealed record AttemptJson(int No, Instant At, long TookMilliseconds, int? Status, string? Why, string? Answer);

/// <param name="Body">What is sent, as it is signed; none before the first attempt.</param>
public sealed record DeliveryJson(DeliveryLineJson Delivery, string? Body, IReadOnlyList<AttemptJson> Attempts)
{
    internal static DeliveryJson Of(DeliveryView view) => new(
        DeliveryLineJson.Of(view.Line), view.Body, [.. view.Attempts.Select(a => new AttemptJson(a.No, a.Made.At, (long)a.Made.Took.TotalMilliseconds, a.Made.Status, a.Made.Why, a.Made.Answer))]);
}

/// <summary>The log of a webhook for programs.</summary>
internal static class DeliveryApi
{
    private static readonly Error StateUnknown = new(ErrorKind.Invalid, "delivery.state-unknown", "A state is waiting, delivered or failed.", "state");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks/{id:long}/deliveries", List).WithSummary("The log, newest first").Produces<Listing<DeliveryLineJson>>();
        api.MapPost("/webhooks/{id:long}/deliveries/failed/attempts", async (long id, Body<NothingBody> _, WebCall call, Desk desk) =>
            (await desk.Do(new ResendFailed(new(id)), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.Accepted((string?)null)).WithSummary("Send all that failed again").Produces(202);
        api.MapGet("/webhooks/{id:long}/deliveries/{delivery:long}", (long id, long delivery, WebCall call, Desk desk) => Answer(desk, call, id, delivery)).WithSummary("One delivery with its attempts").Produces<DeliveryJson>();
        api.MapPost("/webhooks/{id:long}/deliveries/{delivery:long}/attempts", async (long id, long delivery, Body<NothingBody> _, WebCall call, Desk desk) =>
            (await desk.Do(new ResendDelivery(new(id), delivery), call.Call)).Error is { } no ? no.Problem() : await Answer(desk, call, id, delivery)).WithSummary("Send it again, under the same id").Produces<DeliveryJson>();
    }

    private static async Task<IResult> List(long id, string? state, string? after, string? limit, WebCall call, Desk desk, HttpContext http)
    {
        var only = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var word) && char.IsLetter(state![0]) ? word : (DeliveryState?)null;
        if (!state.IsBlank && only is null) return StateUnknown.Problem();
        var rows = limit.IsBlank ? 50 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return (await desk.Ask(new ListDeliveries(new(id), only, after, rows), call.Caller)).Is(out var list, out var no) ? http.Listed([.. list.Rows.Select(DeliveryLineJson.Of)], list.Next) : no.Problem();
    }

    private static async Task<IResult> Answer(Desk desk, WebCall call, long id, long delivery) =>
        (await desk.Ask(new ShowDelivery(new(id), delivery), call.Caller)).Is(out var view, out var no) ? TypedResults.Json(DeliveryJson.Of(view), ApiJson.Options) : no.Problem();
}
