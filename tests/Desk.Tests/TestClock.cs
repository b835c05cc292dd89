namespace FirstContact;

/// <summary>A clock that goes only when it is told to.</summary>
public sealed class TestClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 9, 0);

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
