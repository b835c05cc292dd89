using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Sending;

public static class SendingErrors
{
    public static readonly Error NotFound = new(Missing, "letter.not-found", "There is no such delivery.");
    public static readonly Error NoServer = new(Conflict, "letter.no-server", "No mail server is set. Name one in the settings of the program: FIRSTCONTACT_MAIL__HOST and FIRSTCONTACT_MAIL__FROM.");
    public static readonly Error NoProof = new(Conflict, "letter.no-proof", "This desk sends no mail, so no letter can show that it is yours. Ask somebody of the desk to add the address.");
    public static readonly Error StillWaiting = new(Conflict, "letter.still-waiting", "It waits for its next try already.");
    public static readonly Error AlreadySent = new(Conflict, "letter.already-sent", "It has been sent. What was sent cannot be taken back.");
    public static readonly Error NotReturned = new(Conflict, "letter.not-returned", "This letter did not come back.");
    public static readonly Error AddressNotStopped = new(Missing, "letter.address-not-stopped", "Mail to this address is not stopped.");
    public static readonly Error TeamUnknown = new(Invalid, "letter.team-unknown", "There is no such team.", "team");
    public static readonly Error SubjectMissing = new(Invalid, "letter.subject-missing", "Say what the subject is.", "subject");
    public static readonly Error SubjectTooLong = new(Invalid, "letter.subject-too-long", $"Keep the subject within {LetterForm.LongestSubject} characters.", "subject");
    public static readonly Error BodyMissing = new(Invalid, "letter.body-missing", "Say what the letter says.", "body");
    public static readonly Error BodyTooLong = new(Invalid, "letter.body-too-long", $"Keep the letter within {LetterForm.LongestBody} characters.", "body");

    public static Error PlaceholderUnknown(string name) => new(Invalid, "letter.placeholder-unknown", $"There is no {{{{{name}}}}}. Take one of: {string.Join(", ", Placeholders.All.Keys)}.");
}
