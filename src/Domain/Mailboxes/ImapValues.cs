using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>Reads values out of the lines of an answer and the literals between them. Answers null where they make no sense; never throws, never digs deeper than it should.</summary>
internal sealed class ImapValues(IReadOnlyList<ReadOnlyMemory<byte>> lines, IReadOnlyList<ReadOnlyMemory<byte>> literals, int at)
{
    /// <summary>Deeper than any body structure of a message that people send.</summary>
    private const int Deepest = 64;

    private int _line, _at = at;

    private ReadOnlySpan<byte> Line => lines[_line].Span;

    private bool AtEndOfLine => _at >= Line.Length;

    public IReadOnlyList<ImapValue>? ReadAll() => Many(0) is { } values && AtEndOfLine && _line == lines.Count - 1 ? values : null;

    private List<ImapValue>? Many(int depth)
    {
        if (depth > Deepest) return null;
        var values = new List<ImapValue>();
        while (true)
        {
            while (!AtEndOfLine && Line[_at] == ' ') _at++;
            if (AtEndOfLine || Line[_at] == ')') return values;
            if (One(depth) is not { } value) return null;
            values.Add(value);
        }
    }

    private ImapValue? One(int depth) => Line[_at] switch
    {
        (byte)'(' => List(depth),
        (byte)'"' => Quoted(),
        (byte)'{' => Literal(),
        (byte)'~' when _at + 1 < Line.Length && Line[_at + 1] == '{' => Literal(),
        _ => Word(),
    };

    private ImapValue? List(int depth)
    {
        _at++;
        if (Many(depth + 1) is not { } items || AtEndOfLine) return null;
        _at++;
        return new(Items: items);
    }

    private ImapValue? Quoted()
    {
        var text = new List<byte>();
        for (_at++; !AtEndOfLine; _at++)
        {
            var c = Line[_at];
            if (c == '"')
            {
                _at++;
                return new(Encoding.UTF8.GetString([.. text]));
            }
            if (c == '\\' && ++_at >= Line.Length) return null;
            text.Add(Line[_at]);
        }
        return null;
    }

    // A literal ends its line, and the next line goes on behind it.
    private ImapValue? Literal()
    {
        if (_line >= literals.Count || Line[_at..].IndexOf((byte)'}') is not (> 1 and var end) || _at + end != Line.Length - 1) return null;
        var literal = literals[_line++];
        _at = 0;
        return new(Literal: literal);
    }

    // A word ends with a blank or a bracket of a list; what is within square brackets belongs to it: BODY[HEADER.FIELDS (DATE)]<0>.
    private ImapValue? Word()
    {
        var (from, inside) = (_at, 0);
        for (; !AtEndOfLine; _at++)
        {
            var c = Line[_at];
            if (c == '[') inside++;
            else if (c == ']' && inside > 0) inside--;
            else if (inside == 0 && c is (byte)' ' or (byte)'(' or (byte)')' && inside == 0) break;
            else if (c is (byte)'"' && inside == 0) return null;
        }
        if (_at == from) return null;
        var text = Encoding.UTF8.GetString(Line[from.._at]);
        return text.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? ImapValue.Nil : new(text);
    }
}
