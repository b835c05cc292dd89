using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>What one rule did, newest first, a page at a time.</summary>
/// <param name="After">The last one of the page before.</param>
public sealed record ListRuleRuns(RuleId Id, string? After = null, int Limit = 50) : IQuery<RuleRunList>
{
    public const int MostRows = 200;

    public Permission Needs => RulePermissions.See;

    public async Task<Result<RuleRunList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return RuleRunErrors.LimitInvalid;
        var after = long.MaxValue;
        if (!After.IsBlank && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return RuleRunErrors.CursorInvalid;
        if ((await question.Read.Rules()).FirstOrDefault(r => r.Id == Id) is not { } rule) return RuleErrors.NotFound;
        // A moment that was looked at and left alone is no run.
        var rows = await question.Read.List($"""
            select n.id, n.version, n.ticket, t.kind, t.title, n.at, n.done, n.refused, n.chain
            from rule_run n join ticket t on t.id = n.ticket where n.rule = @rule and n.id < @after and n.chain <> '[]' order by n.id desc limit {Limit + 1}
            """,
            r => new RuleRunLine(
                r.GetInt64(0), r.GetInt32(1), new(r.GetInt64(2)), TicketNumber.Of(r.Word<TicketKind>(3), new(r.GetInt64(2))), r.GetString(4), r.Instant(5),
                DeskJson.Read<Seq<string>>(r.GetString(6)), DeskJson.Read<Seq<string>>(r.GetString(7)), DeskJson.Read<Seq<RuleId>>(r.GetString(8))),
            ("@rule", Id), ("@after", after));
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new RuleRunList(rule, page, rows.Count > Limit ? page[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }
}

public sealed record RuleRunList(RuleRow Rule, IReadOnlyList<RuleRunLine> Rows, string? Next);

/// <param name="Version">Of the rule when it ran.</param>
/// <param name="Done">What it did, in sentences.</param>
/// <param name="Refused">What it could not do, and why.</param>
/// <param name="Chain">The rules that led here; this one is the last.</param>
public sealed record RuleRunLine(long Id, int Version, TicketId Ticket, string Number, string Title, Instant At, Seq<string> Done, Seq<string> Refused, Seq<RuleId> Chain);

public static class RuleRunErrors
{
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "rule-run.limit-invalid", $"Ask for 1 to {ListRuleRuns.MostRows} rows.", "limit");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "rule-run.cursor-invalid", "This does not come from a page of this list.", "after");
}
