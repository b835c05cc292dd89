using System.Text;

namespace FirstContact.Mail;

/// <summary>format=flowed (RFC 3676): lines that end on a blank go on in the next one of the same depth, so that paragraphs fit any window. Blank lines at the end say nothing.</summary>
public static class Flowed
{
    /// <param name="text">With lines that end by LF.</param>
    /// <param name="delSp">The blank at the end of a line was put there only to say so (RFC 3676 4.1), as in languages without blanks.</param>
    public static string Read(string text, bool delSp)
    {
        var said = new StringBuilder(text.Length);
        var open = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            var depth = line.IndexOfAnyExcept('>') is >= 0 and var n ? n : line.Length;
            line = line[depth..];
            if (line is [' ', ..]) line = line[1..];
            var isSignature = line is "-- ";
            if (open >= 0 && (open != depth || isSignature))
            {
                said.Append('\n');
                open = -1;
            }
            if (open < 0 && depth > 0) said.Append('>', depth).Append(' ');
            var flows = line is [.., ' '] && !isSignature;
            said.Append(flows && delSp ? line[..^1] : line);
            open = flows ? depth : -1;
            if (!flows) said.Append('\n');
        }
        var end = said.Length;
        while (end > 0 && char.IsWhiteSpace(said[end - 1])) end--;
        return said.ToString(0, end);
    }
}
