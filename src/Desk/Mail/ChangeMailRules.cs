using FirstContact.People;

namespace FirstContact.Mail;

/// <param name="Domains">With the business unit by name or id; blank for none.</param>
public sealed record ChangeMailRules(Unknown Unknown, Seq<DomainLine> Domains, bool Invited, int PerHour, Seq<string> TrustedServers) : Command<MailRules>
{
    public override Permission Needs => MailPermissions.Manage;

    protected override Store<MailRules> StoreOf(Work work) => work.MailRules;

    public override async Task<Result<MailRules>> Do(Work work)
    {
        var units = await work.Read.Units();
        var unknown = Domains.Any(d => !d.Unit.IsBlank && units.Named(d.Unit) is null) ? MailRuleErrors.UnitUnknown : null;
        return await work.MailRules.Change(rules =>
        {
            var change = rules.Change(new(Unknown, [.. Domains.Select(d => new DomainRule(d.Domain, d.Unknown, units.Named(d.Unit) is { } unit ? unit.Named : null))], Invited, PerHour, TrustedServers));
            return Error.Of([unknown, .. change.Error?.All ?? []]) is { } no ? no : change;
        });
    }
}

public sealed record DomainLine(string Domain, Unknown Unknown, string? Unit);
