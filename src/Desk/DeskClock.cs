namespace FirstContact;

/// <summary>The clock of the desk, in microseconds: what both databases keep, so that what was written reads back the same.</summary>
public sealed class DeskClock(IClock clock) : IClock
{
    private const long Micro = 10;

    public Instant GetCurrentInstant()
    {
        var ticks = clock.GetCurrentInstant().ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % Micro);
    }
}
