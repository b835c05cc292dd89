namespace FirstContact.Occasions;

/// <summary>All that is on between two moments, in the order of their beginning; what was called off too.</summary>
public sealed record ListOccasions(Instant From, Instant To) : IQuery<IReadOnlyList<Occasion>>
{
    private static readonly Duration Longest = Duration.FromDays(31), Year = Duration.FromDays(367);

    /// <summary>Whether what is only tested then counts as well.</summary>
    public bool Tested { get; init; }

    public Permission Needs => OccasionPermissions.See;

    public async Task<Result<IReadOnlyList<Occasion>>> Ask(Question question)
    {
        if (From >= To || To - From > Year) return OccasionErrors.RangeInvalid;
        var tested = Tested ? "union select id from occasion where test_at >= @from and test_at < @to" : "";
        return await question.Read.List(
            $"{OccasionStore.Select} where o.id in (select id from occasion where starts >= @early and starts < @to and ends > @from {tested}) order by o.starts, o.id", OccasionStore.Of, ("@early", From - Longest), ("@from", From), ("@to", To));
    }
}
