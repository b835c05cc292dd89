using System.Data.Common;
using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class RuleModule
{
    /// <summary>SQL that is true of a ticket <c>t</c> for which a rule is queued: what it will do may change all.</summary>
    internal const string AboutToRun = "exists (select 1 from rule_due d where d.ticket = t.id)";

    extension(Work work)
    {
        public RuleStore Rules => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All rules that have not been removed, in the order in which they run. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<RuleRow>> Rules() => read.Kept(Rule.Subject, RuleRow.All);
    }

    extension(EventCatalogue catalogue)
    {
        /// <summary>What can happen to a ticket and set a rule off; that a rule has run is nothing that another one waits for.</summary>
        public IEnumerable<string> Triggers => from words in catalogue.All where IsTrigger(words) orderby words.Name select words.Name;

        internal bool HasTrigger(string name) => catalogue.All.Any(words => words.Name == name && IsTrigger(words));
    }

    private static bool IsTrigger(EventWords words) => words.Name.StartsWith("ticket.", StringComparison.Ordinal) && words.Type != typeof(RuleApplied);
}

public sealed record RuleRow(RuleId Id, int Version, RuleDefinition Definition, bool Active, int Place, RuleStopped? Stopped)
{
    internal const string Select = "select id, version, definition, active, place, stopped from rule";

    public string Name => Definition.Name;

    internal static async Task<IReadOnlyList<RuleRow>> All(Reader read) => await read.List($"{Select} where removed = 0 order by place, id", Of);

    internal static RuleRow Of(DbDataReader r) => new(
        new(r.GetInt64(0)), r.GetInt32(1), DeskJson.Read<RuleDefinition>(r.GetString(2)), r.Flag(3), r.GetInt32(4), r.TextOrNull(5) is { } stopped ? DeskJson.Read<RuleStopped>(stopped) : null);
}
