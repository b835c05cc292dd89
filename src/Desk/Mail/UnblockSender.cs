namespace FirstContact.Mail;

public sealed record UnblockSender(string? Sender) : Command<MailRules>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<MailRules> StoreOf(Work work) => work.MailRules;

    public override Task<Result<MailRules>> Do(Work work) => work.MailRules.Change(rules => rules.Unblock(Sender));
}
