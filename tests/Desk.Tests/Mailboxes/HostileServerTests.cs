using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FirstContact.Mailboxes;

/// <summary>Servers that want to do harm: the desk gives up soon, says why, and has not set aside the memory that they named.</summary>
public sealed class HostileServerTests
{
    private const string Ready = "* OK ready\r\n", Can = "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nD1 OK done\r\n", In = "D2 OK in\r\n* CAPABILITY IMAP4rev1\r\nD3 OK done\r\n";
    private static readonly ImapLimits Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), 64 * 1024);

    [Theory]
    [InlineData("220 smtp.x.example ESMTP\r\n", "cannot be understood: 220 smtp.x.example ESMTP")]
    [InlineData("* BYE too many\r\n", "will not talk to us just now: too many")]
    [InlineData("* PREAUTH come in\r\n", "no IMAP server")]
    [InlineData("", "said nothing for 1 seconds")]
    [InlineData("* OK {999999999999}\r\n", "more than was asked for")]
    [InlineData(Ready + "* CAPABILITY {50000000}\r\n", "more than was asked for")]
    [InlineData(Ready + "* CAPABILITY ((((\r\n", "cannot be understood")]
    [InlineData(Ready + "D9 OK done\r\n", "answers what was not asked")]
    [InlineData(Ready + "+ and\r\n", "asks for more")]
    [InlineData(Ready + Can + "D2 NO [AUTHENTICATIONFAILED] bad\u0001 luck\r\n", "did not let us in: bad luck")]
    [InlineData(Ready + Can + In + "* 3 EXISTS\r\nD4 OK selected\r\n", "UIDVALIDITY")]
    [InlineData(Ready + Can + In + "D4 NO no such folder\r\n", "said no to SELECT: no such folder")]
    public async Task It_is_told_what_is_wrong(string says, string told)
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        Assert.Contains(told, (await Tried(desk, Encoding.Latin1.GetBytes(says))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_to_its_end()
    {
        await using var desk = await MailboxDesk.Fresh("sqlite");
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("a line without end", (await Tried(desk, [.. "* OK "u8, .. Enumerable.Repeat((byte)'x', 8_000_000)])).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    private static async Task<ImapException> Tried(MailboxDesk desk, byte[] says)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            try
            {
                await client.GetStream().WriteAsync(says);
                while (await client.GetStream().ReadAsync(new byte[4096]) > 0) { }
            }
            catch (IOException) { /* It has had enough. */ }
        });
        var row = new MailboxRow(new(1), 1, new("Bad", "bad@x.example", new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, MailSafety.None), "bad", MailSignIn.Password, null, "INBOX", MailAfter.MarkRead, null, TakeOld: false, 50, null, null), Active: true);
        await desk.Node.Database.Commit(
        [
            new Statement("insert into mailbox (id, version, name, address, details, active, removed) values (1, 1, 'Bad', 'bad@x.example', '{}', 1, 1)"),
            MailboxStore.Keeping(row.Id, desk.Secrets()[0]),
        ]);
        var wrong = await Assert.ThrowsAsync<ImapException>(() => desk.Door(limits: Short).Try(row, CancellationToken.None));
        await server;
        return wrong;
    }
}
