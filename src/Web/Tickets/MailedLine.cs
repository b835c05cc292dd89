using FirstContact.Mail;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What is known of a message besides its words, below it: whether its sender is who he says, what did not come with it, and how it was written.</summary>
internal static class MailedLine
{
    public static Html Of(TicketMail? mail, string number, IStringLocalizer words)
    {
        if (mail is null) return default;
        var failed = Failed(mail.Checks);
        var html = HtmlBuilder.Start();
        html.Add($"<li class=\"fc-ev\"><i>{Icon.Of(failed is null && mail.Left is null ? "mail" : "alert-circle")}</i><p>");
        if (failed is not null) html.Add($"<span class=\"fc-tag is-hot\">{words["Perhaps not from this sender: {0} failed", failed].Value}</span> ");
        if (mail.Checks is { } checks) html.Add($"<span class=\"fc-3ink\">{Told(checks)}</span> · ");
        if (mail.Seal != Seal.None)
            html.Add($"<span class=\"fc-tag is-line\">{(mail.Seal == Seal.Signed ? words["Signed"] : words["Encrypted"]).Value}</span> <a href=\"/t/{number}/mail/{mail.Id.Value}/raw\" data-turbo=\"false\">{words["Open it in your mail program"].Value}</a> · ");
        if (mail.Left is { } left) html.Add($"<b>{left}</b> · ");
        html.Add($"<a href=\"/t/{number}/mail/{mail.Id.Value}\" data-turbo=\"false\">{words["Show as it was written"].Value}</a></p></li>");
        return html.Done();
    }

    /// <summary>Which checks failed; null when none did.</summary>
    private static string? Failed(string? checks) =>
        (checks ?? "").Split(", ").Select(c => c.Split('=')).Where(c => c is [_, "fail" or "softfail" or "permerror"]).Select(c => c[0].ToUpperInvariant()).Distinct().ToList() is { Count: > 0 } failed ? string.Join(", ", failed) : null;

    private static string Told(string checks) => string.Join(", ", checks.Split(", ").Select(c => c.Split('=') is [var method, var result] ? $"{method.ToUpperInvariant()} {result}" : c));
}
