namespace FirstContact.Mail;

/// <summary>What is done with mail of a sender whom the desk does not know.</summary>
public enum Unknown
{
    /// <summary>He becomes a customer.</summary>
    Take,

    /// <summary>Somebody looks at it first.</summary>
    Hold,

    /// <summary>It is kept, and nothing happens.</summary>
    Refuse
}

/// <summary>What holds for mail that comes in: whom it makes a customer, how much of one sender, whose word about senders counts, and who is not heard at all.</summary>
public sealed record MailRules : IAggregate<MailRules>
{
    public const int MostDomains = 500, MostBlocked = 5_000, MostServers = 20, MostPerHour = 10_000, LongestName = 254, LongestWhy = 200;

    public static string Subject => "mail-rules";

    public static readonly MailRules Usual = new();

    public int Version { get; init; }
    public MailRuleValues Values { get; init; } = new(Unknown.Take, [], true, 60, []);
    public Seq<BlockedSender> Blocked { get; init; } = [];

    public long Key => 33;

    public Decision Change(MailRuleValues to)
    {
        var tidy = to.Tidied;
        if (Error.Of(
            tidy.Domains.Count > MostDomains ? MailRuleErrors.TooManyDomains : null,
            tidy.Domains.FirstOrDefault(d => !IsDomain(d.Domain)) is not null ? MailRuleErrors.DomainInvalid : null,
            tidy.Domains.Select(d => d.Domain).Distinct().Count() < tidy.Domains.Count ? MailRuleErrors.DomainTwice : null,
            tidy.PerHour is < 1 or > MostPerHour ? MailRuleErrors.PerHourInvalid : null,
            tidy.TrustedServers.Count > MostServers || tidy.TrustedServers.Any(s => s.Length > LongestName || s.Any(char.IsWhiteSpace)) ? MailRuleErrors.ServerInvalid : null) is { } no) return no;
        return tidy == Values ? Decision.Nothing : new MailRulesChanged(Values, tidy);
    }

    /// <param name="sender">An address, or a domain for all who write from there.</param>
    public Decision Block(string? sender, string? why)
    {
        var who = (sender ?? "").Trim().TrimStart('@').ToLowerInvariant();
        if (Error.Of(
            !IsDomain(who) && !(who.Length <= LongestName && who.Split('@') is [{ Length: > 0 }, var domain] && IsDomain(domain)) ? MailRuleErrors.SenderInvalid : null,
            why.IsLongerThan(LongestWhy) ? MailRuleErrors.WhyTooLong : null,
            Blocked.Count >= MostBlocked ? MailRuleErrors.TooManyBlocked : null) is { } no) return no;
        return Blocked.Any(b => b.Sender == who) ? Decision.Nothing : new SenderBlocked(who, why.IsBlank ? null : why!.Trim());
    }

    public Decision Unblock(string? sender) =>
        Blocked.FirstOrDefault(b => b.Sender.Equals(sender?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } blocked ? new SenderUnblocked(blocked.Sender) : MailRuleErrors.NotBlocked;

    public bool Blocks(MailAddress sender) => Blocked.Count > 0 && sender.Address.ToLowerInvariant() is var address
        && Blocked.Any(b => b.Sender == address || b.Sender == sender.Domain || sender.Domain.EndsWith("." + b.Sender, StringComparison.Ordinal));

    /// <summary>What holds for this sender: the rule of the domain, or of the nearest one above it; else what holds for all.</summary>
    public DomainRule For(MailAddress sender) =>
        Values.Domains.Where(d => sender.Domain == d.Domain || sender.Domain.EndsWith("." + d.Domain, StringComparison.Ordinal)).OrderByDescending(d => d.Domain.Length).FirstOrDefault() ?? new(sender.Domain, Values.Unknown, null);

    public MailRules Apply(Event happened, By by) => happened switch
    {
        MailRulesChanged e => this with { Values = e.To, Version = Version + 1 },
        SenderBlocked e => this with { Blocked = Blocked.Add(new(e.Sender, e.Why)), Version = Version + 1 },
        SenderUnblocked e => this with { Blocked = [.. Blocked.Where(b => b.Sender != e.Sender)], Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules of mail know nothing of {happened.GetType().Name}."),
    };

    private static bool IsDomain(string text) => text.Length <= LongestName && text.Contains('.', StringComparison.Ordinal) && !text.StartsWith('.') && !text.EndsWith('.') && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
}

/// <param name="Unknown">What is done with a sender whom nobody knows, and for whose domain there is no rule.</param>
/// <param name="Invited">Whoever has a message of the desk, or an address that it signed, may join its ticket.</param>
/// <param name="PerHour">So many messages of one sender are taken in within an hour; what is more waits for somebody to look.</param>
/// <param name="TrustedServers">Mail servers, as they call themselves in Authentication-Results, whose word about senders counts.</param>
public sealed record MailRuleValues(Unknown Unknown, Seq<DomainRule> Domains, bool Invited, int PerHour, Seq<string> TrustedServers)
{
    internal MailRuleValues Tidied => this with
    {
        Domains = [.. Domains.Select(d => d with { Domain = d.Domain.Trim().TrimStart('@').ToLowerInvariant() }).Where(d => d.Domain.Length > 0)],
        TrustedServers = [.. TrustedServers.Select(s => s.Trim().ToLowerInvariant()).Where(s => s.Length > 0).Distinct()],
    };
}

/// <param name="Unit">The business unit of who becomes a customer by it.</param>
public sealed record DomainRule(string Domain, Unknown Unknown, Named<UnitId>? Unit);

/// <param name="Sender">An address, or a domain.</param>
public sealed record BlockedSender(string Sender, string? Why);

public sealed record MailRulesChanged(MailRuleValues From, MailRuleValues To) : Event;

public sealed record SenderBlocked(string Sender, string? Why) : Event;

public sealed record SenderUnblocked(string Sender) : Event;

public static class MailRuleErrors
{
    public static readonly Error DomainInvalid = new(ErrorKind.Invalid, "mail-rules.domain-invalid", "Name each domain as it stands behind the @, such as example.com.", "domains");
    public static readonly Error DomainTwice = new(ErrorKind.Invalid, "mail-rules.domain-twice", "Name each domain once.", "domains");
    public static readonly Error TooManyDomains = new(ErrorKind.Invalid, "mail-rules.too-many-domains", $"Keep it within {MailRules.MostDomains} domains.", "domains");
    public static readonly Error UnitUnknown = new(ErrorKind.Invalid, "mail-rules.unit-unknown", "There is no business unit of this name.", "domains");
    public static readonly Error PerHourInvalid = new(ErrorKind.Invalid, "mail-rules.per-hour-invalid", $"Say 1 to {MailRules.MostPerHour} messages an hour.", "perHour");
    public static readonly Error ServerInvalid = new(ErrorKind.Invalid, "mail-rules.server-invalid", $"Name up to {MailRules.MostServers} servers, each as it calls itself in Authentication-Results.", "trustedServers");
    public static readonly Error SenderInvalid = new(ErrorKind.Invalid, "mail-rules.sender-invalid", "Name an address or a domain, such as someone@example.com or example.com.", "sender");
    public static readonly Error WhyTooLong = new(ErrorKind.Invalid, "mail-rules.why-too-long", $"Keep it within {MailRules.LongestWhy} characters.", "why");
    public static readonly Error TooManyBlocked = new(ErrorKind.Invalid, "mail-rules.too-many-blocked", $"Keep it within {MailRules.MostBlocked} senders.", "sender");
    public static readonly Error NotBlocked = new(ErrorKind.Missing, "mail-rules.not-blocked", "This sender is not blocked.");
}
