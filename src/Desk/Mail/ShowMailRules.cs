namespace FirstContact.Mail;

public sealed record ShowMailRules : IQuery<MailRules>
{
    public Permission Needs => MailPermissions.Manage;

    public async Task<Result<MailRules>> Ask(Question question) => await question.Read.MailRules();
}
