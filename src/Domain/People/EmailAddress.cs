namespace FirstContact.People;

/// <summary>Where mail reaches somebody. Only a letter that arrives proves an address, so no more is asked than its form.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    /// <summary>No mail can ever reach it (RFC 2606): who has such an address stands for nobody.</summary>
    public const string OfNobody = "@firstcontact.invalid";

    /// <summary>One address has one spelling here, so that mail and sign-in find the same person.</summary>
    public static string Of(string? typed) => (typed ?? "").Trim().ToLowerInvariant();

    public static Error? Wrong(string address) =>
        address.IsBlank ? PeopleErrors.EmailMissing
        : address.Length <= Longest && !address.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
            && address.Split('@') is [{ Length: > 0 }, { Length: > 0 }] ? null
        : PeopleErrors.EmailWrong;
}
