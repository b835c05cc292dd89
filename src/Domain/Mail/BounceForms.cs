using System.Text.RegularExpressions;

namespace FirstContact.Mail;

/// <summary>What gives a report away that is in no form of the rules: who sends it, what it is called, what it says.</summary>
internal static partial class BounceForms
{
    private const int Longest = 300;

    /// <summary>Sent by a mail system itself. Names of people are not asked for: 'Mail Delivery System' is one anybody may have.</summary>
    public static bool IsSystem(Message message) =>
        message.From.Any(IsSystem) || (message.ReturnPath is { } path && System().IsMatch(Cut(path)));

    public static bool IsSystem(MailAddress address) => System().IsMatch(Cut(address.Address.Length > 0 ? address.Local : address.Name ?? ""));

    /// <summary>The keeper of a mail system, who may also be a person.</summary>
    public static bool IsPostmaster(Message message) => message.From.Any(a => Postmaster().IsMatch(Cut(a.Local)));

    /// <summary>What a mail system says, and nobody else who is called postmaster and wants no answer.</summary>
    public static bool IsSaid(string text) => Said().IsMatch(text.AsSpan(0, Math.Min(text.Length, 2_000)));

    public static bool IsNoReply(string local) => NoReply().IsMatch(Cut(local));

    /// <summary>Titles that mail systems give their reports.</summary>
    public static bool IsTitle(string subject) => Title().IsMatch(Cut(subject));

    public static bool IsLate(string subject, string text) => !Final().IsMatch(Cut(subject)) && (Late().IsMatch(Cut(subject)) || Late().IsMatch(text.AsSpan(0, Math.Min(text.Length, 2_000))));

    /// <summary>An enhanced status code (RFC 3463) in words; not what is an address of the network or a version.</summary>
    public static string? Status(string? said)
    {
        if (said is null) return null;
        foreach (Match code in Code().Matches(said.Length > 4_000 ? said[..4_000] : said)) return code.Value;
        return null;
    }

    private static string Cut(string said) => said.Length > Longest ? said[..Longest] : said;

    [GeneratedRegex(@"^(?:mailer[-_.]?daemon|mail\.delivery\.system|mail-daemon|double-bounce|mdaemon)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex System();

    [GeneratedRegex(@"^(?:poo?stmaster|mailer[-_.]?daemon)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postmaster();

    [GeneratedRegex(@"^(?:undeliver(?:able|ed)\b|(?:mail )?delivery (?:status notification|failure|failed|report|notification|problem|unsuccessful)|delivery_failure|mail (?:system error|delivery (?:failed|failure|problem)|could not be delivered)|returned mail|failure notice|failed mail|failure delivery|message (?:delivery has failed|you sent blocked)|permanent delivery failure|postmaster notify|warning: (?:message|could not send)|delayed mail|non[- ]?delivery|nondeliverable|unzustellbar|nicht zustellbar|unable to deliver|loop alert: |sorry, your message could not be delivered|notice: mail delivery status|status of your message|rejected mail|не удалось доставить|メールエラー通知|aws notification message$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"did not reach the following recipient|could not be delivered to|unable to deliver (?:your )?message to", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?:no|do[-_.]?not|not|dont|kein)[-_.]?(?:reply|respond|antwort)|^(?:bounces?|root|nobody|cron|www-data|apache)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoReply();

    [GeneratedRegex(@"\b(?:delay(?:ed)?\b|still being retried|will be retried|will retry|warning (?:only|message)|do not need to resend|has not yet been delivered|could not send (?:message )?for past|no action is required|deferred)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Late();

    // It has come back: whatever was deferred before is over.
    [GeneratedRegex(@"^(?:returned mail|undeliver|permanent|failure)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Final();

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\.?\d)")]
    private static partial Regex Code();
}
