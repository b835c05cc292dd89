namespace FirstContact.Tickets;

/// <summary>Another ticket, with what solved it and what did not.</summary>
/// <param name="Likeness">How alike the words are, from 0 to 1.</param>
/// <param name="Solution">What it rests on; null while it is open.</param>
/// <param name="Verified">By the customer; otherwise it was merely closed.</param>
/// <param name="Failed">What was tried on it and did not hold.</param>
public sealed record Precedent(TicketId Id, TicketKind Kind, string Title, double Likeness, bool SameService, bool SameCategory, string? Solution, bool Verified, Seq<string> Failed)
{
    private const double ForService = 0.15, ForCategory = 0.15;

    public string Number => TicketNumber.Of(Kind, Id);

    internal double Closeness => Likeness + (SameService ? ForService : 0) + (SameCategory ? ForCategory : 0);
}

/// <summary>Something that solved what is like this before.</summary>
/// <param name="Best">The ticket that is most like this one.</param>
/// <param name="Held">On how many it held; on so many the customer said so.</param>
/// <param name="Failed">How often it was tried and did not hold.</param>
public sealed record Experience(string Solution, Precedent Best, int Held, int Verified, int Failed, double Score)
{
    public const int Most = 5;

    /// <summary>Words less alike than this are another matter.</summary>
    public const double LeastLikeness = 0.1;

    // What the customer confirmed is worth more than what was merely closed; and nothing is sure after one time.
    private const double MerelyClosed = 0.6, Doubt = 0.5;

    /// <summary>The more viable first: alike in words, service and category, and by how it went.</summary>
    /// <param name="here">What stands on the ticket already.</param>
    public static IReadOnlyList<Experience> Of(IReadOnlyList<Precedent> precedents, IEnumerable<string> here)
    {
        var known = here.Select(Same).ToHashSet();
        var failed = precedents.SelectMany(p => p.Failed).GroupBy(Same).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. from precedent in precedents
               where precedent.Solution is { Length: > 0 } && precedent.Likeness >= LeastLikeness
               group precedent by Same(precedent.Solution!) into same
               where !known.Contains(same.Key)
               let best = same.OrderByDescending(p => p.Closeness).ThenByDescending(p => p.Verified).ThenByDescending(p => p.Id.Value).First()
               let verified = same.Count(p => p.Verified)
               let failures = failed.GetValueOrDefault(same.Key)
               let outcome = (verified + (same.Count() - verified) * MerelyClosed + Doubt) / (same.Count() + failures + 2 * Doubt)
               orderby best.Closeness * outcome descending, best.Id.Value descending
               select new Experience(best.Solution!, best, same.Count(), verified, failures, Math.Round(best.Closeness * outcome, 4)),
        ];
    }

    /// <summary>'Turn the ribbon.' and 'turn the ribbon' are one.</summary>
    private static string Same(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
