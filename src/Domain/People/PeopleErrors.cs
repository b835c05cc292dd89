using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.People;

public static class PeopleErrors
{
    public static readonly Error NotFound = new(Missing, "person.not-found", "There is no such person.");
    public static readonly Error TeamNotFound = new(Missing, "team.not-found", "There is no such team.");
    public static readonly Error UnitNotFound = new(Missing, "unit.not-found", "There is no such business unit.");
    public static readonly Error SessionNotFound = new(Missing, "session.not-found", "There is no such session or token, or it has ended.");

    public static readonly Error NameMissing = new(Invalid, "person.name-missing", "Give a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "person.name-too-long", $"Keep the name within {Person.LongestName} characters.", "name");
    public static readonly Error EmailMissing = new(Invalid, "person.email-missing", "Give an e-mail address.", "email");
    public static readonly Error EmailWrong = new(Invalid, "person.email-wrong", "This is not an e-mail address.", "email");
    public static readonly Error EmailTaken = new(Invalid, "person.email-taken", "Somebody else has this address.", "email");
    public static readonly Error AddressTaken = new(Invalid, "person.address-taken", "Somebody else has this address.", "address");
    public static readonly Error AddressYours = new(Invalid, "person.address-yours", "You are known by this address already.", "address");
    public static readonly Error AddressNotFound = new(Missing, "person.address-not-found", "This is no other address of this person.");
    public static readonly Error MainAddressStays = new(Conflict, "person.main-address-stays", "Make another address the main one first.");
    public static readonly Error TooManyAddresses = new(Invalid, "person.too-many-addresses", $"Nobody has more than {Person.MostAddresses} other addresses: remove one first.", "address");
    public static readonly Error NoAddresses = new(Conflict, "person.no-addresses", "This stands for nobody, so no address is its own.");
    public static readonly Error ProofOnItsWay = new(Invalid, "person.proof-on-its-way", "A letter to this address is on its way. Should it not come, ask for another in ten minutes.", "address");
    public static readonly Error TooManyClaims = new(Invalid, "person.too-many-claims", $"You wait for {Person.MostClaims} letters already. Confirm one, or go on tomorrow.", "address");
    public static readonly Error ProofUnknown = new(Missing, "person.proof-unknown", "This link has been used, or is older than a day. Ask for another letter.");
    public static readonly Error PhoneTooLong = new(Invalid, "person.phone-too-long", $"Keep the number within {Person.LongestPhone} characters.", "phone");
    public static readonly Error TitleTooLong = new(Invalid, "person.title-too-long", $"Keep the title within {Person.LongestTitle} characters.", "title");
    public static readonly Error UnitUnknown = new(Invalid, "person.unit-unknown", "There is no such business unit.", "unit");
    public static readonly Error IsTheDesk = new(Conflict, "person.is-the-desk", "This is the desk itself and stays as it is.");
    public static readonly Error Inactive = new(Conflict, "person.inactive", "This person is no longer active here.");
    public static readonly Error NotOneself = new(Conflict, "person.not-oneself", "Nobody deactivates himself: ask another administrator.");
    public static readonly Error OwnAdministratorRole = new(Conflict, "person.own-administrator-role", "Only another administrator can take this role from you.", "roles");
    public static readonly Error AwayInThePast = new(Invalid, "person.away-in-the-past", "Say a time that is still to come.", "until");
    public static readonly Error AwayNoteTooLong = new(Invalid, "person.away-note-too-long", $"Keep the note within {Person.LongestAwayNote} characters.", "note");

    public static readonly Error PasswordTooShort = new(Invalid, "password.too-short", $"Take at least {Password.Shortest} characters; a few words in a row are good.", "password");
    public static readonly Error PasswordTooLong = new(Invalid, "password.too-long", $"Keep it within {Password.Longest} characters.", "password");
    public static readonly Error PasswordTooCommon = new(Invalid, "password.too-common", "This is among the first that anybody would guess.", "password");
    public static readonly Error PasswordNamesYou = new(Invalid, "password.names-you", "Your own name or address is easily guessed.", "password");
    public static readonly Error PasswordWrong = new(Invalid, "password.wrong", "This is not your present password.", "current");
    public static readonly Error AlreadySetUp = new(Conflict, "setup.done", "This desk has been set up already.");

    public static readonly Error TokenNameMissing = new(Invalid, "token.name-missing", "Say what the token is for.", "name");
    public static readonly Error TokenNameTooLong = new(Invalid, "token.name-too-long", $"Keep the name within {Person.LongestTokenName} characters.", "name");
    public static readonly Error ScopeUnknown = new(Invalid, "token.scope-unknown", "There is no such permission.", "scopes");
    public static readonly Error SecretToldOnce = new(Conflict, "token.secret-told-once", "This was made already, and its secret is told only once.");

    public static readonly Error TeamNameTooLong = new(Invalid, "team.name-too-long", $"Keep the name within {Team.LongestName} characters.", "name");
    public static readonly Error TeamNameTaken = new(Invalid, "team.name-taken", "Another team has this name.", "name");
    public static readonly Error PurposeTooLong = new(Invalid, "team.purpose-too-long", $"Keep the purpose within {Team.LongestPurpose} characters.", "purpose");
    public static readonly Error SkillTooLong = new(Invalid, "team.skill-too-long", $"Keep each skill within {Team.LongestSkill} characters.", "skills");
    public static readonly Error TeamIsRetired = new(Conflict, "team.retired", "This team has been retired.");
    public static readonly Error FirstContactStays = new(Conflict, "team.first-contact-stays", "Whoever answers first is always needed: rename this team, but keep it.");
    public static readonly Error LanguageUnknown = new(Invalid, "person.language-unknown", "Take one of the languages that are offered, by its code, like de.", "language");
    public static readonly Error ZoneUnknown = new(Invalid, "people.zone-unknown", "Name a time zone like Europe/Berlin.", "zone");
    public static readonly Error PersonUnknown = new(Invalid, "person.unknown", "Nobody here has this address.", "person");

    public static readonly Error UnitNameTooLong = new(Invalid, "unit.name-too-long", $"Keep the name within {Unit.LongestName} characters.", "name");
    public static readonly Error UnitNameTaken = new(Invalid, "unit.name-taken", "Another business unit has this name.", "name");
    public static readonly Error SegmentTooLong = new(Invalid, "unit.segment-too-long", $"Keep the segment within {Unit.LongestSegment} characters.", "segment");
}
