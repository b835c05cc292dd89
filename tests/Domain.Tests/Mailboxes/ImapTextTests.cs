using System.Text;

namespace FirstContact.Mailboxes;

public sealed class ImapTextTests
{
    [Theory]
    [InlineData("INBOX", "INBOX"), InlineData("Ham & Eggs", "Ham &- Eggs"), InlineData("Gelöschte Objekte", "Gel&APY-schte Objekte"), InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"), InlineData("", "")]
    public void A_folder_is_written_in_seven_bits(string name, string written) => Assert.Equal(written, ImapText.Folder(name));

    [Theory]
    [InlineData("plain", "\"plain\""), InlineData("a\"b\\c", "\"a\\\"b\\\\c\""), InlineData("pässword", null), InlineData("a\r\nD2 LOGOUT", null), InlineData("a\0b", null)]
    public void A_text_is_quoted_where_it_can_be(string text, string? quoted) => Assert.Equal(quoted, ImapText.Quoted(text));

    [Theory]
    [InlineData(new long[] { 3 }, "3"), InlineData(new long[] { 3, 4, 5, 9 }, "3:5,9"), InlineData(new long[] { 1, 3, 5 }, "1,3,5")]
    public void Neighbours_are_written_as_a_range(long[] uids, string set) => Assert.Equal(set, ImapText.Set(uids));

    [Fact]
    public void A_day_is_written_in_english() => Assert.Equal("2-Nov-2026", ImapText.Day(new(2026, 11, 2)));

    [Fact]
    public void Who_signs_in_is_written_as_each_way_wants_it()
    {
        Assert.Equal("\0ada\0päss", Open(ImapText.Plain("ada", "päss")));
        Assert.Equal("user=ada@x\u0001auth=Bearer tok\u0001\u0001", Open(ImapText.XOAuth2("ada@x", "tok")));
        Assert.Equal("n,a=a=2Cd=3Da,\u0001host=mail.x\u0001port=993\u0001auth=Bearer tok\u0001\u0001", Open(ImapText.OAuthBearer("a,d=a", "mail.x", 993, "tok")));
    }

    private static string Open(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
