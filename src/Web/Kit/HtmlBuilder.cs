using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace FirstContact.Kit;

/// <summary>Gathers many pieces, such as the rows of a list, into one Html: <c>rows.Add($"…")</c> writes straight into its buffer.</summary>
public sealed class HtmlBuilder
{
    const int KeptAtMost = 256 * 1024;
    static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    // Html within Html within Html: so deep do the pieces of a page go.
    const int SpareAtMost = 4;

    [ThreadStatic] static Stack<HtmlBuilder>? spare;
    char[] buffer = new char[4096];
    int length;

    HtmlBuilder() { }

    /// <summary>An empty builder, used again after <see cref="Done"/>.</summary>
    public static HtmlBuilder Start() => spare is not null && spare.TryPop(out var builder) ? builder : new();

    // The pieces are written while the argument is made: nothing is left to do here.
    public void Add([InterpolatedStringHandlerArgument("")] HtmlHandler parts) => _ = parts;

    /// <summary>All that was added. The builder must not be used after it.</summary>
    public Html Done()
    {
        var html = Html.Raw(new string(buffer, 0, length));
        Leave();
        return html;
    }

    /// <summary>All that was added, as UTF-8.</summary>
    internal void WriteTo(IBufferWriter<byte> bytes) => Encoding.UTF8.GetBytes(buffer.AsSpan(0, length), bytes);

    /// <summary>Where the next piece will stand.</summary>
    internal int Here => length;

    /// <summary>All that was added from there on.</summary>
    internal string Since(int there) => new(buffer, there, length - there);

    internal void Add(HtmlBuilder other) => Raw(other.buffer.AsSpan(0, other.length));

    /// <summary>Done with, and not wanted as text.</summary>
    internal void Leave()
    {
        length = 0;
        spare ??= new();
        if (buffer.Length <= KeptAtMost && spare.Count < SpareAtMost) spare.Push(this);
    }

    internal void Raw(ReadOnlySpan<char> markup)
    {
        if (markup.Length > buffer.Length - length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + markup.Length));
        markup.CopyTo(buffer.AsSpan(length));
        length += markup.Length;
    }

    internal void Text(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0; text = text[(at + 1)..])
        {
            Raw(text[..at]);
            Raw(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
        }
        Raw(text);
    }
}
