using System.Text;

namespace FirstContact.Mail;

public sealed class PartTests
{
    [Fact]
    public void Parts_stand_between_boundaries_and_what_is_around_them_is_nobodys()
    {
        var message = Mails.Read("Content-Type: multipart/mixed; boundary=\"x\"\n\nfor old programs\n--x\n\nOne\n--x  \nContent-Type: text/plain\n\nTwo\n--x--\nafter it\n");
        Assert.Equal(["One", "Two"], message.Whole.Parts.Select(p => p.Text(100)));
        Assert.Equal("One\n\nTwo", message.Body.Text);
    }

    [Fact]
    public void A_longer_boundary_is_another_one() =>
        Assert.Equal("One\r\n--xy\r\nstill one", Mails.Read("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--xy\nstill one\n--x--\n").Whole.Parts.Single().Text(100));

    [Fact]
    public void Inner_parts_that_never_end_end_with_the_outer_one()
    {
        var message = Mails.Read("Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/alternative; boundary=in\n\n--in\n\nOne\n--out\nContent-Type: text/plain; name=b.txt\n\nTwo\n");
        Assert.Equal(("One", "b.txt"), (message.Body.Text, message.Body.Attachments.Single().Name));
        Assert.True(message.Whole.Flaws.HasFlag(Flaws.NeverEnds) && message.Whole.Parts[0].Flaws.HasFlag(Flaws.NeverEnds));
    }

    [Theory]
    [InlineData("multipart/mixed", Flaws.NoBoundary)]
    [InlineData("multipart/mixed; boundary=other", Flaws.BoundaryNeverSeen)]
    public void A_boundary_that_is_missing_or_wrong_is_looked_for(string type, Flaws flaw)
    {
        var message = Mails.Read($"Content-Type: {type}\n\n--x\nContent-Type: text/plain\n\nOne\n--x\nContent-Type: text/plain; name=b.txt\n\nTwo\n--x--\n");
        Assert.Equal(("One", "b.txt", flaw), (message.Body.Text, message.Body.Attachments.Single().Name, message.Whole.Flaws));
    }

    [Fact]
    public void A_multipart_without_parts_is_text() => Assert.Equal("It fails.", Mails.Read("Content-Type: multipart/mixed; boundary=x\n\nIt fails.\n").Body.Text);

    [Fact]
    public void A_multipart_may_be_encoded_as_a_whole() =>
        Assert.Equal("Hello", Mails.Read($"Content-Type: multipart/mixed; boundary=x\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String("--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--"u8)}\n").Body.Text);

    [Fact]
    public void Parts_of_a_digest_are_messages() =>
        Assert.Equal(["First.eml", "Second.eml"], Mails.Read("Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: First\n\na\n--x\n\nSubject: Second\n\nb\n--x--\n").Body.Attachments.Select(a => a.Name));

