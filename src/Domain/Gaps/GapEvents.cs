using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <param name="About">The category or the service, by name; null when neither was known.</param>
public sealed record GapPlanned(FrontNeed Need, string? About, GapPlan From, GapPlan To) : Event;
