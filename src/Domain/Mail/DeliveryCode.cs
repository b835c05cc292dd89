namespace FirstContact.Mail;

/// <summary>What a code of a mail server says about an address (RFC 3463), whether it answered us at once or reported later.</summary>
public static class DeliveryCode
{
    /// <summary>There is nobody of this address, and will not be tomorrow (RFC 3463 X.1.1, X.1.2, X.1.3, X.2.1; RFC 7505 X.1.10). A full mailbox, a letter too large or one taken for spam says nothing of the kind.</summary>
    public static bool IsNobody(string? enhanced) => enhanced is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.10" or "5.2.1";

    /// <summary>The one that says more: 'other' (X.0.0) says nothing, and then the other server's own words often have it.</summary>
    public static string? Telling(string? status, string? inWords) => (status is null || status.EndsWith(".0.0", StringComparison.Ordinal)) && inWords is not null ? inWords : status;
}
