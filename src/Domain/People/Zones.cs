namespace FirstContact.People;

/// <summary>Time zones by their names in the time zone database.</summary>
public static class Zones
{
    /// <summary>As it is stored; null for none.</summary>
    public static string? Of(string? typed) => typed.IsBlank ? null : typed!.Trim();

    public static Error? Wrong(string? zone) => zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? null : PeopleErrors.ZoneUnknown;
}
