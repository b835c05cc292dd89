namespace FirstContact.Mail;

/// <summary>What a message may weigh.</summary>
public sealed record MailLimits(long Largest)
{
    public static readonly MailLimits Usual = new(60L * 1024 * 1024);
}
