using System.Text.Json.Nodes;
using FirstContact.Tickets;

namespace FirstContact.Webhooks;

/// <summary>How the API shows one thing, for the programs that are told of it: each slice of the web brings its own.</summary>
/// <param name="Subject">As the journal names it; the same name stands in the data.</param>
/// <param name="Of">By its key; null when it is gone.</param>
public sealed record SubjectJson(string Subject, Func<Journal.Desk, long, Task<JsonNode?>> Of);

/// <summary>
/// What a receiver is sent: type, timestamp and data, where the entry is what the feed of the journal says and the thing is what the API says
/// when it is first sent. Later attempts send the same.
/// </summary>
public sealed class DeliveryBodies(Database database, Journal.Desk desk, EventCatalogue catalogue, IEnumerable<SubjectJson> subjects)
{
    internal async Task<string> Make(Due due)
    {
        var data = due.Data is null ? [] : JsonNode.Parse(due.Data)!.AsObject();
        if (due.Entry is { } entry) data["entry"] = await Entry(entry);
        if (subjects.FirstOrDefault(s => s.Subject == due.Subject) is { } known && await known.Of(desk, due.Key) is { } thing) data[due.Subject] = thing;
        return Envelope(due.Type, due.At, data);
    }

    public static string Envelope(string type, Instant at, JsonObject data) =>
        new JsonObject { ["type"] = type, ["timestamp"] = NodaTime.Text.InstantPattern.ExtendedIso.Format(at), ["data"] = data }.ToJsonString(DeskJson.Options);

    private async Task<JsonNode?> Entry(long position)
    {
        await using var read = await database.Read();
        var entry = await read.One($"{FeedEntry.Select} where j.position = @position", FeedEntry.Filler(catalogue), ("@position", position));
        return JsonNode.Parse(DeskJson.Write(entry.Row ?? throw new InvalidOperationException($"There is no entry {position} in the journal.")));
    }
}
