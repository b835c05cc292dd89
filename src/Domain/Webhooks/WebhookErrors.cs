using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Webhooks;

public static class WebhookErrors
{
    public static readonly Error NotFound = new(Missing, "webhook.not-found", "There is no such webhook.");
    public static readonly Error DeliveryNotFound = new(Missing, "webhook.delivery-not-found", "There is no such delivery. The log keeps the last thirty days.");
    public static readonly Error NameMissing = new(Invalid, "webhook.name-missing", "Say whom it tells.", "name");
    public static readonly Error NameTooLong = new(Invalid, "webhook.name-too-long", $"Keep the name within {Webhook.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "webhook.name-taken", "Another webhook has this name.", "name");
    public static readonly Error UrlInvalid = new(Invalid, "webhook.url-invalid", $"Give a whole address like https://example.com/hooks/desk, within {Webhook.LongestUrl} characters.", "url");
    public static readonly Error UrlNotHttps = new(Invalid, "webhook.url-not-https", "Give an address that begins with https. Plain http has to be allowed in the settings of the program.", "url");
    public static readonly Error UrlHasPassword = new(Invalid, "webhook.url-has-password", "Leave name and password out of the address: the signature says who sends.", "url");
    public static readonly Error UrlIsInside = new(Invalid, "webhook.url-inside", "This address lies in an inner network. Name the network in the settings of the program if the desk may call it.", "url");
    public static readonly Error EventUnknown = new(Invalid, "webhook.event-unknown", "One of these is no event. Choose from the list.", "events");
    public static readonly Error TooManyEvents = new(Invalid, "webhook.too-many-events", $"Choose up to {Webhook.MostEvents} events, or all of a kind.", "events");
    public static readonly Error KeepInvalid = new(Invalid, "webhook.keep-invalid", "Keep the old secret for up to 720 hours.", "keepHours");
    public static readonly Error SecretInvalid = new(Invalid, "webhook.secret-invalid", "A secret is whsec_ and 24 to 64 bytes in base64.", "secret");
    public static readonly Error SecretToldOnce = new(Conflict, "webhook.secret-told-once", "This was made already, and its secret is told only once. Make a new secret if it is lost.");
    public static readonly Error NothingFailed = new(Conflict, "webhook.nothing-failed", "Nothing in the log has failed.");
    public static readonly Error StillWaiting = new(Conflict, "webhook.still-waiting", "This delivery waits for its next try already.");
}
