namespace FirstContact.People;

/// <summary>One main address, for signing in and for letters, and others by which somebody is known as well.</summary>
public sealed partial record Person
{
    public const int MostAddresses = 20, MostClaims = 5;

    /// <summary>So long a letter that proves an address may be used.</summary>
    public static readonly Duration ProofLasts = Duration.FromDays(1);

    /// <summary>Nobody asks for the next letter to the same address before it can have come.</summary>
    public static readonly Duration ProofRests = Duration.FromMinutes(10);

    /// <summary>All but the main one, in the order in which they came.</summary>
    public Seq<string> Addresses { get; init; } = [];

    public IEnumerable<string> AllAddresses => Addresses.Prepend(Email);

    // The desk and the customer whom nobody knows: no mail of a person is theirs.
    private bool StandsForNobody => Email.EndsWith(EmailAddress.OfNobody, StringComparison.Ordinal);

    /// <param name="proven">A letter there has shown that it is theirs; else somebody of the desk says so.</param>
    public Decision AddAddress(string? typed, bool proven = false)
    {
        if (StandsForNobody) return PeopleErrors.NoAddresses;
        var address = EmailAddress.Of(typed);
        if (EmailAddress.Wrong(address) is { } no) return no.At("address");
        if (AllAddresses.Contains(address)) return Decision.Nothing;
        return Addresses.Count >= MostAddresses ? PeopleErrors.TooManyAddresses : new AddressAdded(address, proven);
    }

    public Decision RemoveAddress(string? typed) => EmailAddress.Of(typed) is var address && address == Email ? PeopleErrors.MainAddressStays
        : Addresses.Contains(address) ? new AddressRemoved(address) : PeopleErrors.AddressNotFound;

    /// <summary>The one that was main stays among the others.</summary>
    public Decision MakeMain(string? typed) => EmailAddress.Of(typed) is var address && address == Email ? Decision.Nothing
        : Addresses.Contains(address) ? new MainAddressChosen(Email, address) : PeopleErrors.AddressNotFound;

    /// <summary>Asks for a letter to an address, which proves that it is this person's.</summary>
    /// <param name="claims">Those asked for that may still be used, with when.</param>
    public Decision AskForProof(By by, string? typed, IReadOnlyDictionary<string, Instant> claims)
    {
        if (!Active) return PeopleErrors.Inactive;
        var address = EmailAddress.Of(typed);
        if (EmailAddress.Wrong(address) is { } no) return no.At("address");
        if (AllAddresses.Contains(address)) return PeopleErrors.AddressYours;
        if (Addresses.Count >= MostAddresses) return PeopleErrors.TooManyAddresses;
        if (claims.TryGetValue(address, out var asked) ? by.At - asked < ProofRests : claims.Count >= MostClaims) return claims.ContainsKey(address) ? PeopleErrors.ProofOnItsWay : PeopleErrors.TooManyClaims;
        return new ProofAskedFor(address);
    }

    private Person? Addressed(Event happened) => happened switch
    {
        AddressAdded e => this with { Addresses = Addresses.Add(e.Address) },
        AddressRemoved e => this with { Addresses = Addresses.Remove(e.Address) },
        MainAddressChosen e => this with { Email = e.To, Addresses = [.. Addresses.Select(a => a == e.To ? e.From : a)] },
        ProofAskedFor => this,
        _ => null,
    };
}

/// <param name="Proven">By a letter that came there.</param>
public sealed record AddressAdded(string Address, bool Proven) : Event;

public sealed record AddressRemoved(string Address) : Event;

public sealed record MainAddressChosen(string From, string To) : Event;

public sealed record ProofAskedFor(string Address) : Event;
