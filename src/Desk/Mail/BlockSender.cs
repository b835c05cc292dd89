namespace FirstContact.Mail;

/// <param name="Sender">An address, or a domain for all who write from there.</param>
public sealed record BlockSender(string? Sender, string? Why) : Command<MailRules>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<MailRules> StoreOf(Work work) => work.MailRules;

    public override Task<Result<MailRules>> Do(Work work) => work.MailRules.Change(rules => rules.Block(Sender, Why));
}
