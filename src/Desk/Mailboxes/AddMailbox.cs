using System.Globalization;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Mailboxes;

/// <summary>What an administrator types: names of a team and a class instead of what they are.</summary>
public sealed record MailboxTerms(MailboxDetails Details, string? Team, string? Class);

/// <summary>A mailbox that the desk takes mail from as soon as it is switched on.</summary>
public sealed record AddMailbox(MailboxTerms Terms, Seq<SealedSecret> Secrets) : Command<Mailbox>
{
    public override Permission Needs => MailboxPermissions.Manage;

    protected override Store<Mailbox> StoreOf(Work work) => work.Mailboxes;

    public override async Task<Result<Mailbox>> Do(Work work)
    {
        var (details, wrong) = await Found(work, Terms, null);
        var adding = Mailbox.Add(details, [.. Secrets.Select(s => s.Kind)]);
        if (Error.Of([.. wrong, .. adding.Error?.All ?? []]) is { } no) return no;
        if (!(await work.Mailboxes.Create(adding)).Is(out var mailbox, out no)) return no;
        work.Mailboxes.Keep(mailbox.Id, Secrets);
        return mailbox;
    }

    /// <summary>Finds what a form names; shared with changing.</summary>
    internal static async Task<(MailboxDetails Details, IEnumerable<Error?> Wrong)> Found(Work work, MailboxTerms terms, MailboxId? self)
    {
        var team = terms.Team.IsBlank ? null : (await work.Read.Teams()).Named(terms.Team);
        var one = terms.Class.IsBlank ? null : (await work.Read.Classes()).FirstOrDefault(c => c.Active && (Same(c.Name, terms.Class) || c.Id.Value.ToString(CultureInfo.InvariantCulture) == terms.Class!.Trim()));
        var others = (await work.Read.Mailboxes()).Where(m => m.Id != self).ToList();
        return (terms.Details with { Team = team?.Named, Class = one is null ? null : new(one.Id, one.Name) },
        [
            others.Any(m => Same(m.Details.Name, terms.Details.Name)) ? MailboxErrors.NameTaken : null,
            others.Any(m => Same(m.Details.Address, terms.Details.Address)) ? MailboxErrors.AddressTaken : null,
            !terms.Team.IsBlank && team is null ? MailboxErrors.TeamUnknown : null,
            !terms.Class.IsBlank && one is null ? MailboxErrors.ClassUnknown : null,
        ]);
    }

    private static bool Same(string one, string? other) => string.Equals(one, other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
