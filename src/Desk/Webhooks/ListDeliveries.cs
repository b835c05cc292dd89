using System.Globalization;

namespace FirstContact.Webhooks;

/// <summary>The log of one webhook, newest first, a page at a time.</summary>
/// <param name="State">Null for all.</param>
/// <param name="After">The last one of the page before.</param>
public sealed record ListDeliveries(WebhookId Id, DeliveryState? State = null, string? After = null, int Limit = 50) : IQuery<DeliveryList>
{
    public const int MostRows = 200;

    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<DeliveryList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return DeliveryListErrors.LimitInvalid;
        var after = long.MaxValue;
        if (!After.IsBlank && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return DeliveryListErrors.CursorInvalid;
        if ((await question.Read.Webhooks()).All(w => w.Id != Id)) return WebhookErrors.NotFound;
        var rows = await question.Read.List(
            $"{DeliveryLine.Select} where webhook = @webhook and id < @after {(State is null ? "" : "and state = @state")} order by id desc limit {Limit + 1}", DeliveryLine.Fill,
            [("@webhook", Id), ("@after", after), .. State is null ? [] : (IEnumerable<(string, object?)>)[("@state", State)]]);
        return rows.Count > Limit ? new DeliveryList(rows[..Limit], rows[Limit - 1].Id.ToString(CultureInfo.InvariantCulture)) : new DeliveryList(rows, null);
    }
}

public sealed record DeliveryList(IReadOnlyList<DeliveryLine> Rows, string? Next);

/// <param name="Message">What the receiver knows it by: webhook-id.</param>
/// <param name="Why">What was wrong with the last attempt.</param>
/// <param name="Took">How long the last attempt took.</param>
public sealed record DeliveryLine(
    long Id, WebhookId Webhook, string Message, string Type, Instant At, string Subject, long Key, DeliveryState State, int Attempts, Instant? NextAt, Instant? FinishedAt, int? Status, string? Why, Duration? Took)
{
    internal const string Select = "select id, webhook, message, type, at, subject, key, state, attempts, next_at, finished_at, status, why, took from webhook_delivery";

    internal static DeliveryLine Fill(System.Data.Common.DbDataReader r) => new(
        r.GetInt64(0), new(r.GetInt64(1)), r.GetString(2), r.GetString(3), r.Instant(4), r.GetString(5), r.GetInt64(6), r.Word<DeliveryState>(7), r.GetInt32(8), r.InstantOrNull(9), r.InstantOrNull(10),
        (int?)r.NumberOrNull(11), r.TextOrNull(12), r.NumberOrNull(13) is { } took ? Duration.FromMilliseconds(took) : null);
}

public static class DeliveryListErrors
{
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "delivery.limit-invalid", $"Ask for 1 to {ListDeliveries.MostRows} rows.", "limit");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "delivery.cursor-invalid", "This does not come from a page of this log.", "after");
}
