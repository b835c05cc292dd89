using System.Collections;

namespace FirstContact.Verbs;

/// <summary>Whether the settings can be what they say, and whether one is misspelt: nobody reads those.</summary>
internal static class SettingsCheck
{
    // What our own tests set.
    private static readonly string[] Others = ["TEST_"];

    public static IEnumerable<Finding> Of(Settings settings)
    {
        foreach (var unknown in Unknown()) yield return new("settings", $"{unknown} is none of them", $"Is it misspelt? There are {string.Join(", ", Settings.Names)}.");

        foreach (var url in settings.Urls.Split(';'))
            if (!IsUrl(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal)))
                yield return new("FIRSTCONTACT_URLS", $"'{url}' is no address to listen at", "Give one like http://127.0.0.1:5080; several with semicolons.");

        if (settings.PublicUrl is { } outside)
            yield return IsUrl(outside) ? new("FIRSTCONTACT_PUBLIC_URL", outside) : new("FIRSTCONTACT_PUBLIC_URL", $"'{outside}' is no address", "Give the one that people type, like https://desk.example.com.");
    }

    private static IEnumerable<string> Unknown() =>
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = (string)variable.Key
        where name.StartsWith(Settings.Prefix, StringComparison.Ordinal) && !Settings.Names.Contains(name) && !Others.Any(o => name.StartsWith(Settings.Prefix + o, StringComparison.Ordinal))
        orderby name select name;

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
}
