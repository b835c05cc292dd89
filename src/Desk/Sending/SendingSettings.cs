using FirstContact.Mail;
using MimeKit.Cryptography;

namespace FirstContact.Sending;

/// <summary>By which server mail leaves, from whom it comes, and where people find the desk: from the settings of the program.</summary>
/// <param name="Server">Null when none is set: then nothing is sent.</param>
/// <param name="Address">Where people reach the desk, without a '/' at its end.</param>
public sealed record SendingSettings(SmtpServer? Server, MailAddress From, string Address)
{
    public static readonly SendingSettings None = new(null, new(null, "desk@localhost"), "http://localhost:5080");

    /// <summary>What signs for our domain (RFC 6376); null when mail is not signed here.</summary>
    public DkimSigner? Dkim { get; init; }

    /// <summary>What is wrong with the way to the server; null when it lets us in, or when none is set.</summary>
    public async Task<string?> TryServer(CancellationToken stop)
    {
        if (Server is null) return null;
        try
        {
            await using var connection = await SmtpConnection.Open(Server, stop);
            return null;
        }
        catch (SmtpException e) { return e.Message; }
    }
}

/// <summary>How text that people write in Markdown becomes safe HTML: the web knows, and brings it.</summary>
public sealed record MarkdownHtml(Func<string, string> Of);
