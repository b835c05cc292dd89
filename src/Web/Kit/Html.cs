using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace FirstContact.Kit;

/// <summary>Markup that is safe as it stands. <c>Html.Of($"&lt;td&gt;{title}&lt;/td&gt;")</c> encodes what stands in the holes; in Razor write <c>@html</c>.</summary>
public readonly record struct Html
{
    readonly string? text;

    Html(string? text) => this.text = text;

    /// <summary>The written parts as they are, the holes encoded; a hole that is Html already goes in as it is, null is nothing.</summary>
    public static Html Of(HtmlHandler parts) => parts.Builder.Done();

    /// <summary>Trusts a text to be markup. Never give it what a person has typed.</summary>
    public static Html Raw(string? markup) => new(markup);

    /// <summary>All pieces, one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.text)));

    public MarkupString Markup => new(ToString());
    public static implicit operator MarkupString(Html html) => html.Markup;
    public override string ToString() => text ?? "";
}

/// <summary>What the compiler calls for each part of <c>$"…"</c>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHandler
{
    internal HtmlBuilder Builder { get; }

    public HtmlHandler(int literals, int holes) : this(literals, holes, HtmlBuilder.Start()) { }
    public HtmlHandler(int literals, int holes, HtmlBuilder builder) => Builder = builder;

    public void AppendLiteral(string markup) => Builder.Raw(markup);
    public void AppendFormatted(Html html) => Builder.Raw(html.ToString());
    public void AppendFormatted(Html? html) => Builder.Raw(html?.ToString());
    public void AppendFormatted(MarkupString markup) => Builder.Raw(markup.Value);
    public void AppendFormatted(string? text) => Builder.Text(text);
    public void AppendFormatted(bool value) => Builder.Raw(value ? "true" : "false");

    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (value is IEnumerable<Html> pieces)
        {
            foreach (var piece in pieces) Builder.Raw(piece.ToString());
            return;
        }
        Span<char> room = stackalloc char[64];
        if (value is ISpanFormattable && ((ISpanFormattable)value).TryFormat(room, out var written, format, CultureInfo.InvariantCulture)) Builder.Text(room[..written]);
        else Builder.Text(value is IFormattable other ? other.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
    }
}
