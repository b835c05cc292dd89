namespace FirstContact.Kernel;

/// <summary>When a delivery that failed is tried again: soon at first, then ever more seldom, for a little more than three days.</summary>
public static class DeliverySchedule
{
    // As the Standard Webhooks recommend it.
    private static readonly Duration[] Pauses =
    [
        Duration.FromSeconds(5), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(5),
        Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(20), Duration.FromHours(24),
    ];

    /// <summary>A pause is up to so much shorter or longer, so that what failed together does not come back together.</summary>
    private const double Spread = 0.2;

    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>The first, and one after each pause.</summary>
    public static int Attempts => Pauses.Length + 1;

    /// <param name="attempts">How many have failed.</param>
    /// <param name="chance">From 0 to 1, another each time.</param>
    /// <param name="asked">What the receiver asked for (Retry-After).</param>
    /// <returns>Null when it has been tried often enough.</returns>
    public static Duration? Pause(int attempts, double chance, Duration? asked = null)
    {
        if (attempts > Pauses.Length) return null;
        var pause = Pauses[attempts - 1] * (1 - Spread + (2 * Spread * chance));
        return asked is { } wanted && wanted > pause ? Duration.Min(wanted, Longest) : pause;
    }
}
