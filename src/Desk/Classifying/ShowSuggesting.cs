using NodaTime.Text;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>What is set, what was learned, how good it is, and how often it was right lately.</summary>
public sealed record ShowSuggesting : IQuery<SuggestingView>
{
    public const int Days = 90;

    public Permission Needs => ClassifyingPermissions.See;

    public async Task<Result<SuggestingView>> Ask(Question question)
    {
        var read = question.Read;
        var counts = await read.List("select what, outcome, sum(count) from suggestion_tally where day >= @since group by what, outcome order by what, outcome",
            r => new SuggestionCount(r.Word<Suggested>(0), r.Word<SuggestionOutcome>(1), Convert.ToInt64(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture)),
            ("@since", LocalDatePattern.Iso.Format((question.Now - Duration.FromDays(Days)).InUtc().Date)));
        return new SuggestingView(await read.Suggesting(), (await read.Categories()).ToDictionary(c => c.Id.Value, c => c.Name), (await read.Classes()).ToDictionary(c => c.Id.Value, c => c.Name), [.. counts]);
    }
}

/// <param name="Categories">Their names by id.</param>
/// <param name="Counts">Of the last ninety days.</param>
public sealed record SuggestingView(Suggesting Suggesting, IReadOnlyDictionary<long, string> Categories, IReadOnlyDictionary<long, string> Classes, Seq<SuggestionCount> Counts)
{
    public long Count(Suggested what, SuggestionOutcome outcome) => Counts.FirstOrDefault(c => c.What == what && c.Outcome == outcome)?.Count ?? 0;
}

public sealed record SuggestionCount(Suggested What, SuggestionOutcome Outcome, long Count);
