namespace FirstContact.People;

/// <summary>Every event of people, teams and business units: its stored name and the one sentence that tells it.</summary>
public static class PeopleEventWords
{
    public static IEnumerable<EventWords> All => [.. People, .. SigningIn, .. Teams, .. Units];

    private static IEnumerable<EventWords> People =>
    [
        EventWords.Of<PersonRegistered>("person.registered", e => $"registered {e.Details.Name}"),
        EventWords.Of<PersonChanged>("person.changed", e => $"changed the details of {e.To.Name}"),
        EventWords.Of<RolesGranted>("person.roles-granted", e => $"changed the roles from {string.Join(", ", e.From)} to {string.Join(", ", e.To)}"),
        EventWords.Of<PersonDeactivated>("person.deactivated", _ => "deactivated the person"),
        EventWords.Of<PersonReactivated>("person.reactivated", _ => "made the person active again"),
        EventWords.Of<WentAway>("person.went-away", e => e.Note is null ? "marked the person away" : $"marked the person away: {e.Note}"),
        EventWords.Of<CameBack>("person.came-back", _ => "marked the person back"),
        EventWords.Of<AddressAdded>("person.address-added", e => e.Proven ? $"showed by a letter that {e.Address} is theirs" : $"added the address {e.Address}"),
        EventWords.Of<AddressRemoved>("person.address-removed", e => $"removed the address {e.Address}"),
        EventWords.Of<MainAddressChosen>("person.main-address-chosen", e => $"made {e.To} the main address, in the place of {e.From}"),
        EventWords.Of<PersonWasMerged>("person.was-merged", e => $"found that this is a record of {e.Into}, and let it lead there"),
        EventWords.Of<PersonTookIn>("person.took-in", e => $"took the record of {e.From} in, with {string.Join(", ", e.Addresses)}"),
        EventWords.Of<PersonMergeUndone>("person.merge-undone", e => $"let this record stand by itself again, apart from {e.Into}"),
        EventWords.Of<PersonGaveBack>("person.gave-back", e => $"gave the record of {e.From} back what came with it"),
        EventWords.Of<ProofAskedFor>("person.proof-asked-for", e => $"asked for a letter to {e.Address}, to show that it is theirs"),
    ];

    private static IEnumerable<EventWords> SigningIn =>
    [
        EventWords.Of<PasswordChanged>("person.password-changed", _ => "set a new password"),
        EventWords.Of<SessionStarted>("person.session-started", e => $"signed in with {e.Device}"),
        EventWords.Of<SessionEnded>("person.session-ended", e => $"ended the session with {e.Device}"),
        EventWords.Of<TokenCreated>("person.token-created", e => $"created the token {e.Name}"),
        EventWords.Of<TokenRevoked>("person.token-revoked", e => $"revoked the token {e.Name}"),
    ];

    private static IEnumerable<EventWords> Teams =>
    [
        EventWords.Of<TeamAdded>("team.added", e => $"added the team {e.Details.Name}"),
        EventWords.Of<TeamChanged>("team.changed", e => $"changed the team {e.To.Name}"),
        EventWords.Of<MemberJoined>("team.member-joined", e => $"took {e.Person} into the team"),
        EventWords.Of<MemberLeft>("team.member-left", e => $"took {e.Person} out of the team"),
        EventWords.Of<TeamRetired>("team.retired", _ => "retired the team"),
        EventWords.Of<TeamRestored>("team.restored", _ => "took the team up again"),
    ];

    private static IEnumerable<EventWords> Units =>
    [
        EventWords.Of<UnitAdded>("unit.added", e => $"added the business unit {e.Details.Name}"),
        EventWords.Of<UnitChanged>("unit.changed", e => $"changed the business unit {e.To.Name}"),
        EventWords.Of<UnitRetired>("unit.retired", _ => "retired the business unit"),
        EventWords.Of<UnitRestored>("unit.restored", _ => "took the business unit up again"),
    ];
}
