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

    /// <summary>Everything that anybody may ask of a message. Fuzzing asks it all.</summary>
    public static long AskAll(Message message)
    {
        var asked = message.Subject.Length + message.From.Count + message.To.Count + message.Cc.Count + message.ReplyTo.Count + message.DeliveredTo.Count + (message.Date is null ? 0 : 1)
            + (message.Id?.Length ?? 0) + message.References.Count + (message.ReturnPath?.Length ?? 0);
        var body = message.Body;
        var stretches = Quoted.In(body.Text);
        Assert.Equal(body.Text.Length, stretches.Sum(s => s.Length));
        Assert.False(body.Text.Contains('\0', StringComparison.Ordinal));
        asked += body.Attachments.Sum(a => a.Name.Length + a.Content().Length) + (body.Invitation is null ? 0 : 1) + (body.IsCut ? 1 : 0);
        if (body.HasHtml) asked += SafeHtml.Of(body.Html, new(_ => null, false, "History", "Signature")).Html.Length;
        return asked + (Machine.Of(message, "desk").MayOpenTicket ? 1 : 0) + (AuthenticationResults.Of(message, "mx.example.com")?.Checks.Count ?? 0);
    }
}
