namespace FirstContact.Mail;

public enum Gate { Open, Report, Refuse, Hold }

/// <summary>Whether a message is taken in at all, and why not: before anybody asks what it is about. Whoever has looked at it may open the gate.</summary>
public sealed record Intake(Gate Gate, string? Reason)
{
    private static readonly Intake Open = new(Gate.Open, null);

    /// <param name="known">The desk knows who wrote it; null when it knows and the person has left.</param>
    /// <param name="lately">How many messages of the same sender have come within the hour before it.</param>
    /// <param name="checks">What a trusted server found out about the sender; null when none said anything.</param>
    /// <param name="own">What the mailbox that it came to does with senders whom nobody knows: before the rule for all, and after one for the sender's own domain.</param>
    /// <param name="released">Somebody has looked at it and wants it taken in.</param>
    public static Intake Of(Message message, Machine machine, MailRules rules, bool? known, int lately, AuthenticationResults? checks, bool released, Unknown? own = null)
    {
        if (machine.Kind == MachineKind.Ours) return Refused("The desk sent it itself");
        if (machine.Kind == MachineKind.Report) return new(Gate.Report, null);
        // What ends so is nobody's (RFC 2606): the customer whom nobody knows has such an address, and whoever writes by it is not him.
        if (message.Author is not { IsWhole: true } author || $".{author.Domain}".EndsWith(".invalid", StringComparison.Ordinal)) return Held("Nobody can be told by its sender");
        if (known is null) return Held("Its sender has left");
        if (released) return Open;
        if (rules.Blocks(author)) return Refused("Its sender is blocked");
        if (!machine.MayOpenTicket) return Refused(machine.Kind switch
        {
            MachineKind.Receipt => "A receipt",
            MachineKind.Complaint => "A complaint by way of a provider",
            _ => $"An automatic answer ({machine.Sign})",
        });
        if (checks?.IsRefuted == true) return Held("The owner of the sender's domain says that it is not from there (SPF, DKIM, DMARC)");
        if (lately >= rules.Values.PerHour) return Held($"More than {rules.Values.PerHour} messages of its sender within an hour");
        if (known == true) return Open;
        return (rules.For(author) is var rule && rules.Values.Domains.Contains(rule) ? rule.Unknown : own ?? rule.Unknown) switch
        {
            Unknown.Take => Open,
            Unknown.Hold => Held("Nobody knows its sender"),
            _ => Refused("Nobody knows its sender"),
        };
    }

    private static Intake Refused(string why) => new(Gate.Refuse, why);

    private static Intake Held(string why) => new(Gate.Hold, why);
}
