namespace FirstContact.Sending;

/// <param name="From">Null when it was as usual.</param>
/// <param name="To">Null when it is as usual from now on.</param>
public sealed record LetterFormChanged(LetterKind Kind, Named<TeamId>? Team, LetterForm? From, LetterForm? To) : Event
{
    /// <summary>Null when it is for whoever reads none of the languages that have a form.</summary>
    public string? Language { get; init; }
}

public sealed record LetterSentAgain(long Letter, string To) : Event;

public sealed record LetterTakenBack(long Letter, string To) : Event;

public sealed record ReturnedLetterSeen(long Letter, string To) : Event;

public sealed record TestLetterSent(string To) : Event;

/// <param name="Letter">The letter that told so.</param>
public sealed record AddressStopped(string Address, string Why, long? Letter) : Event;

public sealed record AddressCleared(string Address) : Event;
