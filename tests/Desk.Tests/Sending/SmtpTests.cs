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
    public async Task A_message_arrives_byte_for_byte_with_its_dots()
    {
        var to = Somebody();
        var message = Encoding.ASCII.GetBytes("Subject: dots\r\n\r\n.\r\n..two\r\nmiddle . dot\r\n.\r\n.last\r\n");
        await using var connection = await SmtpConnection.Open(Plain, default);
        var answer = await connection.Send("desk@example.com", to, message, false, default);
        Assert.True(answer.IsGood);
        Assert.Equal(250, answer.Code);
        var arrived = Assert.Single(await TestSmtp.Arrived(to));
        Assert.Equal(".\n..two\nmiddle . dot\n.\n.last\n", Encoding.ASCII.GetString(Message.Read(arrived).Whole.RawBody.Span).ReplaceLineEndings("\n"));
        Assert.Equal("desk@example.com", Message.Read(arrived).ReturnPath);
    }

    [Fact]
    public async Task One_connection_carries_many_and_a_refusal_between_them_spoils_none()
    {
        var to = Somebody();
        await using var connection = await SmtpConnection.Open(Plain, default);
        Assert.True((await connection.Send("desk@example.com", to, Bytes("one"), false, default)).IsGood);
        var refused = await connection.Send("desk@example.com", "refused@example.org", Bytes("no"), false, default);
        Assert.Equal((550, "5.1.1", "There is nobody of this name", false), (refused.Code, refused.Enhanced, refused.Text, refused.IsTemporary));
        var full = await connection.Send("desk@example.com", "full@example.org", Bytes("no"), false, default);
        Assert.Equal((452, "4.2.2", true), (full.Code, full.Enhanced, full.IsTemporary));
        Assert.True(connection.IsWell);
        Assert.True((await connection.Send("desk@example.com", to, Bytes("two"), false, default)).IsGood);
        Assert.Equal(["one", "two"], (await TestSmtp.Arrived(to, 2)).Select(m => Message.Read(m).Subject).Order());
    }

    [Fact]
    public async Task It_goes_safely_with_a_password_by_either_way_of_tls()
    {
        var to = Somebody();
        await using (var starts = await SmtpConnection.Open(Safe, default)) Assert.True((await starts.Send("desk@example.com", to, Bytes("starttls"), false, default)).IsGood);
        await using (var whole = await SmtpConnection.Open(Safe with { Port = TestSmtp.TlsPort, Tls = SmtpTls.Implicit }, default)) Assert.True((await whole.Send("desk@example.com", to, Bytes("implicit"), false, default)).IsGood);
        var arrived = await TestSmtp.Arrived(to, 2);
        Assert.All(arrived, m => Assert.Contains("with esmtpsa", Encoding.ASCII.GetString(m), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_and_a_certificate_that_nobody_vouches_for_stop_it()
    {
        var wrong = await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(Safe with { Password = "guess" }, default));
        Assert.Equal((SmtpStage.SignIn, 535), (wrong.Stage, wrong.Answer!.Code));
        Assert.DoesNotContain("guess", wrong.ToString(), StringComparison.Ordinal);
        Assert.Equal(SmtpStage.Tls, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(Safe with { Trusted = [] }, default))).Stage);
    }

    [Fact]
    public async Task An_address_beyond_ascii_goes_where_the_server_takes_it()
    {
        var local = $"jürgen.{Guid.NewGuid():N}@example.org";
        await using var connection = await SmtpConnection.Open(Plain, default);
        Assert.True((await connection.Send("desk@example.com", local, Bytes("utf8"), true, default)).IsGood);
        using var older = BadSmtp.But("NOTHING", "");
        await using var without = await SmtpConnection.Open(older.Server, default);
        Assert.Equal("5.6.7", (await without.Send("desk@example.com", local, Bytes("utf8"), true, default)).Enhanced);
    }

    [Fact]
    public async Task What_is_too_large_for_the_server_is_not_even_said()
    {
        using var server = BadSmtp.But("NOTHING", "", "250-bad.test\r\n250 SIZE 1000");
        await using var connection = await SmtpConnection.Open(server.Server, default);
        var answer = await connection.Send("desk@example.com", "ada@example.org", new byte[2000], false, default);
        Assert.Equal((552, "5.3.4", false), (answer.Code, answer.Enhanced, answer.IsTemporary));
        Assert.DoesNotContain(server.Heard, l => l.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, SmtpStage.Greeting)]
    [InlineData("", "554 5.7.1 go away", SmtpStage.Greeting)]
    [InlineData("", "this is a web server", SmtpStage.Greeting)]
    [InlineData("EHLO", null, SmtpStage.Hello)]
    [InlineData("EHLO", "", SmtpStage.Hello)]
    [InlineData("EHLO", "421 4.3.2 closing", SmtpStage.Hello)]
    public async Task A_server_that_is_not_well_is_told_from_a_message_that_is_refused(string command, string? answer, SmtpStage stage)
    {
        using var server = BadSmtp.But(command, answer);
        Assert.Equal(stage, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server, default))).Stage);
    }

    [Theory]
    [InlineData("MAIL", null, SmtpStage.Message)]
    [InlineData("RCPT", "", SmtpStage.Message)]
    [InlineData("DATA", null, SmtpStage.Message)]
    [InlineData(".", null, SmtpStage.AfterMessage)]
    [InlineData(".", "", SmtpStage.AfterMessage)]
    public async Task A_line_that_breaks_is_known_by_where_it_broke(string command, string? answer, SmtpStage stage)
    {
        using var server = BadSmtp.But(command, answer);
        await using var connection = await SmtpConnection.Open(server.Server, default);
        Assert.Equal(stage, (await Assert.ThrowsAsync<SmtpException>(() => connection.Send("desk@example.com", "ada@example.org", Bytes("x"), false, default))).Stage);
        Assert.False(connection.IsWell);
    }

    [Fact]
    public async Task An_answer_without_end_is_left()
    {
        using var server = new BadSmtp(line => line == "" ? "220 x" : new string('x', 1_000_000));
        Assert.Equal(SmtpStage.Hello, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server, default))).Stage);
        using var lines = new BadSmtp(line => line == "" ? "220 x" : string.Join("\r\n", Enumerable.Repeat("250-more", 5000)));
        Assert.Equal(SmtpStage.Hello, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(lines.Server, default))).Stage);
    }

    [Fact]
    public async Task Without_starttls_nothing_is_said_that_should_be_safe()
    {
        using var server = BadSmtp.But("NOTHING", "", "250-bad.test\r\n250 AUTH PLAIN");
        var no = await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server with { Tls = SmtpTls.StartTls, User = "desk", Password = "secret" }, default));
        Assert.Equal(SmtpStage.Tls, no.Stage);
        Assert.DoesNotContain(server.Heard, l => l.StartsWith("AUTH", StringComparison.Ordinal));
    }

    /// <summary>CVE-2011-0411: what somebody puts in before the connection is safe must not count as said within it.</summary>
    [Fact]
    public async Task Words_put_in_before_tls_are_not_taken()
    {
        using var server = BadSmtp.But("STARTTLS", "220 go on\r\n250 injected", "250-bad.test\r\n250 STARTTLS");
        Assert.Equal(SmtpStage.Tls, (await Assert.ThrowsAsync<SmtpException>(() => SmtpConnection.Open(server.Server with { Tls = SmtpTls.StartTls }, default))).Stage);
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
        await Assert.ThrowsAsync<ArgumentException>(() => connection.Send("desk@example.com", address, Bytes("x"), false, default));
        await Assert.ThrowsAsync<ArgumentException>(() => connection.Send(address, "ada@example.org", Bytes("x"), false, default));
        Assert.DoesNotContain(server.Heard, l => l.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_says_that_he_closes_is_not_spoken_to_again()
    {
        using var server = BadSmtp.But("RCPT", "421 4.3.2 closing");
        await using var connection = await SmtpConnection.Open(server.Server, default);
        Assert.True((await connection.Send("desk@example.com", "ada@example.org", Bytes("x"), false, default)).IsTemporary);
        Assert.False(connection.IsWell);
    }

    internal static string Somebody() => $"s-{Guid.NewGuid():N}@example.org";

    private static byte[] Bytes(string subject) => Encoding.ASCII.GetBytes($"Subject: {subject}\r\n\r\nx\r\n");

    private static X509Certificate2Collection X509Certificate2Collection(string file)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return all;
    }
}
