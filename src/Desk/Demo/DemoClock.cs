namespace FirstContact.Demo;

/// <summary>A clock that stands where the story stands, so that a desk has a past on its first day.</summary>
internal sealed class DemoClock : IClock
{
    public Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}
