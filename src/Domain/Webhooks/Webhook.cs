namespace FirstContact.Webhooks;

/// <summary>A program elsewhere that is told what happens here: where it listens, and of which events it wants to hear.</summary>
public sealed record Webhook : IAggregate<Webhook>
{
    public const int LongestName = 80, LongestUrl = 2000, MostEvents = 100;

    /// <summary>One that has failed for so long without a single success is switched off.</summary>
    public static readonly Duration Patience = Duration.FromDays(5);

    /// <summary>How long the secret before stays good beside a new one, so that a receiver can take the new one up in peace.</summary>
    public static readonly Duration SecretKept = Duration.FromHours(24), SecretKeptAtMost = Duration.FromDays(30);

    public static string Subject => "webhook";

    public WebhookId Id { get; init; }
    public int Version { get; init; }
    public WebhookDetails Details { get; init; } = new("", "", []);
    public bool Active { get; init; }

    /// <summary>What happened before is not sent.</summary>
    public Instant ActiveSince { get; init; }

    /// <summary>Why it is off; null while it is on.</summary>
    public OffBecause? Off { get; init; }

    /// <summary>Gone from all lists; its entries in the journal stay.</summary>
    public bool Removed { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;

    /// <param name="isEvent">Whether there is an event of this name, or a kind of events.</param>
    public static Decision Add(WebhookDetails details, WebhookReach reach, Func<string, bool> isEvent) =>
        details.Trimmed is var trimmed && trimmed.Wrong(reach, isEvent) is { } no ? no : new WebhookAdded(trimmed);

    public Decision Change(WebhookDetails details, WebhookReach reach, Func<string, bool> isEvent)
    {
        var to = details.Trimmed;
        if (to.Wrong(reach, isEvent) is { } no) return no;
        return to == Details ? Decision.Nothing : new WebhookChanged(Details, to);
    }

    public Decision SwitchOn() => Active ? Decision.Nothing : new WebhookSwitchedOn();

    /// <param name="failingSince">Since when nothing has got through, when that is why.</param>
    public Decision SwitchOff(OffBecause why, Instant? failingSince) => Active ? new WebhookSwitchedOff(why, failingSince) : Decision.Nothing;

    /// <param name="keep">How long what was signed with the old secret alone would still be believed: so long both sign.</param>
    public static Decision RotateSecret(By by, Duration keep) =>
        keep < Duration.Zero || keep > SecretKeptAtMost ? WebhookErrors.KeepInvalid : new WebhookSecretRotated(by.At + keep);

    public static Decision EndOldSecret(bool hasOld) => hasOld ? new WebhookOldSecretEnded() : Decision.Nothing;

    public static Decision Test() => new WebhookTested();

    public static Decision Resend(long delivery, string type) => new DeliveryResent(delivery, type);

    public static Decision ResendFailed(int failed) => failed == 0 ? WebhookErrors.NothingFailed : new FailedDeliveriesResent(failed);

    public Decision Remove() => new WebhookRemoved(Name);

    public Webhook Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Webhook Changed(Event happened, By by) => happened switch
    {
        WebhookAdded e => this with { Details = e.Details, Active = true, ActiveSince = by.At },
        WebhookChanged e => this with { Details = e.To },
        WebhookSwitchedOn => this with { Active = true, ActiveSince = by.At, Off = null },
        WebhookSwitchedOff e => this with { Active = false, Off = e.Why },
        WebhookRemoved => this with { Active = false, Off = OffBecause.Hand, Removed = true },
        WebhookSecretRotated or WebhookOldSecretEnded or WebhookTested or DeliveryResent or FailedDeliveriesResent => this,
        _ => throw new NotSupportedException($"A webhook knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>Why a webhook is off: somebody switched it off, it failed for days, or its receiver said that it is gone (410).</summary>
public enum OffBecause { Hand, Failing, Gone }

/// <param name="Events">Names of events (<c>ticket.opened</c>) or of whole kinds (<c>ticket.*</c>); none when only rules send to it.</param>
/// <param name="HubSignature">Whether the older X-Hub-Signature-256 is sent as well, for receivers that know nothing newer.</param>
public sealed record WebhookDetails(string Name, string Url, Seq<string> Events, bool HubSignature = false)
{
    internal Error? Wrong(WebhookReach reach, Func<string, bool> isEvent) => Error.Of(
        Name.IsBlank ? WebhookErrors.NameMissing : Name.IsLongerThan(Webhook.LongestName) ? WebhookErrors.NameTooLong : null,
        reach.Wrong(Url),
        Events.Count > Webhook.MostEvents ? WebhookErrors.TooManyEvents : Events.Any(e => !isEvent(e)) ? WebhookErrors.EventUnknown : null);

    internal WebhookDetails Trimmed => this with { Name = (Name ?? "").Trim(), Url = (Url ?? "").Trim(), Events = [.. Events.Select(e => e.Trim()).Where(e => e.Length > 0).Distinct()] };
}
