using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>The conditions of a rule as the queue's filter, which alone judges tickets.</summary>
internal static class RuleFilter
{
    /// <summary>A list is of open tickets unless it says otherwise; a rule is for all.</summary>
    public static TicketFilter Of(IReadOnlyCollection<Condition> conditions) =>
        ListAddress.Filter(conditions.Any(c => c.Name == "status") ? conditions : [.. conditions, new("status", "all")]);

    /// <summary>Whether a ticket is such just now.</summary>
    public static async Task<Result<bool>> Matches(Question question, RuleDefinition rule, TicketId ticket)
    {
        if (!(await Of(rule.If).Where(question)).Is(out var where, out var no)) return no;
        where.And("t.id = @ruledTicket", ("@ruledTicket", ticket));
        return await question.Read.One($"select 1 from ticket t {where.Sql}", _ => true, where.Args);
    }

    /// <summary>
    /// Whether a ticket was such in a state of the past: the same statement, over a table of that one row. Its tags and fields
    /// stand in the place of those it has now; what the search finds, and what is due, is what is there now.
    /// </summary>
    public static async Task<Result<bool>> Matched(Question question, RuleDefinition rule, Ticket past)
    {
        if (!(await Of(rule.If).Where(question)).Is(out var where, out var no)) return no;
        var columns = TicketStore.Columns(past);
        var tags = question.Read.Database.Sql("select value, @past_id from json_each(@past_tags)", "select jsonb_array_elements_text(cast(@past_tags as jsonb)), cast(@past_id as bigint)");
        var fields = question.Read.Database.Sql(
            "select json_extract(value, '$[0]'), json_extract(value, '$[1]'), @past_id from json_each(@past_found)",
            "select cast(v ->> 0 as bigint), v ->> 1, cast(@past_id as bigint) from jsonb_array_elements(cast(@past_found as jsonb)) v");
        return await question.Read.One($"""
            with ticket_tag (tag, ticket) as ({tags}),
              ticket_field (field, value, ticket) as ({fields}),
              past as (select {string.Join(", ", columns.Select(c => c.Column))}, next_due, due_clock, due_by from ticket where 1 = 0
                union all select {string.Join(", ", columns.Select(c => $"@past_{c.Column}"))}, now.next_due, now.due_clock, now.due_by from (select 1) one left join ticket now on now.id = @past_id)
            select 1 from past t {where.Sql}
            """, _ => true, [.. where.Args, .. columns.Select(c => ($"@past_{c.Column}", c.Value)), ("@past_found", DeskJson.Write(TicketFields.Found(past).Select(f => (object[])[f.Field.Value, f.Value])))]);
    }
}
