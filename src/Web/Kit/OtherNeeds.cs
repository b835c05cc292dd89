using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>Something besides tickets that needs the caller now.</summary>
/// <param name="Group">The heading that it stands under; what has the same stands together.</param>
/// <param name="Order">What the heading says of their order.</param>
/// <param name="Beside">Behind the title, in small.</param>
/// <param name="First">Whether it comes before all tickets: its time is near.</param>
public sealed record OtherNeed(string Group, string Order, string Address, string Title, string Beside, string Icon, string Why, bool First = false)
{
    /// <summary>Where 'read' is posted to; null for what ends only by being done.</summary>
    public string? SeenAt { get; init; }

    /// <summary>What the button for it says; null for the usual.</summary>
    public string? Seen { get; init; }

    public bool Late { get; init; }
}

/// <summary>What a slice puts among what needs somebody now.</summary>
/// <param name="Topic">What the page listens to for it.</param>
public sealed record OtherNeeds(string Topic, Func<Desk, Caller, Times, IStringLocalizer, Task<IReadOnlyList<OtherNeed>>> Of);
