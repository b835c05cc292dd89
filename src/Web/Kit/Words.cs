using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>
/// Every word on a screen, by its English sentence. Another language is a file <c>Words/de.json</c>, an object from English to
/// that language; what is missing there is said in English.
/// </summary>
public sealed class Words : IStringLocalizer
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Languages = Load();

    public static IReadOnlyList<string> Cultures { get; } = ["en", .. Languages.Keys];

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, Find(name), arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Languages.TryGetValue(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var words) ? words.Select(w => new LocalizedString(w.Key, w.Value)) : [];

    private static string Find(string name) =>
        Languages.Count > 0 && Languages.TryGetValue(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var words) && words.TryGetValue(name, out var word) ? word : name;

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = typeof(Words).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)).ToFrozenDictionary(
            n => Path.GetFileNameWithoutExtension(n),
            n =>
            {
                using var file = assembly.GetManifestResourceStream(n)!;
                return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
            });
    }
}
