using System.Security.Cryptography.X509Certificates;
using System.Text;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>What a real server takes from our client, and what our client makes of bad ones.</summary>
public sealed class SmtpTests
{
    private static readonly SmtpServer Plain = new("127.0.0.1", TestSmtp.Port, SmtpTls.None, "desk.test");
    private static readonly SmtpServer Safe = new("localhost", TestSmtp.Port, SmtpTls.StartTls, "desk.test") { Trusted = X509Certificate2Collection(TestSmtp.Authority), User = TestSmtp.User, Password = TestSmtp.Password };

    [Fact]
    public async Task A_message_arrives_with_its_dots_and_its_file_byte_for_byte()
    {
        var to = Somebody();
        const string text = ".\n..two\nmiddle . dot\n.\n.last\n";
        var file = LetterTests.Bytes(200_000, 7);
        var letter = Letters.Plain("dots", text) with { To = [new(null, to)], Files = [new("data.bin", "application/octet-stream", file)] };
        await using var connection = await SmtpConnection.Open(Plain, default);
        var answer = await connection.Send(LetterWriter.Write(letter), LetterWriter.Options(letter), LetterWriter.Box(letter.To[0]), default);
        Assert.Equal(250, answer.Code);
        var arrived = Message.Read(Assert.Single(await TestSmtp.Arrived(to)));
        Assert.Equal(text, arrived.Body.Text.TrimEnd('\n') + "\n");
        Assert.Equal(file, Assert.Single(arrived.Body.Attachments).Part.Content().ToArray());
        Assert.Equal(("desk@example.com", letter.Id), (arrived.ReturnPath, arrived.Id));
    }

    [Fact]
    public async Task One_connection_carries_many_and_a_refusal_between_them_spoils_none()
    {
        var to = Somebody();
        await using var connection = await SmtpConnection.Open(Plain, default);
        Assert.True((await Send(connection, to, "one")).IsGood);
        var refused = await Send(connection, "refused@example.org", "no");
        Assert.Equal((550, "5.1.1", "There is nobody of this name", false), (refused.Code, refused.Enhanced, refused.Text, refused.IsTemporary));
        var full = await Send(connection, "full@example.org", "no");
        Assert.Equal((452, "4.2.2", true), (full.Code, full.Enhanced, full.IsTemporary));
        Assert.True(connection.IsWell);
        Assert.True((await Send(connection, to, "two")).IsGood);
        Assert.Equal(["one", "two"], (await TestSmtp.Arrived(to, 2)).Select(m => Message.Read(m).Subject).Order());
    }

    [Fact]
    public async Task It_goes_safely_with_a_password_by_either_way_of_tls()
    {
        var to = Somebody();
        await using (var starts = await SmtpConnection.Open(Safe, default)) Assert.True((await Send(starts, to, "starttls")).IsGood);
        await using (var whole = await SmtpConnection.Open(Safe with { Port = TestSmtp.TlsPort, Tls = SmtpTls.Implicit }, default)) Assert.True((await Send(whole, to, "implicit")).IsGood);
        var arrived = await TestSmtp.Arrived(to, 2);
        Assert.All(arrived, m => Assert.Contains("with esmtpsa", Encoding.ASCII.GetString(m), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_and_a_certificate_that_nobody_vouches_for_stop_it()
    {
        var wrong = await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(Safe with { Password = "guess" }, default));
        Assert.Equal(SmtpStage.SignIn, wrong.Stage);
        Assert.DoesNotContain("guess", wrong.ToString(), StringComparison.Ordinal);
        Assert.Equal(SmtpStage.Tls, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(Safe with { Trusted = [] }, default))).Stage);
    }

    [Fact]
    public async Task An_address_beyond_ascii_goes_where_the_server_takes_it()
    {
        var local = $"jürgen.{Guid.NewGuid():N}@example.org";
        await using var connection = await SmtpConnection.Open(Plain, default);
        Assert.True((await Send(connection, local, "utf8")).IsGood);
        using var older = BadSmtp.But("NOTHING", "");
        await using var without = await SmtpConnection.Open(older.Server, default);
        Assert.Equal("5.6.7", (await Send(without, local, "utf8")).Enhanced);
    }

