using FirstContact.People;
using FirstContact.Services;

namespace FirstContact.Agreements;

/// <summary>Who agrees, as people write it.</summary>
/// <param name="Provider">The name or id of the team or the supplier; blank for the desk.</param>
/// <param name="Receiver">The name or id of the unit or the team, the name of a segment; blank for everyone, all teams, or the desk.</param>
/// <param name="ReceiverKind">Which of them is meant.</param>
/// <param name="ProviderSpeakers">By e-mail address, in any order; separated by commas or spaces.</param>
public sealed record PartiesSaid(string? Title, string? Provider, PartyKind ReceiverKind, string? Receiver, string? ProviderSpeakers, string? ReceiverSpeakers);

/// <summary>A new agreement: how it is done today, or the first draft.</summary>
public sealed record StartAgreement(AgreementKind Kind, PartiesSaid Said, bool AsItIs, Terms Terms) : Command<Agreement>
{
    public override Permission Needs => AgreementPermissions.Start;

    protected override Store<Agreement> StoreOf(Work work) => work.Agreements;

    public override async Task<Result<Agreement>> Do(Work work)
    {
        var (parties, wrong) = await Sound(work, Kind, Said);
        var decision = Agreement.Start(Kind, parties, AsItIs, Terms);
        if (Error.Of([.. wrong, .. (decision.Error?.All ?? []).Where(e => wrong.All(w => w.Field != e.Field))]) is { } no) return no;
        return work.Caller.May(AgreementPermissions.Manage) || parties.SideOf(work.By.Person) is not null ? await work.Agreements.Create(decision) : Errors.Forbidden;
    }

    /// <summary>Looks up whom is meant.</summary>
    internal static async Task<(Parties Parties, IReadOnlyList<Error> Wrong)> Sound(Work work, AgreementKind kind, PartiesSaid said)
    {
        var wrong = new List<Error>();
        var provider = kind switch
        {
            AgreementKind.Service => Party.Desk,
            AgreementKind.Operational => await Team(work, said.Provider),
            _ => (await work.Read.Suppliers()).Known(said.Provider) is { } supplier ? Party.Of(supplier.Named) : null,
        };
        if (provider is null) wrong.Add(AgreementErrors.ProviderWrong);
        var receiver = said.ReceiverKind switch
        {
            PartyKind.Desk => Party.Desk,
            PartyKind.Everyone => Party.Everyone,
            PartyKind.Team => await Team(work, said.Receiver),
            PartyKind.Unit => (await work.Read.Units()).FirstOrDefault(u => u.Active && Means(said.Receiver, u.Name, u.Id.Value)) is { } unit ? Party.Of(new Named<UnitId>(unit.Id, unit.Name)) : null,
            PartyKind.Segment => (await work.Read.Units()).FirstOrDefault(u => u.Active && !u.Segment.IsBlank && string.Equals(u.Segment, said.Receiver?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } one ? Party.Segment(one.Segment) : null,
            _ => null,
        };
        if (receiver is null) wrong.Add(AgreementErrors.ReceiverWrong);
        var (ours, theirs) = (await Speakers(work, said.ProviderSpeakers), await Speakers(work, said.ReceiverSpeakers));
        if (ours is null) wrong.Add(AgreementErrors.SpeakerUnknown.At("providerSpeakers"));
        if (theirs is null) wrong.Add(AgreementErrors.SpeakerUnknown.At("receiverSpeakers"));
        return (new(said.Title ?? "", provider ?? Party.Desk, receiver ?? Party.Everyone, ours ?? [], theirs ?? []), wrong);
    }

    private static async Task<Party?> Team(Work work, string? said) =>
        (await work.Read.Teams()).FirstOrDefault(t => t.Active && Means(said, t.Name, t.Id.Value)) is { } team ? Party.Of(new Named<TeamId>(team.Id, team.Name)) : null;

    private static bool Means(string? said, string name, long id) => string.Equals(said?.Trim(), name, StringComparison.OrdinalIgnoreCase) || FindPerson.Number(said) == id;

    private static async Task<Seq<Named<PersonId>>?> Speakers(Work work, string? said)
    {
        var found = new List<Named<PersonId>>();
        foreach (var address in (said ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (await FindPerson.ByEmail(work.Read, address) is not { } person) return null;
            found.Add(new(person.Id, person.Name));
        }
        return [.. found];
    }
}