    [Fact]
    public void Depth_ends_somewhere_and_its_bytes_stay()
    {
        var message = Mails.Read(string.Concat(Enumerable.Range(0, 40).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")) + "\nSo deep");
        var deepest = message.Whole.All(enclosed: true).Last();
        Assert.True(deepest.Flaws.HasFlag(Flaws.TooDeep));
        Assert.EndsWith("So deep", Encoding.ASCII.GetString(deepest.RawBody.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_parts_ends_somewhere_and_their_bytes_stay()
    {
        var message = Mails.Read("Content-Type: multipart/mixed; boundary=x\n\n" + string.Concat(Enumerable.Range(0, 1_500).Select(n => $"--x\n\n{n}\n")));
        Assert.InRange(message.Whole.Parts.Count, 990, 1_001);
        Assert.True(message.Whole.Flaws.HasFlag(Flaws.TooManyParts));
        Assert.EndsWith("1499\r\n", Encoding.ASCII.GetString(message.Whole.Parts[^1].RawBody.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void The_raw_bytes_of_a_part_are_what_its_signature_is_about()
    {
        var message = Mails.Read("Content-Type: multipart/signed; boundary=x; protocol=\"application/pgp-signature\"\n\n--x\nContent-Type: text/plain\n\nTrust me.\n\n--x\nContent-Type: application/pgp-signature; name=signature.asc\n\nABC\n--x--\n");
        Assert.Equal((Seal.Signed, "Trust me.", "signature.asc", true), (message.Body.Seal, message.Body.Text, message.Body.Attachments.Single().Name, message.Body.Attachments.Single().IsSeal));
        Assert.Equal("Content-Type: text/plain\r\n\r\nTrust me.\r\n", Encoding.ASCII.GetString(message.Whole.Parts[0].Raw.Span));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("TEXT/HTML", "text/html")]
    [InlineData("text/html charset=utf-8", "text/html")]
    [InlineData("text / html", "text/html")]
    [InlineData("text", "text/plain")]
    [InlineData("", "text/plain")]
    public void A_media_type_is_read_or_is_text(string written, string read) => Assert.Equal(read, Mails.Read($"Content-Type: {written}\n\nx").Whole.MediaType);

    [Theory]
    [InlineData("attachment; filename=a.pdf", "a.pdf")]
    [InlineData("attachment; filename=\"a b.pdf\"; size=3", "a b.pdf")]
    [InlineData("attachment; filename=a b.pdf", "a b.pdf")]
    [InlineData("attachment; filename=\"a \"b\" c.pdf\"", "a \"b\" c.pdf")]
    [InlineData("attachment; filename=\"a.pdf\" size=3", "a.pdf")]
    [InlineData("attachment; filename=\"never closed.pdf", "never closed.pdf")]
    [InlineData("attachment; filename=\"C:\\temp\\a.pdf\"", "C:\\temp\\a.pdf")]
    [InlineData("attachment (comment); filename=a.pdf (another)", "a.pdf (another)")]
    [InlineData("attachment; filename*=utf-8''J%C3%BCrgen.pdf", "Jürgen.pdf")]
    [InlineData("attachment; filename*=iso-8859-1'de'J%FCrgen.pdf; filename=J.pdf", "Jürgen.pdf")]
    [InlineData("attachment; filename*0=long; filename*1=-name; filename*2=.pdf", "long-name.pdf")]
    [InlineData("attachment; filename*1*=%BC.pdf; filename*0*=utf-8''%C3", "ü.pdf")]
    [InlineData("attachment; filename*0*=utf-8''%C3%BC; filename*1=%20.pdf", "ü%20.pdf")]
    [InlineData("attachment; filename*=J%C3%BCrgen.pdf", "Jürgen.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?q?J=C3=BCrgen.pdf?=\"", "Jürgen.pdf")]
    [InlineData("attachment; filename==?utf-8?q?J=C3=BCrgen.pdf?=", "Jürgen.pdf")]
    [InlineData("attachment; ; filename", null)]
    public void File_names_are_read(string written, string? read) => Assert.Equal(read, Mails.ReadUtf8($"Content-Disposition: {written}\n\nx").Whole.FileName);

    [Theory]
    [InlineData("..\\..\\windows\\a.exe", "a.exe")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("a\r\nb:c?.txt ", "ab_c_.txt")]
    [InlineData("...", "attachment-3.pdf")]
    [InlineData("", "attachment-3.pdf")]
    [InlineData(null, "attachment-3.pdf")]
    [InlineData("日本語.pdf", "日本語.pdf")]
    public void Names_do_no_harm(string? given, string safe) => Assert.Equal(safe, SafeName.Of(given, "application/pdf", 3));

    [Fact]
    public void A_long_name_keeps_its_extension() => Assert.Equal((150, true), SafeName.Of(new string('a', 400) + ".pdf", "application/pdf", 1) is var name ? (name.Length, name.EndsWith("a.pdf", StringComparison.Ordinal)) : default);
}
