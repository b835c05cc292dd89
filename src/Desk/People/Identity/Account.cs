namespace FirstContact.People;

/// <summary>A person as ASP.NET Core Identity sees him: an address, a password, and how often it was wrong.</summary>
public sealed class Account
{
    public required PersonId Person { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? PasswordHash { get; set; }
    public string Stamp { get; set; } = "";
    public int Failed { get; set; }
    public Instant? LockedUntil { get; set; }

    /// <summary>As whom the sign-in acts before there is a session.</summary>
    public Caller Caller => new(Person, Name, new HashSet<string>(), new HashSet<long>());
}
