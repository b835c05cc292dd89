namespace FirstContact.Mailboxes;

/// <summary>How long a mailbox whose server fails is left alone: shortly at first, then up to a quarter of an hour.</summary>
public static class FetchPauses
{
    private static readonly Duration[] Pauses = [Duration.FromSeconds(5), Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(3), Duration.FromMinutes(7), Duration.FromMinutes(15)];

    /// <summary>So much shorter or longer, so that those that failed together do not come back together.</summary>
    private const double Spread = 0.25;

    /// <param name="failures">How often in a row it has failed.</param>
    /// <param name="chance">From 0 to 1, another each time.</param>
    public static Duration After(int failures, double chance) => Pauses[Math.Clamp(failures - 1, 0, Pauses.Length - 1)] * (1 - Spread + (2 * Spread * chance));
}
