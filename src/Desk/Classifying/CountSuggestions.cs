using NodaTime.Text;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>Counts by day how often what was suggested was taken, withheld, agreed with and corrected.</summary>
public sealed class CountSuggestions : Subscriber
{
    public override string Name => "suggestions";
    public override string Title => "Counts how often what the desk suggested was right";
    public override int Batch => 500;

    public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries) =>
        from entry in entries
        where entry.Cause != Work.Imported
        from one in Counted(entry.Event)
        group one by (Day: LocalDatePattern.Iso.Format(entry.At.InUtc().Date), one.What, one.Outcome, one.Percent) into same
        select new Statement("""
            insert into suggestion_tally (day, what, outcome, percent, count) values (@day, @what, @outcome, @percent, @count)
            on conflict (day, what, outcome, percent) do update set count = suggestion_tally.count + excluded.count
            """, ("@day", same.Key.Day), ("@what", same.Key.What), ("@outcome", same.Key.Outcome), ("@percent", same.Key.Percent), ("@count", (long)same.Count()));

    public override Statement? Forget(Database database) => new("delete from suggestion_tally");

    private static IEnumerable<(Suggested What, SuggestionOutcome Outcome, int Percent)> Counted(Event happened) => happened switch
    {
        SuggestionTaken e => e.Suggestions.Select(s => (s.What, SuggestionOutcome.Taken, s.Percent)),
        SuggestionWithheld e => e.Best.Where(s => s.What == Suggested.Category).Select(s => (s.What, SuggestionOutcome.Withheld, s.Percent)),
        SuggestionConfirmed e => [(e.Suggestion.What, e.Taken ? SuggestionOutcome.TakenConfirmed : SuggestionOutcome.Confirmed, e.Suggestion.Percent)],
        SuggestionCorrected e => [(e.Suggestion.What, e.Taken ? SuggestionOutcome.TakenCorrected : SuggestionOutcome.Corrected, e.Suggestion.Percent)],
        _ => [],
    };
}

/// <summary>What became of a suggestion: done by the desk itself or not, and what people said of it.</summary>
public enum SuggestionOutcome { Taken, Withheld, Confirmed, Corrected, TakenConfirmed, TakenCorrected }
