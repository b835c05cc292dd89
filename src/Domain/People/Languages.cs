using System.Collections.Frozen;

namespace FirstContact.People;

/// <summary>The languages that somebody may read letters in, by their codes (ISO 639), each by its own name.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        ("bg", "Български"), ("ca", "Català"), ("cs", "Čeština"), ("da", "Dansk"), ("de", "Deutsch"), ("et", "Eesti"), ("en", "English"), ("es", "Español"), ("fr", "Français"),
        ("ga", "Gaeilge"), ("hr", "Hrvatski"), ("is", "Íslenska"), ("it", "Italiano"), ("lv", "Latviešu"), ("lt", "Lietuvių"), ("hu", "Magyar"), ("mt", "Malti"), ("nl", "Nederlands"),
        ("no", "Norsk"), ("pl", "Polski"), ("pt", "Português"), ("ro", "Română"), ("sk", "Slovenčina"), ("sl", "Slovenščina"), ("fi", "Suomi"), ("sv", "Svenska"), ("vi", "Tiếng Việt"),
        ("tr", "Türkçe"), ("el", "Ελληνικά"), ("ru", "Русский"), ("sr", "Српски"), ("uk", "Українська"), ("he", "עברית"), ("ar", "العربية"), ("fa", "فارسی"), ("hi", "हिन्दी"), ("th", "ไทย"),
        ("ko", "한국어"), ("zh", "中文"), ("ja", "日本語"),
    ];

    private static readonly FrozenDictionary<string, string> ByCode = All.ToFrozenDictionary(l => l.Code, l => l.Name);

    public static string Name(string code) => ByCode.GetValueOrDefault(code, code);

    /// <summary>As it is stored; null for none.</summary>
    public static string? Of(string? typed) => typed.IsBlank ? null : typed!.Trim().ToLowerInvariant();

    public static Error? Wrong(string? language) => language is null || ByCode.ContainsKey(language) ? null : PeopleErrors.LanguageUnknown;
}
