using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>A signed version of an agreement, from the day on which it holds until another takes its place or it ends.</summary>
/// <param name="Until">The first moment at which it holds no more; null while nothing is known of an end.</param>
/// <param name="ForOpen">It holds for tickets that were open when it began as well; else these keep what they were promised.</param>
/// <param name="Speakers">Who speaks for the provider and for the receiver.</param>
public sealed record InForce(AgreementId Agreement, int Version, string Title, AgreementKind Kind, Party Provider, Party Receiver, Terms Terms, Instant From, Instant? Until, bool ForOpen, Seq<PersonId> ProviderSpeakers, Seq<PersonId> ReceiverSpeakers)
{
    public bool Holds(Instant at) => From <= at && (Until is not { } until || at < until);
}

/// <summary>What a promise is looked up by: the ticket as it was at that moment.</summary>
public sealed record Asked(AgreementKind Kind, Measure Measure, Party Provider, IReadOnlyList<Party> Receivers, ServiceId? Service, ClassId? Class, Channel Channel, TicketKind TicketKind, Priority Priority);

/// <summary>A clause and the version that it stands in.</summary>
public sealed record Promise(InForce Of, TargetClause Clause);

/// <summary>All versions that hold, held or will hold.</summary>
public sealed class AgreementsInForce(IEnumerable<InForce> versions)
{
    private readonly ILookup<AgreementKind, InForce> _versions = versions.ToLookup(v => v.Kind);

    public IEnumerable<InForce> All => _versions.SelectMany(v => v);

    /// <summary>The moments from which on open tickets are promised something else.</summary>
    public IReadOnlyList<(Instant At, string Title)> TurnsForOpen { get; } = [.. versions.Where(v => v.ForOpen).Select(v => (v.From, v.Title)).OrderBy(v => v.From)];

    /// <summary>What is promised at a moment to what begins then; null when nothing is.</summary>
    public Promise? At(Instant moment, Asked asked) => At(moment, moment, asked);

    /// <summary>
    /// What is promised at a moment to what began earlier; null when nothing is. It keeps the versions that held when it began, but for those that say that they
    /// are for open tickets as well. Of several the nearest to whom it is for: a unit before its segment before everyone, a named service before any, a named
    /// class before any; then the shorter time, and the older agreement.
    /// </summary>
    /// <param name="asked">Its receivers from the nearest on.</param>
    public Promise? At(Instant began, Instant moment, Asked asked) => (
        from versions in _versions[asked.Kind].Where(v => v.Holds(began) || v.ForOpen && v.From > began && v.From <= moment).GroupBy(v => v.Agreement)
        let version = versions.MaxBy(v => v.Version)
        where version.Provider.Is(asked.Provider) && version.Terms.Scope.Covers(asked.Service, asked.Class, asked.Channel, asked.TicketKind)
        let near = Nearness(asked.Receivers, version.Receiver)
        where near >= 0
        from clause in version.Terms.Targets
        where clause.Measure == asked.Measure && clause.Covers(asked.Priority)
        orderby near, version.Terms.Scope.Services.Count == 0, version.Terms.Scope.Classes.Count == 0, clause.Priorities.Count == 0, clause.Within, version.Agreement.Value
        select new Promise(version, clause)).FirstOrDefault();

    /// <summary>The versions of one agreement, the oldest first.</summary>
    public IEnumerable<InForce> Of(AgreementId agreement) => All.Where(v => v.Agreement == agreement).OrderBy(v => v.Version);

    private static int Nearness(IReadOnlyList<Party> receivers, Party party)
    {
        for (var i = 0; i < receivers.Count; i++)
            if (receivers[i].Is(party)) return i;
        return -1;
    }
}
