using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Writes down how letters of one kind read, for one team or for all.</summary>
/// <param name="Team">By name or id; null for all teams that have no form of their own.</param>
/// <param name="Form">Null takes back what was written: then it is as usual.</param>
public sealed record ChangeLetterForm(LetterKind Kind, string? Team, LetterForm? Form) : Command<LetterRules>
{
    /// <summary>For those who read it, by its code; null for all others.</summary>
    public string? Language { get; init; }

    public override Permission Needs => SendingPermissions.Manage;

    protected override Store<LetterRules> StoreOf(Work work) => work.LetterRules;

    public override async Task<Result<LetterRules>> Do(Work work)
    {
        var team = Team.IsBlank ? null : (await work.Read.Teams()).Named(Team);
        var unknown = !Team.IsBlank && team is null ? SendingErrors.TeamUnknown : null;
        if (Error.Of([unknown, Languages.Wrong(Languages.Of(Language)), .. Form?.Wrong?.All ?? []]) is { } no) return no;
        return await work.LetterRules.Change(rules => Form is { } form ? rules.Change(Kind, team?.Named, form, Language) : rules.Drop(Kind, team?.Named, Language));
    }
}

/// <summary>How letters read: what was written down, and what is usual.</summary>
public sealed record ShowLetterRules : IQuery<LetterRules>
{
    public Permission Needs => SendingPermissions.Manage;

    public async Task<Result<LetterRules>> Ask(Question question) => await question.Read.LetterRules();
}
