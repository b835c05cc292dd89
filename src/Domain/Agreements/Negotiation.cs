namespace FirstContact.Agreements;

/// <summary>Who agrees, and who speaks for them.</summary>
public sealed record Parties(string Title, Party Provider, Party Receiver, Seq<Named<PersonId>> ProviderSpeakers, Seq<Named<PersonId>> ReceiverSpeakers)
{
    public static readonly Parties None = new("", Party.Desk, Party.Everyone, [], []);

    public Party Of(Side side) => side == Side.Provider ? Provider : Receiver;

    public Seq<Named<PersonId>> Speakers(Side side) => side == Side.Provider ? ProviderSpeakers : ReceiverSpeakers;

    /// <summary>For whom a person speaks; null for nobody.</summary>
    public Side? SideOf(PersonId person) =>
        ProviderSpeakers.Any(s => s.Id == person) ? Side.Provider : ReceiverSpeakers.Any(s => s.Id == person) ? Side.Receiver : null;

    internal Parties Tidy => this with { Title = Title.Trim(), ProviderSpeakers = [.. ProviderSpeakers.DistinctBy(s => s.Id)], ReceiverSpeakers = [.. ReceiverSpeakers.DistinctBy(s => s.Id)] };

    internal Error? Wrong(AgreementKind kind) => Error.Of(
        Title.IsBlank ? AgreementErrors.TitleMissing : Title.IsLongerThan(Agreement.LongestTitle) ? AgreementErrors.TitleTooLong : null,
        Provider.Kind != Providers(kind) ? AgreementErrors.ProviderWrong : null,
        !Receivers(kind).Contains(Receiver.Kind) ? AgreementErrors.ReceiverWrong : Provider.Kind == Providers(kind) && Provider.Is(Receiver) ? AgreementErrors.SameParty : null,
        ProviderSpeakers.Count > Agreement.MostSpeakers || ReceiverSpeakers.Count > Agreement.MostSpeakers ? AgreementErrors.TooManySpeakers
            : ProviderSpeakers.Any(p => ReceiverSpeakers.Any(r => r.Id == p.Id)) ? AgreementErrors.SpeaksForBoth : null);

    public static PartyKind Providers(AgreementKind kind) => kind switch { AgreementKind.Service => PartyKind.Desk, AgreementKind.Operational => PartyKind.Team, _ => PartyKind.Supplier };

    public static IReadOnlyList<PartyKind> Receivers(AgreementKind kind) => kind switch
    {
        AgreementKind.Service => [PartyKind.Everyone, PartyKind.Segment, PartyKind.Unit],
        AgreementKind.Operational => [PartyKind.Team, PartyKind.Everyone],
        _ => [PartyKind.Desk],
    };
}

/// <summary>What lies on the table: one draft, what each side says of its clauses, and who has signed it.</summary>
/// <param name="No">Each change of the terms makes another draft; signatures are for one of them.</param>
/// <param name="Open">It was put to both sides.</param>
/// <param name="From">From which day it is to hold.</param>
/// <param name="ForOpen">It is to hold for tickets that are open then as well.</param>
/// <param name="Positions">The last word of each side on each clause.</param>
public sealed record Table(int No, Terms Terms, bool Open, LocalDate? From, bool ForOpen, Seq<Position> Positions, Seq<Signature> Signatures)
{
    public Position? Of(Side side, string clause) => Positions.FirstOrDefault(p => p.Side == side && p.Clause == clause);

    public Signature? Of(Side side) => Signatures.FirstOrDefault(s => s.Side == side);

    /// <summary>On which clauses one side wants something else than what lies on the table.</summary>
    public IEnumerable<string> Disputed => Positions.Where(p => p.Stance != Stance.Agrees).Select(p => p.Clause).Distinct();
}

public enum Stance { Agrees, Counters, Declines }

/// <param name="Counter">What is offered instead: the terms of the draft with this one clause as it should be; null without a counter-offer.</param>
/// <param name="Words">Why; may be blank with a yes.</param>
public sealed record Position(string Clause, Side Side, Stance Stance, Terms? Counter, string Words, PersonId By, Instant At);

/// <param name="OnBehalf">Who signed on paper, where somebody of the desk writes it down for them; null otherwise.</param>
public sealed record Signature(Side Side, Named<PersonId> By, Instant At, string? OnBehalf = null);

/// <param name="From">The first moment at which it holds.</param>
public sealed record SignedVersion(int No, Terms Terms, Instant From, bool ForOpen, Seq<Signature> Signatures);
