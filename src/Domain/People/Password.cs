namespace FirstContact.People;

/// <summary>
/// What a password must be, after NIST SP 800-63B: long, and not one that is guessed first. No rules about digits and
/// signs, and none expires: those made passwords weaker.
/// </summary>
public static class Password
{
    public const int Shortest = 12, Longest = 200;

    // A name shorter than this is part of too many words.
    private const int ShortestName = 4;

    public static Error? Wrong(string? password, string name, string email)
    {
        if (password is null || password.Length < Shortest) return PeopleErrors.PasswordTooShort;
        if (password.Length > Longest) return PeopleErrors.PasswordTooLong;
        if (IsCommon(password)) return PeopleErrors.PasswordTooCommon;
        return Names(name, email).Any(n => MostlyIs(password, n)) ? PeopleErrors.PasswordNamesYou : null;
    }

    private static bool IsCommon(string password)
    {
        var letters = string.Concat(password.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)));
        return letters.Distinct().Count() < 4 || Commonest.Any(c => MostlyIs(letters, c));
    }

    /// <summary>The word alone, again and again, or with so little around it that a guesser tries that too.</summary>
    private static bool MostlyIs(string password, string word)
    {
        var rest = password.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        return rest.Length < password.Length && rest.Length <= 4;
    }

    private static IEnumerable<string> Names(string name, string email) =>
        name.Split(' ').Append(name).Append(name.Replace(" ", "", StringComparison.Ordinal)).Append(email).Append(email.Split('@')[0]).Where(n => n.Length >= ShortestName);

    // The heads of the published lists of leaked passwords; shorter ones too, since people only add to them.
    private static readonly string[] Commonest =
    [
        "password", "passwort", "passw0rd", "p@ssw0rd", "123456789", "1234567890", "123456789012", "987654321", "1234", "12345678",
        "qwertyuiop", "qwertyuiop[]", "qwerty", "qwertz", "qwertzuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "1q2w3e4r5t6y", "1qaz2wsx", "1qaz2wsx3edc",
        "q1w2e3r4t5", "abcdefgh", "abcdefghijkl", "abc123", "abcd1234", "letmein", "welcome", "willkommen", "iloveyou", "administrator", "changeme", "changeit",
        "sunshine", "princess", "football", "baseball", "superman", "batman", "dragon", "monkey", "master", "shadow", "michael", "jennifer",
        "trustno1", "starwars", "whatever", "computer", "internet", "firstcontact", "servicedesk", "helpdesk", "secret", "default", "mustermann",
        "correcthorsebatterystaple", "thisisapassword", "mypassword", "passwordpassword", "googlegoogle", "letmeinplease",
    ];
}
