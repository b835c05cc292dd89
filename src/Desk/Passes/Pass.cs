namespace FirstContact.Passes;

/// <summary>Lets one person do one act on one thing, once and without signing in: whoever holds the link that it came with. What the act is its slice knows.</summary>
/// <param name="Act">By its name, such as <c>ticket.verify</c>.</param>
/// <param name="Key">The thing.</param>
/// <param name="Since">When that was asked which it answers. It is void as soon as the thing has moved on from there.</param>
public sealed record Pass(PassId Id, PersonId Person, string Act, long Key, Instant Since, Instant ExpiresAt, Instant? UsedAt)
{
    /// <summary>Why it opens nothing any more; null while it does. Whether the thing has moved on only its slice can tell.</summary>
    public Error? Void(Instant now) => UsedAt is not null ? PassErrors.Used : ExpiresAt <= now ? PassErrors.Expired : null;
}

public static class PassErrors
{
    public static readonly Error Unknown = new(ErrorKind.Missing, "pass.unknown", "This link leads nowhere. Perhaps a part of it is missing: copy it whole from the mail.");
    public static readonly Error Used = new(ErrorKind.Conflict, "pass.used", "This link has been used. It works once.");
    public static readonly Error Expired = new(ErrorKind.Conflict, "pass.expired", "This link is too old to be used.");
    public static readonly Error MovedOn = new(ErrorKind.Conflict, "pass.moved-on", "Things have gone on since this link was sent, and what it asks is not asked any more.");
}
