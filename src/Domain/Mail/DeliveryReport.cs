namespace FirstContact.Mail;

/// <summary>What became of a message that was sent (RFC 3464 2.3.3). What a report does not say is counted as failed: somebody has to look.</summary>
public enum DeliveryAction { Failed, Delayed, Delivered, Relayed, Expanded }

/// <summary>One to whom it was going.</summary>
/// <param name="Status">The enhanced code, as '5.1.1' (RFC 3463).</param>
/// <param name="Diagnostic">What the other server said, in its words.</param>
public sealed record ReportedRecipient(string Address, DeliveryAction Action, string? Status, string? Diagnostic)
{
    /// <summary>To whom it was sent, when that is known to have passed it on to <see cref="Address"/>.</summary>
    public string? Original { get; init; }

    /// <summary>Until when a late one is tried, when the report says it.</summary>
    public Instant? Until { get; init; }

    public string? Code => DeliveryCode.Telling(Status, BounceForms.Status(Diagnostic));

    /// <summary>Nothing sent there will arrive. What has no code, or says it in words only, is as often full, too large or not reachable.</summary>
    public bool IsNobody => Action == DeliveryAction.Failed && DeliveryCode.IsNobody(Code);
}

/// <summary>
/// A report about a message of ours, as servers send it: by the rules (RFC 3464, in a report of RFC 6522), or in a form of their own. Without a recipient
/// it is a report all the same, when everything else says so.
/// </summary>
/// <param name="OriginalId">The Message-ID of what was sent, by which it is found again.</param>
/// <param name="OriginalSubject">What it was about.</param>
/// <param name="ReportedBy">The server that speaks.</param>
public sealed record DeliveryReport(Seq<ReportedRecipient> Recipients, string? OriginalId, string? OriginalSubject, string? ReportedBy)
{
    public DeliveryAction Action => Recipients.Count == 0 ? DeliveryAction.Failed : Recipients.Min(r => r.Action);

    /// <summary>Nothing will come of it: who wrote has to be told.</summary>
    public bool HasFailed => Action == DeliveryAction.Failed;

    /// <summary>Null when the message is no report.</summary>
    public static DeliveryReport? Of(Message message) => StatusReader.Read(message) ?? BounceReader.Read(message);
}
