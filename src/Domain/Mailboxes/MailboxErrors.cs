using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Mailboxes;

public static class MailboxErrors
{
    public static readonly Error NotFound = new(Missing, "mailbox.not-found", "There is no such mailbox.");
    public static readonly Error NameMissing = new(Invalid, "mailbox.name-missing", "Give the mailbox a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "mailbox.name-too-long", $"Keep the name within {Mailbox.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "mailbox.name-taken", "Another mailbox has this name.", "name");
    public static readonly Error AddressInvalid = new(Invalid, "mailbox.address-invalid", "Give the address that people write to, like help@example.com.", "address");
    public static readonly Error AddressTaken = new(Invalid, "mailbox.address-taken", "Another mailbox has this address.", "address");
    public static readonly Error HostInvalid = new(Invalid, "mailbox.host-invalid", "Give the name of the server, like imap.example.com.", "host");
    public static readonly Error PortInvalid = new(Invalid, "mailbox.port-invalid", "Give a port from 1 to 65535: 993 for TLS, 143 for the others.", "port");
    public static readonly Error CertificateInvalid = new(Invalid, "mailbox.certificate-invalid", "A SHA-256 has 64 digits from 0 to F. Leave it empty where an authority has signed the certificate.", "certificate");
    public static readonly Error LoginMissing = new(Invalid, "mailbox.login-missing", "Say by which name the desk signs in; often it is the address.", "login");
    public static readonly Error LoginTooLong = new(Invalid, "mailbox.login-too-long", $"Keep the name within {MailboxDetails.LongestText} characters.", "login");
    public static readonly Error PasswordMissing = new(Invalid, "mailbox.password-missing", "Enter the password of the mailbox; again, when it is on another server now.", "password");
    public static readonly Error SecretTooLong = new(Invalid, "mailbox.secret-too-long", "Keep it within 8000 characters.", "password");
    public static readonly Error TokenUrlInvalid = new(Invalid, "mailbox.token-url-invalid", "Give the whole address of the token endpoint; it begins with https.", "tokenUrl");
    public static readonly Error ClientIdMissing = new(Invalid, "mailbox.client-id-missing", "Enter the id under which the desk is known to the token endpoint.", "clientId");
    public static readonly Error TokenMissing = new(Invalid, "mailbox.token-missing", "Enter a refresh token or a client secret; again, when the server or the token endpoint is another one now.", "refreshToken");
    public static readonly Error FolderInvalid = new(Invalid, "mailbox.folder-invalid", $"Name the folder within {MailboxDetails.LongestText} characters; {Mailbox.Inbox} is the usual one.", "folder");
    public static readonly Error MoveToMissing = new(Invalid, "mailbox.move-to-missing", "Name the folder that messages are moved to.", "moveTo");
    public static readonly Error MoveToSame = new(Invalid, "mailbox.move-to-same", "Move them to another folder than the one they are taken from.", "moveTo");
    public static readonly Error LargestInvalid = new(Invalid, "mailbox.largest-invalid", $"Take messages of up to 1 to {MailboxDetails.MostMegabytes} MB.", "largest");
    public static readonly Error TeamUnknown = new(Invalid, "mailbox.team-unknown", "Choose a team from the list.", "team");
    public static readonly Error ClassUnknown = new(Invalid, "mailbox.class-unknown", "Choose a class from the list.", "class");
    public static readonly Error NothingLeft = new(Conflict, "mailbox.nothing-left", "No message was left on the server.");
}
