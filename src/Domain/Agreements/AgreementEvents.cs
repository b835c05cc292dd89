namespace FirstContact.Agreements;

// Suppliers
public sealed record SupplierAdded(SupplierDetails Details) : Event;

public sealed record SupplierChanged(SupplierDetails From, SupplierDetails To) : Event;

public sealed record SupplierRetired(string Name) : Event;

public sealed record SupplierRestored(string Name) : Event;

// Who agrees on what
/// <param name="AsItIs">These are habits as they are today, and nobody has promised them.</param>
public sealed record AgreementStarted(AgreementKind Kind, Parties Parties, bool AsItIs, Terms Terms) : Event;

public sealed record PartiesChanged(Parties From, Parties To) : Event;

/// <summary>The habits were written down anew.</summary>
public sealed record HabitsChanged(Terms From, Terms To) : Event;

// Negotiating
/// <param name="Why">What is to become better; null for the first.</param>
public sealed record DraftBegun(int Draft, Terms Terms, string? Why) : Event;

/// <param name="Draft">Its number; each change makes another.</param>
public sealed record TermsDrafted(int Draft, Terms From, Terms To) : Event;

/// <param name="ForOpen">It is to hold for tickets that are open then as well.</param>
public sealed record StartDrafted(LocalDate? Before, LocalDate From, bool ForOpen) : Event;

public sealed record DraftPut(int Draft) : Event;

public sealed record DraftTakenBack(string Reason) : Event;

public sealed record PositionTaken(Position Position) : Event;

/// <summary>The other side took what was offered instead; the clause is settled by it.</summary>
public sealed record CounterAccepted(int Draft, string Clause, Side By, Terms From, Terms To) : Event;

public sealed record DraftDropped(string Reason) : Event;

/// <param name="Clause">What it is about; null for the whole.</param>
public sealed record AgreementCommented(string? Clause, string Words) : Event;

public sealed record DraftSigned(int Draft, Signature Signature) : Event;

/// <summary>Both have signed: this is what holds from then on.</summary>
/// <param name="ReviewDue">Counted from its first day where the desk is; older journals do not say it.</param>
public sealed record AgreementAgreed(SignedVersion Signed, LocalDate? ReviewDue = null) : Event;

// Afterwards
public sealed record AgreementReviewed(LocalDate On, string Minutes, LocalDate Next) : Event;

/// <summary>Both sides were told that it is to be reviewed: once before, and once when nobody has.</summary>
public sealed record ReviewCalledFor(ReviewCall Call) : Event;

/// <param name="At">From this moment on nothing is promised any more.</param>
public sealed record AgreementEnded(Instant At, string Reason) : Event;
