namespace FirstContact.Occasions;

/// <summary>All that is on between two moments, in the order of their beginning; what was called off too.</summary>
public sealed record ListOccasions(Instant From, Instant To) : IQuery<IReadOnlyList<Occasion>>
{
    private static readonly Duration Longest = Duration.FromDays(31), Year = Duration.FromDays(367);

    public Permission Needs => OccasionPermissions.See;

    public async Task<Result<IReadOnlyList<Occasion>>> Ask(Question question)
    {
        if (From >= To || To - From > Year) return OccasionErrors.RangeInvalid;
        return await question.Read.List(
            $"{OccasionStore.Select} where o.starts >= @early and o.starts < @to and o.ends > @from order by o.starts, o.id", OccasionStore.Of, ("@early", From - Longest), ("@from", From), ("@to", To));
    }
}
