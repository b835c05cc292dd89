namespace FirstContact.People;

/// <summary>What is known about somebody, beside what he may do.</summary>
public sealed record PersonDetails(string Name, string Email, string? Phone = null, string? Title = null, Named<UnitId>? Unit = null)
{
    /// <summary>What he reads letters in, by its code; null when nobody has said it.</summary>
    public string? Language { get; init; }

    internal Error? Wrong => Error.Of(
        Name.IsBlank ? PeopleErrors.NameMissing : Name.IsLongerThan(Person.LongestName) ? PeopleErrors.NameTooLong : null,
        EmailAddress.Wrong(Email),
        Phone.IsLongerThan(Person.LongestPhone) ? PeopleErrors.PhoneTooLong : null,
        Title.IsLongerThan(Person.LongestTitle) ? PeopleErrors.TitleTooLong : null,
        Languages.Wrong(Language));

    internal PersonDetails Trimmed => this with { Name = (Name ?? "").Trim(), Email = EmailAddress.Of(Email), Phone = OrNull(Phone), Title = OrNull(Title), Language = Languages.Of(Language) };

    private static string? OrNull(string? text) => text.IsBlank ? null : text!.Trim();
}
