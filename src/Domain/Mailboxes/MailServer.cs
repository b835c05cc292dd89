namespace FirstContact.Mailboxes;

/// <summary>How a connection is kept from others: TLS from the first byte, TLS after a word in the open, or not at all.</summary>
public enum MailSafety { Tls, StartTls, None }

/// <param name="Certificate">The SHA-256 of the one certificate that is believed, in hexadecimal; null for any that a known authority has signed for this name.</param>
public sealed record MailServer(string Host, int Port, MailSafety Safety, string? Certificate = null);
