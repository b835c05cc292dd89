namespace FirstContact.People;

/// <summary>How somebody gets in. None of it changes the person; the journal keeps it, and never a secret.</summary>
public sealed partial record Person
{
    public const int LongestDevice = 120, LongestTokenName = 80;

    public Decision ChangePassword() => Active ? new PasswordChanged() : PeopleErrors.Inactive;

    /// <param name="device">As its owner will know it again in the list of his sessions.</param>
    public Decision StartSession(string? device) => Active ? new SessionStarted(DeviceName(device)) : PeopleErrors.Inactive;

    /// <summary>Browsers say what they like about themselves, so whatever comes is made to fit.</summary>
    public static string DeviceName(string? device)
    {
        var name = device.IsBlank ? "?" : device!.Trim();
        return name.IsLongerThan(LongestDevice) ? name[..LongestDevice] : name;
    }

    public static Decision EndSessions(params IEnumerable<string> devices) => devices.Select(d => new SessionEnded(d)).ToArray<Event>();

    /// <param name="scopes">The permissions it is held to; null for all that the person has.</param>
    public Decision CreateToken(string? name, Seq<string>? scopes)
    {
        if (!Active) return PeopleErrors.Inactive;
        if (name.IsBlank) return PeopleErrors.TokenNameMissing;
        if (name.IsLongerThan(LongestTokenName)) return PeopleErrors.TokenNameTooLong;
        return new TokenCreated(name!.Trim(), scopes);
    }

    public static Decision RevokeToken(string name) => new TokenRevoked(name);
}
