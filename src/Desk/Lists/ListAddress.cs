using FirstContact.Fields;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>How a list is named in an address, in a view and in the API: the same words everywhere.</summary>
public static class ListAddress
{
    public static readonly IReadOnlyList<string> Names = ["status", "team", "assignee", "customer", "service", "category", "class", "priority", "kind", "tag", "snoozed", "flag", "due", "field", "q", "sort"];

    /// <summary>Whether a list knows it: each field of the desk has a condition of its own besides.</summary>
    public static bool Knows(string name) => Names.Contains(name) || name.StartsWith(FieldModule.Prefix, StringComparison.Ordinal);

    /// <summary>
    /// <c>field=room=blue</c> and <c>field.room=blue</c> are one: the second has a name of its own, which forms and views want. Only that
    /// a field is empty stays as it is, since an empty value in an address says nothing.
    /// </summary>
    public static Condition Plain(Condition said)
    {
        var (name, value) = said.Name.StartsWith(FieldModule.Prefix, StringComparison.Ordinal) ? (said.Name[FieldModule.Prefix.Length..], said.Value)
            : said.Name == "field" && said.Value.Split('=', 2) is [var field, var asked] ? (field, asked) : (null, "");
        return name is null ? said : value.IsBlank ? new("field", $"{name}=") : new(FieldModule.Column(name.Trim()), value);
    }

    public static TicketFilter Filter(IEnumerable<Condition> conditions)
    {
        var all = conditions.ToList();
        var by = all.GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.First().Value);
        return new()
        {
            Status = by.GetValueOrDefault("status", "open"), Team = by.GetValueOrDefault("team"), Assignee = by.GetValueOrDefault("assignee"), Customer = by.GetValueOrDefault("customer"),
            Service = by.GetValueOrDefault("service"), Category = by.GetValueOrDefault("category"), RequestClass = by.GetValueOrDefault("class"),
            Priority = by.GetValueOrDefault("priority"), Kind = by.GetValueOrDefault("kind"), Tag = by.GetValueOrDefault("tag"),
            Fields = [.. all.Select(c => TicketFields.Condition(c.Name, c.Value)).OfType<string>().Distinct()],
            // What I have put aside is not in my own list, unless I ask for it.
            Snoozed = by.GetValueOrDefault("snoozed") ?? (by.GetValueOrDefault("assignee") == "me" ? "no" : null), Flag = by.GetValueOrDefault("flag"), Due = by.GetValueOrDefault("due"), Q = by.GetValueOrDefault("q"),
        };
    }

    public static TicketSort Sort(IEnumerable<Condition> conditions) =>
        Enum.TryParse<TicketSort>(conditions.FirstOrDefault(c => c.Name == "sort")?.Value, true, out var sort) && Enum.IsDefined(sort) ? sort : TicketSort.Priority;
}

/// <summary>What a list can show of a ticket, and what it can be grouped by.</summary>
public static class ListColumns
{
    public static readonly IReadOnlyList<string> Usual = ["priority", "number", "title", "customer", "state", "owner", "clock", "due", "word", "channel"];

    public static readonly IReadOnlyList<string> Names = [.. Usual, "team", "service", "category", "opened", "updated"];

    /// <summary>Whether it may be a column: one of every desk, or one of a field, <c>field.assetTag</c>.</summary>
    public static bool MayBe(string name) => Names.Contains(name) || name.StartsWith(FieldModule.Prefix, StringComparison.Ordinal);

    public static readonly IReadOnlyList<string> Groups = ["team", "owner", "priority", "state", "service", "category", "customer"];
}
