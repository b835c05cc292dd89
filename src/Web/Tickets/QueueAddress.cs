namespace FirstContact.Tickets;

/// <summary>The queue's address: every filter, sort and page is a link that can be kept, sent and reloaded.</summary>
public sealed record QueueAddress(IReadOnlyList<(string Name, string Value)> Parts)
{
    private static readonly string[] Known = ["status", "team", "assignee", "customer", "service", "category", "class", "priority", "kind", "tag", "snoozed", "sort"];

    public static QueueAddress Of(IQueryCollection query) =>
        new([.. from name in Known from value in query[name] where !string.IsNullOrWhiteSpace(value) select (name, value)]);

    public string? this[string name] => Parts.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    public string With(string name, string? value) => Url([.. Parts.Where(p => p.Name != name), .. value is null ? Array.Empty<(string, string)>() : [(name, value)]]);

    public string Plain(string path = "/tickets") => Url(Parts, path);

    public TicketFilter Filter => new()
    {
        Status = this["status"] ?? "open", Team = this["team"], Assignee = this["assignee"], Customer = this["customer"], Service = this["service"],
        Category = this["category"], RequestClass = this["class"], Priority = this["priority"], Kind = this["kind"], Tag = this["tag"],
        // What I have put aside is not in my own list, unless I ask for it.
        Snoozed = this["snoozed"] ?? (this["assignee"] == "me" ? "no" : null),
    };

    public TicketSort Sort => Enum.TryParse<TicketSort>(this["sort"], true, out var sort) && Enum.IsDefined(sort) ? sort : TicketSort.Priority;

    private static string Url(IReadOnlyList<(string Name, string Value)> parts, string path = "/tickets") =>
        parts.Count == 0 ? path : $"{path}?{string.Join('&', parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";
}
