using System.Text;

namespace FirstContact.Mail;

/// <summary>A test that needs the real messages beside the checkout; it is left out, and says so, where they are not.</summary>
public sealed class RealMailFactAttribute : FactAttribute
{
    public RealMailFactAttribute()
    {
        if (MailFiles.Folder is null) Skip = "The real messages are not beside the checkout";
    }
}

internal static class Mails
{
    /// <summary>A message as a test writes it: lines end by CRLF, signs are bytes of Latin-1.</summary>
    public static Message Read(string text) => Message.Read(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));

    public static Message ReadUtf8(string text) => Message.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    /// <summary>Everything that anybody may ask of a message, one after the other. Fuzzing asks it all.</summary>
    public static readonly IReadOnlyList<Action<Message>> Questions =
    [
        m => _ = (m.Subject, m.Author, m.To, m.Cc, m.ReplyTo, m.DeliveredTo, m.Date, m.Id, m.References, m.ReturnPath),
        m => Assert.False(m.Body.Text.Contains('\0', StringComparison.Ordinal)),
        m => Assert.Equal(m.Body.Text.Length, Quoted.In(m.Body.Text).Sum(s => s.Length)),
        m => Assert.All(m.Body.Attachments, a => Assert.InRange(a.Name.Length, 1, 200)),
        m => Assert.All(m.Body.Attachments, a => Assert.InRange(a.Content().Length, 0, Math.Max(1, m.Raw.Length))),
        m => _ = (m.Body.Invitation, m.Body.IsCut, m.Body.Seal),
        m => _ = m.Body.HasHtml ? SafeHtml.Of(m.Body.Html, new(_ => null, false, "History", "Signature")) : null,
        m => Machine.Of(m, "desk"),
        m => AuthenticationResults.Of(m, "mx.example.com")
    ];

    public static void AskAll(Message message)
    {
        foreach (var question in Questions) question(message);
    }
}
