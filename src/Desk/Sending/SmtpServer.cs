using System.Security.Cryptography.X509Certificates;

namespace FirstContact.Sending;

/// <summary>How the way to the server is made safe: by STARTTLS (RFC 3207), from the first byte (RFC 8314), or not, which is for this machine and what it trusts.</summary>
public enum SmtpTls { StartTls, Implicit, None }

/// <summary>The server that takes what we send: all from the settings of the program.</summary>
/// <param name="Name">What we call ourselves (EHLO).</param>
public sealed record SmtpServer(string Host, int Port, SmtpTls Tls, string Name)
{
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>A file with a token of OAuth 2, which is used instead of a password and read anew for each connection, since others renew it.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Who else may vouch for the server's certificate, beside those whom the machine trusts: a house's own authority.</summary>
    public X509Certificate2Collection Trusted { get; init; } = [];

    public SmtpLimits Limits { get; init; } = SmtpLimits.Usual;

    public bool SignsIn => User is not null && (Password is not null || TokenFile is not null);

    public bool IsHere => Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address));

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>How long the server may take: to be connected with, for an answer, and for a whole message (RFC 5321 4.5.3.2 allows more; a desk that waits so long sends nothing else).</summary>
public sealed record SmtpLimits(TimeSpan Connect, TimeSpan Answer, TimeSpan Message)
{
    public static readonly SmtpLimits Usual = new(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
}
