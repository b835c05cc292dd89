using FirstContact.People;

namespace FirstContact.Agreements;

/// <summary>One agreement whole: what lies on the table, what holds, and everything that happened to it.</summary>
public sealed record ShowAgreement(AgreementId Id) : IQuery<AgreementView>
{
    public Permission Needs => AgreementPermissions.See;

    public async Task<Result<AgreementView>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        // From its row: it is shown together with its history, and both are to be of one moment.
        if (await AgreementStore.One(read, Id) is not { } agreement || !caller.Sees(agreement)) return AgreementErrors.NotFound;
        var history = await new JournalReader(question.Catalogue).Of(read, Agreement.Subject, Id.Value);
        var names = await FindPerson.Names(read, history.Select(h => h.Actor).Concat(agreement.Table?.Positions.Select(p => p.By) ?? []));
        return new AgreementView(
            agreement, agreement.Stage(question.Now), names, caller.Writes(agreement), caller.May(AgreementPermissions.Manage), caller.Sides(agreement),
            [.. history.Select(h => new AgreementEntry(h.At, names.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event), h.Event)).Reverse()]);
    }
}

/// <param name="Names">Of everybody who took a position or did something.</param>
/// <param name="Writes">Whether the caller may write in it.</param>
/// <param name="Sides">For which sides the caller may speak.</param>
/// <param name="History">The newest first.</param>
public sealed record AgreementView(Agreement Agreement, Stage Stage, IReadOnlyDictionary<PersonId, string> Names, bool Writes, bool Manages, IReadOnlyList<Side> Sides, IReadOnlyList<AgreementEntry> History);

public sealed record AgreementEntry(Instant At, string By, string Sentence, Event Event);
