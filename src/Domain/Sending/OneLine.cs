using System.Text;

namespace FirstContact.Sending;

/// <summary>Text that stands in one line of a message, whatever was typed: signs that could end the line become blanks, so that nobody writes headers of his own by way of a title or a name.</summary>
public static class OneLine
{
    extension(string text)
    {
        public string OnOneLine
        {
            get
            {
                var line = new StringBuilder(text.Length);
                foreach (var sign in text.EnumerateRunes()) line.Append(Rune.IsControl(sign) || sign.Value is 0x2028 or 0x2029 ? " " : sign.ToString());
                return line.ToString().Trim();
            }
        }
    }
}
