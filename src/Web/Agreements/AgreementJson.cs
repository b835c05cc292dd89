using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <param name="Id">Of the unit, the team or the supplier; null for the others.</param>
public sealed record PartyJson(PartyKind Kind, long? Id, string? Name)
{
    internal static PartyJson Of(Party p) => new(p.Kind, p.Id == 0 ? null : p.Id, p.Name.Length == 0 ? null : p.Name);
}

/// <param name="Counter">The terms of the draft as this side would have this one clause.</param>
/// <param name="Offers">What it offers, in words; null without a counter-offer.</param>
public sealed record PositionJson(string Clause, Side Side, Stance Stance, TermsJson? Counter, string? Offers, string Words, long By, Instant At);

/// <param name="OnBehalf">Who has signed on paper for a supplier.</param>
public sealed record SignatureJson(Side Side, NamedJson By, Instant At, string? OnBehalf);

/// <param name="Open">It was put to both sides.</param>
/// <param name="Disputed">The clauses on which a side wants something else.</param>
public sealed record AgreementDraftJson(int Draft, TermsJson Terms, bool Open, LocalDate? From, bool ForOpen, IReadOnlyList<PositionJson> Positions, IReadOnlyList<string> Disputed, IReadOnlyList<SignatureJson> Signatures);

public sealed record SignedVersionJson(int No, TermsJson Terms, Instant From, bool ForOpen, IReadOnlyList<SignatureJson> Signatures);

/// <param name="Habits">How it is done today, promised by nobody.</param>
/// <param name="InForce">The number of the version that holds now.</param>
public sealed record AgreementJson(
    long Id, int Version, AgreementKind Kind, string Title, Stage Stage, PartyJson Provider, PartyJson Receiver, IReadOnlyList<NamedJson> ProviderSpeakers, IReadOnlyList<NamedJson> ReceiverSpeakers,
    TermsJson? Habits, AgreementDraftJson? Draft, int? InForce, IReadOnlyList<SignedVersionJson> Versions, LocalDate? ReviewDue, LocalDate? ReviewedOn, Instant? EndsAt)
{
    internal static AgreementJson Of(Agreement a, Instant now) => new(
        a.Key, a.Version, a.Kind, a.Title, a.Stage(now), PartyJson.Of(a.Parties.Provider), PartyJson.Of(a.Parties.Receiver), [.. a.Parties.ProviderSpeakers.Select(TermsJson.Name)], [.. a.Parties.ReceiverSpeakers.Select(TermsJson.Name)],
        a.Habits is { } habits ? TermsJson.Of(habits) : null, a.Table is { } table ? Of(table) : null, a.At(now)?.No, [.. a.Versions.Select(v => new SignedVersionJson(v.No, TermsJson.Of(v.Terms), v.From, v.ForOpen, [.. v.Signatures.Select(Of)]))],
        a.ReviewDue, a.ReviewedOn, a.EndsAt);

    private static AgreementDraftJson Of(Table t) => new(
        t.No, TermsJson.Of(t.Terms), t.Open, t.From, t.ForOpen,
        [.. t.Positions.Select(p => new PositionJson(p.Clause, p.Side, p.Stance, p.Counter is { } counter ? TermsJson.Of(counter) : null, p.Counter is { } offer ? ClauseWords.Of(offer, p.Clause) : null, p.Words, p.By.Value, p.At))],
        [.. t.Disputed], [.. t.Signatures.Select(Of)]);

    private static SignatureJson Of(Signature s) => new(s.Side, TermsJson.Name(s.By), s.At, s.OnBehalf);
}

public sealed record AgreementEntryJson(Instant At, string By, string Sentence);

public sealed record ClauseChangeJson(string Clause, string Name, Change Change, string Before, string After);

public sealed record SupplierJson(long Id, int Version, string Name, string Contact, bool Retired)
{
    internal static SupplierJson Of(Supplier s) => new(s.Key, s.Version, s.Name, s.Details.Contact, s.Retired);
}
