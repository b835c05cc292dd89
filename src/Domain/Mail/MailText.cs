using System.Security.Cryptography;
using System.Text;

namespace FirstContact.Mail;

/// <summary>A message in the words of a ticket: within its lengths, and of letters that every database keeps.</summary>
public static class MailText
{
    private const int LongestDigested = 60_000;

    /// <summary>What it is about; the beginning of what it says when it has no subject.</summary>
    public static string Title(Message message)
    {
        var subject = Clean(message.Subject).Trim();
        if (subject.Length == 0) subject = Clean(message.Body.Text).Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "(no subject)";
        return Cut(subject, Tickets.Ticket.LongestTitle, "…");
    }

    /// <summary>What it says, history and all: what is folded on a page is never lost.</summary>
    public static string Words(Message message)
    {
        var said = Clean(message.Body.Text).Trim();
        return said.Length == 0 ? message.Body.Seal == Seal.Encrypted ? "(It is encrypted: open it in your mail program.)" : "(no text)" : Cut(said, Tickets.Ticket.LongestText, "\n… (the rest is in the message as it came)");
    }

    /// <summary>The same for the same message, by whichever way it comes; null when it has nothing by which it could be told from others.</summary>
    public static string? Same(Message message)
    {
        if (message.Id is null && message.Date is null) return null;
        var text = message.Body.Text;
        var all = string.Join('\n', message.Id, message.Author?.Address.ToLowerInvariant(), message.Date, message.Subject, text.Length > LongestDigested ? text[..LongestDigested] : text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>No NUL, which PostgreSQL keeps in no text, and no half of a letter, which UTF-8 cannot say.</summary>
    public static string Clean(string text)
    {
        var whole = true;
        for (var i = 0; i < text.Length && whole; i++) whole = text[i] != '\0' && !char.IsSurrogate(text[i]);
        if (whole) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) if (rune.Value != 0) clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static string Cut(string text, int most, string rest)
    {
        if (text.Length <= most) return text;
        var end = most - rest.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + rest;
    }
}
