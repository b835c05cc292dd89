namespace FirstContact.Sending;

/// <summary>An address that mail does not reach. Nothing more is sent there until somebody has looked and says that it is well again.</summary>
public sealed record StoppedAddress : IAggregate<StoppedAddress>
{
    public const int LongestWhy = 500;

    public static string Subject => "stopped-address";

    public StoppedAddressId Id { get; init; }
    public int Version { get; init; }
    public string Address { get; init; } = "";

    /// <summary>In the words of whoever refused.</summary>
    public string Why { get; init; } = "";

    /// <summary>The letter that told so.</summary>
    public long? Letter { get; init; }

    public Instant StoppedAt { get; init; }
    public bool Stopped { get; init; }

    public long Key => Id.Value;

    public Decision Stop(string address, string why, long? letter) =>
        Stopped && !(letter > Letter) ? Decision.Nothing : new AddressStopped(address.Trim().ToLowerInvariant(), why.Length <= LongestWhy ? why : why[..LongestWhy], letter);

    public Decision Clear() => Stopped ? new AddressCleared(Address) : SendingErrors.AddressNotStopped;

    public StoppedAddress Apply(Event happened, By by) => happened switch
    {
        AddressStopped e => this with { Address = e.Address, Why = e.Why, Letter = e.Letter, StoppedAt = by.At, Stopped = true, Version = Version + 1 },
        AddressCleared => this with { Stopped = false, Version = Version + 1 },
        _ => throw new NotSupportedException($"A stopped address knows nothing of {happened.GetType().Name}."),
    };
}
