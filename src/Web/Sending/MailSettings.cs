using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>The settings of the mail server, each FIRSTCONTACT_MAIL__NAME.</summary>
internal static class MailSettings
{
    public static readonly IReadOnlyList<string> Names = [.. new[] { "HOST", "PORT", "TLS", "USER", "PASSWORD", "TOKEN_FILE", "FROM", "TRUST", "DKIM_KEY", "DKIM_SELECTOR", "DKIM_DOMAIN" }.Select(n => $"MAIL__{n}")];

    /// <param name="address">Where people reach the desk.</param>
    /// <exception cref="SettingsException">A setting cannot be what it says.</exception>
    public static SendingSettings Read(IConfiguration mail, string address)
    {
        var from = mail["FROM"] is { } said
            ? AddressReader.Read(said) is [{ IsWhole: true } whole] ? whole : throw Wrong("FROM", said, "Give one address, like desk@example.com.")
            : SendingSettings.None.From;
        var usual = SendingSettings.None with { From = from, Address = address.TrimEnd('/') };
        if (mail["HOST"].IsBlank) return usual;
        if (mail["FROM"] is null) throw new SettingsException("FIRSTCONTACT_MAIL__HOST is set and FIRSTCONTACT_MAIL__FROM is not. Say from which address mail comes.");

        var tls = mail["TLS"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "starttls" => SmtpTls.StartTls,
            "implicit" => SmtpTls.Implicit,
            "none" => SmtpTls.None,
            var other => throw Wrong("TLS", other, "Say starttls, implicit or none."),
        };
        var port = mail["PORT"] is { Length: > 0 } number
            ? int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and < 65536 ? given : throw Wrong("PORT", number, "Give a number from 1 to 65535.")
            : tls switch { SmtpTls.Implicit => 465, SmtpTls.StartTls => 587, _ => 25 };
        var server = new SmtpServer(mail["HOST"]!.Trim(), port, tls, Uri.TryCreate(address, UriKind.Absolute, out var own) && own.HostNameType == UriHostNameType.Dns ? own.IdnHost : "localhost")
        {
            User = Blank(mail["USER"]), Password = Blank(mail["PASSWORD"]), TokenFile = Blank(mail["TOKEN_FILE"]), Trusted = Trusted(mail["TRUST"]),
        };
        if (server is { User: not null, SignsIn: false }) throw new SettingsException("FIRSTCONTACT_MAIL__USER is set, and neither FIRSTCONTACT_MAIL__PASSWORD nor FIRSTCONTACT_MAIL__TOKEN_FILE is.");
        if (server is { SignsIn: true, Tls: SmtpTls.None, IsHere: false }) throw new SettingsException("FIRSTCONTACT_MAIL__TLS is none, and a password goes over a safe connection only. Say starttls or implicit.");
        return usual with { Server = server, Dkim = Signer(mail, from) };
    }

    private static MimeKit.Cryptography.DkimSigner? Signer(IConfiguration mail, MailAddress from)
    {
        if (Blank(mail["DKIM_KEY"]) is not { } file) return null;
        var selector = Blank(mail["DKIM_SELECTOR"]) ?? throw new SettingsException("FIRSTCONTACT_MAIL__DKIM_KEY is set and FIRSTCONTACT_MAIL__DKIM_SELECTOR is not: say under which name the public half is published.");
        var domain = (Blank(mail["DKIM_DOMAIN"]) ?? from.Domain).ToLowerInvariant();
        // Who checks asks that the signature is of the domain that people see (RFC 7489 3.1.1).
        if (from.Domain != domain && !from.Domain.EndsWith($".{domain}", StringComparison.Ordinal)) throw new SettingsException($"FIRSTCONTACT_MAIL__DKIM_DOMAIN is '{domain}', and mail comes from {from.Domain}. Sign for the domain that it comes from, or one above it.");
        try { return Dkim.Signer(file, domain, selector); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException) { throw new SettingsException($"FIRSTCONTACT_MAIL__DKIM_KEY cannot be read: {e.Message}"); }
    }

    private static X509Certificate2Collection Trusted(string? file)
    {
        var trusted = new X509Certificate2Collection();
        if (file.IsBlank) return trusted;
        try { trusted.ImportFromPemFile(file!); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException) { throw new SettingsException($"FIRSTCONTACT_MAIL__TRUST cannot be read: {e.Message}"); }
        return trusted.Count > 0 ? trusted : throw new SettingsException($"FIRSTCONTACT_MAIL__TRUST is '{file}', in which there is no certificate in PEM.");
    }

    private static SettingsException Wrong(string name, string said, string hint) => new($"FIRSTCONTACT_MAIL__{name} is '{said}'. {hint}");

    private static string? Blank(string? text) => text.IsBlank ? null : text!.Trim();
}
