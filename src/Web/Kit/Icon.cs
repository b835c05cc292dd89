using System.Collections.Concurrent;
using System.Text;

namespace FirstContact.Kit;

/// <summary>An icon of the sprite, by its name in Assets/icons.txt. It says nothing to a screen reader: the word beside it does.</summary>
public static class Icon
{
    static readonly ConcurrentDictionary<(string, string?), Html> Made = new();
    static readonly string Sprite = Encoding.UTF8.GetString(Assets.Read("icons.svg").Span);

    /// <summary><c>Icon.Of("clock", "is-lg")</c></summary>
    public static Html Of(string name, string? size = null) => Made.TryGetValue((name, size), out var icon) ? icon : Made[(name, size)] = Make(name, size);

    static Html Make(string name, string? size)
    {
        if (!Sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal)) throw new ArgumentException($"No icon '{name}' in Assets/icons.txt.", nameof(name));
        var css = size is null ? "fc-i" : $"fc-i {size}";
        return Html.Of($"<svg class=\"{css}\" aria-hidden=\"true\"><use href=\"{Assets.Url("icons.svg")}#{name}\"/></svg>");
    }
}
