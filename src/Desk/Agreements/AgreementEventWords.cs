using NodaTime.Text;

namespace FirstContact.Agreements;

/// <summary>Every event of agreements and suppliers: its stored name and the one sentence that tells it.</summary>
public static class AgreementEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<SupplierAdded>("supplier.added", e => $"added the supplier {e.Details.Name}"),
        EventWords.Of<SupplierChanged>("supplier.changed", e => e.From.Name == e.To.Name ? $"changed how {e.To.Name} is reached" : $"renamed the supplier {e.From.Name} to {e.To.Name}"),
        EventWords.Of<SupplierRetired>("supplier.retired", e => $"retired the supplier {e.Name}"),
        EventWords.Of<SupplierRestored>("supplier.restored", e => $"took the supplier {e.Name} up again"),
        EventWords.Of<AgreementStarted>("agreement.started", e => e.AsItIs ? $"wrote down how it is done today: {e.Parties.Title}" : $"began {e.Parties.Title} with a first draft"),
        EventWords.Of<PartiesChanged>("agreement.parties-changed", e => $"changed the agreement: {Changed(e.From, e.To)}"),
        EventWords.Of<HabitsChanged>("agreement.habits-changed", e => $"changed how it is done today: {Clauses(e.From, e.To)}"),
        EventWords.Of<DraftBegun>("agreement.draft-begun", e => $"began draft {e.Draft}{(e.Why is null ? "" : $": {e.Why}")}"),
        EventWords.Of<TermsDrafted>("agreement.terms-drafted", e => $"wrote draft {e.Draft}: {Clauses(e.From, e.To)}"),
        EventWords.Of<StartDrafted>("agreement.start-drafted", e => $"set {LocalDatePattern.Iso.Format(e.From)} as its first day{(e.ForOpen ? ", for open tickets as well" : "")}"),
        EventWords.Of<DraftPut>("agreement.draft-put", e => $"put draft {e.Draft} to both sides"),
        EventWords.Of<DraftTakenBack>("agreement.draft-taken-back", e => $"took the draft back: {e.Reason}"),
        EventWords.Of<PositionTaken>("agreement.position-taken", e => Took(e.Position)),
        EventWords.Of<CounterAccepted>("agreement.counter-accepted", e => $"took the counter-offer on {Name(e.Clause)}: {ClauseWords.Of(e.To, e.Clause)}"),
        EventWords.Of<DraftDropped>("agreement.draft-dropped", e => $"ended the negotiation: {e.Reason}"),
        EventWords.Of<AgreementCommented>("agreement.commented", e => e.Clause is null ? $"said: {e.Words}" : $"said of {Name(e.Clause)}: {e.Words}"),
        EventWords.Of<DraftSigned>("agreement.draft-signed", e => $"signed draft {e.Draft} for the {e.Signature.Side.ToString().ToLowerInvariant()}{(e.Signature.OnBehalf is { } who ? $", as {who} did on paper" : "")}"),
        EventWords.Of<AgreementAgreed>("agreement.agreed", e => $"made it version {e.Signed.No} with that: both sides have signed"),
        EventWords.Of<AgreementReviewed>("agreement.reviewed", e => $"reviewed it; the next time is {LocalDatePattern.Iso.Format(e.Next)}"),
        EventWords.Of<ReviewCalledFor>("agreement.review-called-for", e => $"said that its review {(e.Call.Overdue ? "was" : "is")} due on {LocalDatePattern.Iso.Format(e.Call.Due)}"),
        EventWords.Of<AgreementEnded>("agreement.ended", e => $"ended it: {e.Reason}"),
    ];

    private static string Name(string clause) => ClauseWords.Name(clause).ToLowerInvariant();

    private static string Took(Position p) => p.Stance switch
    {
        Stance.Agrees => $"agreed to {Name(p.Clause)} for the {p.Side.ToString().ToLowerInvariant()}",
        Stance.Declines => $"declined {Name(p.Clause)} for the {p.Side.ToString().ToLowerInvariant()}: {p.Words}",
        _ => $"offered another {Name(p.Clause)} for the {p.Side.ToString().ToLowerInvariant()}: {(ClauseWords.Of(p.Counter!, p.Clause) is { Length: > 0 } offer ? offer : "without it")}. {p.Words}",
    };

    private static string Clauses(Terms from, Terms to) => string.Join(", ", Agreements.Clauses.Redline(from, to).Where(c => c.Change != Change.Kept).Select(c => $"{Name(c.Clause)} {c.Change.ToString().ToLowerInvariant()}"));

    private static string Changed(Parties from, Parties to) => string.Join(", ", ((string?[])
    [
        from.Title == to.Title ? null : $"renamed it from {from.Title}",
        from.ProviderSpeakers == to.ProviderSpeakers ? null : $"let {Names(to.ProviderSpeakers)} speak for the provider",
        from.ReceiverSpeakers == to.ReceiverSpeakers ? null : $"let {Names(to.ReceiverSpeakers)} speak for the receiver",
    ]).OfType<string>());

    private static string Names(Seq<Named<PersonId>> people) => people.Count == 0 ? "nobody" : string.Join(", ", people.Select(p => p.Name));
}