    [Fact]
    public async Task What_is_too_large_for_the_server_is_not_even_said()
    {
        using var server = BadSmtp.But("NOTHING", "", "250-bad.test\r\n250 SIZE 1000");
        await using var connection = await SmtpConnection.Open(server.Server, default);
        var answer = await Send(connection, "ada@example.org", new string('x', 2000));
        Assert.Equal((552, "5.3.4", false), (answer.Code, answer.Enhanced, answer.IsTemporary));
        Assert.DoesNotContain(server.Heard, l => l.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("", "554 5.7.1 go away")]
    [InlineData("", "this is a web server")]
    [InlineData("EHLO", null)]
    [InlineData("EHLO", "")]
    public async Task A_server_that_is_not_well_is_told_from_a_message_that_is_refused(string command, string? answer)
    {
        using var server = BadSmtp.But(command, answer);
        Assert.True((await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server, default))).Stage < SmtpStage.Message);
    }

    [Theory]
    [InlineData("MAIL", null)]
    [InlineData("RCPT", "")]
    [InlineData("DATA", null)]
    [InlineData(".", null)]
    [InlineData(".", "")]
    public async Task A_line_that_breaks_leaves_it_open_whether_the_message_went(string command, string? answer)
    {
        using var server = BadSmtp.But(command, answer);
        await using var connection = await SmtpConnection.Open(server.Server, default);
        var broke = await Assert.ThrowsAsync<SmtpException>(() => Send(connection, "ada@example.org", "x"));
        Assert.Equal((SmtpStage.Message, null), (broke.Stage, broke.Answer));
        Assert.False(connection.IsWell);
    }

    [Fact]
    public async Task Without_starttls_nothing_is_said_that_should_be_safe()
    {
        using var server = BadSmtp.But("NOTHING", "", "250-bad.test\r\n250 AUTH PLAIN");
        var no = await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server with { Tls = SmtpTls.StartTls, User = "desk", Password = "secret" }, default));
        Assert.Equal(SmtpStage.Tls, no.Stage);
        Assert.DoesNotContain(server.Heard, l => l.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AUTH LOGIN", null, "ZGVzaw==")]
    [InlineData("AUTH XOAUTH2", "token-1", "dXNlcj1kZXNrAWF1dGg9QmVhcmVyIHRva2VuLTEBAQ==")]
    public async Task It_signs_in_by_the_way_that_there_is(string way, string? token, string said)
    {
        using var server = new BadSmtp(line => line == "" ? "220 x" : line.StartsWith("EHLO", StringComparison.Ordinal) ? $"250-x\r\n250 {way}" : line == "AUTH LOGIN" ? "334 VXNlcm5hbWU6" : line == "ZGVzaw==" ? "334 UGFzc3dvcmQ6" : line == "c2VjcmV0" || line.StartsWith("AUTH XOAUTH2", StringComparison.Ordinal) ? "235 2.7.0 in" : "250 Ok");
        var file = Path.GetTempFileName();
        if (token is not null) await File.WriteAllTextAsync(file, token + "\n");
        await using var connection = await SmtpConnection.Open(server.Server with { User = "desk", Password = token is null ? "secret" : null, TokenFile = token is null ? null : file }, default);
        Assert.Contains(server.Heard, l => l.Contains(said, StringComparison.Ordinal));
        File.Delete(file);
    }

    [Theory]
    [InlineData("ada@example.org>\r\nRCPT TO:<eve@example.net")]
    [InlineData("ada@example.org\nDATA")]
    [InlineData("ada @example.org")]
    public async Task Nobody_says_commands_by_way_of_an_address(string address)
    {
        using var server = BadSmtp.But("NOTHING", "");
        await using var connection = await SmtpConnection.Open(server.Server, default);
        try { await Send(connection, address, "x"); }
        catch (Exception e) when (e is FormatException or MimeKit.ParseException or SmtpException) { /* No address is as good as a harmless one. */ }
        Assert.True(server.Heard.Count(l => l.StartsWith("RCPT", StringComparison.Ordinal)) <= 1);
        Assert.DoesNotContain(server.Heard, l => l.Contains("<eve@example.net>", StringComparison.Ordinal) && l.StartsWith("RCPT TO:<eve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_says_that_he_closes_is_not_spoken_to_again()
    {
        using var server = BadSmtp.But("RCPT", "421 4.3.2 closing");
        await using var connection = await SmtpConnection.Open(server.Server, default);
        try { Assert.True((await Send(connection, "ada@example.org", "x")).IsTemporary); }
        catch (SmtpException e) { Assert.True(e.Answer is null or { IsTemporary: true }); }
        Assert.False(connection.IsWell);
    }

    internal static string Somebody() => $"s-{Guid.NewGuid():N}@example.org";

    private static Task<SmtpAnswer> Send(SmtpConnection connection, string to, string subject)
    {
        var letter = Letters.Plain(subject) with { To = [new(null, to)] };
        return connection.Send(LetterWriter.Write(letter), LetterWriter.Options(letter), LetterWriter.Box(letter.To[0]), default);
    }

    private static X509Certificate2Collection X509Certificate2Collection(string file)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return all;
    }
}
