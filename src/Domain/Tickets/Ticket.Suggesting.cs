using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>What the desk thinks it is about: taken by itself when it is sure enough, and agreed with or corrected by people.</summary>
public sealed partial record Ticket
{
    /// <summary>Whether the desk has looked at it by itself; it looks once.</summary>
    public bool LookedAt { get; init; }

    /// <summary>What the desk has classified by itself, as long as nobody has said whether it is right.</summary>
    public Seq<Suggestion> SelfTaken { get; init; } = [];

    public Judged? Judged { get; init; }

    /// <summary>The desk looks, and takes what is sure enough where nothing is said yet.</summary>
    /// <param name="from">From this percentage on it acts.</param>
    public Decision Suggest(Classification now, Seq<Suggestion> suggestions, int from)
    {
        if (!IsOpen || LookedAt || Care.WasTaken(CareStep.Classification)) return Decision.Nothing;
        Seq<Suggestion> sure = [.. suggestions.Where(s => s.Percent >= from && s.In(now) is null)];
        if (sure.Count == 0) return new SuggestionWithheld(suggestions);
        var to = sure.Aggregate(now, (c, s) => s.What == Suggested.Category ? c with { Category = new(new(s.Id), s.Name) } : c with { Class = new(new(s.Id), s.Name) });
        return (Event[])[new SuggestionTaken(sure), new TicketClassified(now, to)];
    }

    /// <summary>What a person's word says of what the desk thought; of what was not shown it says nothing.</summary>
    private IEnumerable<Event> Judge(Classification to, Seq<Suggestion> shown)
    {
        foreach (var suggestion in (IEnumerable<Suggestion>)[.. SelfTaken, .. shown.Where(s => SelfTaken.All(t => t.What != s.What))])
        {
            if (suggestion.In(to) is not { } said) continue;
            var taken = SelfTaken.Contains(suggestion);
            // Once a word has been said, saying it again says nothing more.
            if (!taken && (Judged == Tickets.Judged.Corrected || (Judged is not null && suggestion.Is(to)))) continue;
            yield return suggestion.Is(to) ? new SuggestionConfirmed(suggestion, taken) : new SuggestionCorrected(suggestion, taken, said);
        }
    }

    /// <summary>The same of a ticket that was classified as it was opened.</summary>
    public Decision JudgeOpened(Classification said, Seq<Suggestion> shown) => Judge(said, shown).ToArray();

    private Ticket? Suggesting(Event happened) => happened switch
    {
        SuggestionTaken e => this with { LookedAt = true, SelfTaken = e.Suggestions },
        SuggestionWithheld => this with { LookedAt = true },
        SuggestionConfirmed e => Settled(e.Suggestion) with { Judged = Judged ?? Tickets.Judged.Confirmed },
        SuggestionCorrected e => Settled(e.Suggestion) with { Judged = Tickets.Judged.Corrected },
        _ => null,
    };

    private Ticket Settled(Suggestion suggestion) => this with { LookedAt = true, SelfTaken = [.. SelfTaken.Where(s => s.What != suggestion.What)] };
}
