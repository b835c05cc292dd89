namespace FirstContact.Webhooks;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class WebhookModule
{
    extension(Work work)
    {
        public WebhookStore Webhooks => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All webhooks that have not been removed, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<WebhookRow>> Webhooks() => read.Kept(Webhook.Subject, WebhookRow.All);
    }

    extension(EventCatalogue catalogue)
    {
        /// <summary>Whether it is the name of an event, or of a kind of events.</summary>
        internal bool Has(string name) => catalogue.All.Any(e => e.Name == name || Kind(e.Name) == name);
    }

    /// <summary>What stands for all events of a kind: <c>ticket.*</c>.</summary>
    public static string Kind(string name) => $"{name.Split('.')[0]}.*";
}

public sealed record WebhookRow(WebhookId Id, int Version, WebhookDetails Details, bool Active, OffBecause? Off, Instant? FailingSince)
{
    internal static async Task<IReadOnlyList<WebhookRow>> All(Reader read) => await read.List(
        "select id, version, name, url, events, hub_signature, active, off_because, failing_since from webhook where removed = 0 order by name, id", Of);

    internal static WebhookRow Of(System.Data.Common.DbDataReader r) => new(
        new(r.GetInt64(0)), r.GetInt32(1), new(r.GetString(2), r.GetString(3), DeskJson.Read<Seq<string>>(r.GetString(4)), r.Flag(5)), r.Flag(6), r.WordOrNull<OffBecause>(7), r.InstantOrNull(8));
}
